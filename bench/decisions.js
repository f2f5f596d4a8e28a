// How often the doubles were sure of a rounding, a line or a rank, and how often the exact fraction had to be made.
// The counters are the filter's own (src/score/filter.ts) and no program's interface, so the sources are bundled here.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const COUNT = `
  import { diskSource } from '../src/io.ts';
  import { loadFiles } from '../src/load.ts';
  import { DIALECTS } from '../src/model/dialect.ts';
  import { decided } from '../src/score/filter.ts';
  import { score } from '../src/score/index.ts';
  export function count(folder, shape) {
    const files = { rubrics: [folder + '/rubric.yaml'], units: folder + '/units.csv', entries: [folder + '/' + shape + '.csv'] };
    const { assessment } = loadFiles(diskSource('/', () => new Uint8Array(0)), { ...files, dialect: DIALECTS.data });
    decided.near = 0;
    decided.exact = 0;
    score(assessment);
    return { ...decided };
  }`;

const entry = at('decisions-of-the-bench.js');
const inMemory = {
  name: 'in-memory',
  resolveId: (id) => (id === entry ? id : null),
  load: (id) => (id === entry ? COUNT : null),
};

/** { near, exact } of ranking one of the job's files. */
export async function decisions(folder, shape) {
  const build = await rolldown({ input: entry, platform: 'node', external: ['@resvg/resvg-js'], plugins: [inMemory] });
  await build.write({ dir: `${at('data')}/decisions`, format: 'esm' });
  const { count } = await import(`${at('data')}/decisions/decisions-of-the-bench.js`);
  return count(folder, shape);
}
