// `npm run bench`: parindex beside its peer, whole processes in alternating runs, medians, and the bounds they are held to.
//
//   npm run bench                          63 and 10,600 units in every shape, start-up
//   npm run bench -- --units 106000        other sizes, by commas; long and shuffled alone above 20,000
//   npm run bench -- --rounds 9 --shapes long,wide --no-start
import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareRankings } from './compare.js';
import { generate } from './generate.js';
import { alternate, measure } from './measure.js';

const { values: asked } = parseArgs({
  options: {
    units: { type: 'string', default: '63,10600' },
    shapes: { type: 'string', default: 'long,shuffled,wide,files' },
    rounds: { type: 'string', default: '5' },
    'no-start': { type: 'boolean', default: false },
  },
});

const BIN = fileURLToPath(new URL('../bin/parindex.js', import.meta.url));
const PEER = fileURLToPath(new URL('duckdb.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../fixtures/khanh-hoa-2019', import.meta.url));

/** At most so many times the peer's wall time; the figures of issue 4. */
const WALL_BOUNDS = { long: 0.75, shuffled: 0.8, files: 0.4, wide: 0.7 };
const START_BOUNDS = { '--help': 1.35, 'rank, 8 units': 1.9 };
const MEMORY_BOUND = 0.6;

/** Shapes whose files are made at every size; the others only up to 20,000 units. */
const AT_ANY_SIZE = ['long'];

const rounds = Number(asked.rounds);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${rounds} rounds, medians.\n`,
);
if (!asked['no-start']) benchStart();
for (const units of asked.units.split(',').map(Number)) {
  const folder = generate(units);
  for (const shape of asked.shapes.split(',')) {
    if (units <= 20_000 || AT_ANY_SIZE.includes(shape)) benchShape(folder, units, shape);
  }
}

function benchStart() {
  const results = alternate(
    {
      'node -e 0': () => measure(['-e', '0']),
      '--help': () => measure([BIN, '--help']),
      'rank, 8 units': () => measure([BIN, 'rank', SAMPLE]),
    },
    'node -e 0',
    rounds * 3,
  );
  print('start-up', results, (name) => START_BOUNDS[name]);
}

function benchShape(folder, units, shape) {
  const ours = `${folder}/ranked-${shape}.csv`;
  const theirs = `${folder}/ranked-${shape}-duckdb.csv`;
  const entries = shape === 'files' ? `${folder}/files` : `${folder}/${shape}.csv`;
  const rank = ['rank', '--rubric', `${folder}/rubric.yaml`, '--units', `${folder}/units.csv`, entries];
  const runParindex = (more) => () => {
    rmSync(ours, { force: true });
    return measure([BIN, ...rank, '-o', ours], more);
  };
  const runners = {
    DuckDB: () => {
      rmSync(theirs, { force: true });
      return measure([PEER, folder, shape, theirs]);
    },
    parindex: runParindex({}),
  };
  const results = alternate(runners, 'DuckDB', rounds);
  const compared = compareRankings(ours, theirs);
  const title = `${shape}, ${units} units × 100 leaves = ${units * 100} rows (${compared} units compared, equal)`;
  print(
    title,
    results,
    (name) => (name === 'parindex' && units >= 10_000 ? WALL_BOUNDS[shape] : undefined),
    shape === 'long',
  );
}

function print(title, results, boundOf, withMemory = false) {
  console.log(`### ${title}\n`);
  const peer = results[0].name;
  console.log(`| | wall s | CPU s | peak MB | wall / ${peer} | bound | CPU / ${peer} | MB / ${peer} |`);
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const { name, wall, cpu, megabytes, ratio } of results) {
    const bound = boundOf(name);
    const verdict = bound === undefined ? '' : `${bound} ${ratio.wall <= bound ? 'met' : '**missed**'}`;
    const memory =
      withMemory && bound !== undefined
        ? ` (${MEMORY_BOUND} ${ratio.megabytes <= MEMORY_BOUND ? 'met' : '**missed**'})`
        : '';
    const cells = [
      name,
      wall.toFixed(3),
      cpu.toFixed(2),
      megabytes.toFixed(0),
      ratio.wall.toFixed(2),
      verdict,
      ratio.cpu.toFixed(2),
      ratio.megabytes.toFixed(2) + memory,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log('');
}
