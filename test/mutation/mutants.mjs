/** The mutants of files, and the files' text with all of their mutants in it, each behind a switch: made by Stryker's instrumenter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {}, warn: () => {} };

/**
 * `files` are paths below `root`. What comes back: by file its text with the switches, and the mutants in the order of
 * the text. A mutant's `id` is told apart from all others of the same call; lines and columns count from 1.
 */
export async function mutantsOf(root, files) {
  const instrumenter = new Instrumenter(silent);
  const contents = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const asked = [...contents].map(([name, content]) => ({ name, mutate: true, content }));
  const { files: made, mutants } = await instrumenter.instrument(asked, {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
    noHeader: false,
  });
  return {
    texts: new Map(made.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, location, mutatorName, replacement, status }) => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      column: location.start.column + 1,
      mutator: mutatorName,
      was: textAt(contents.get(fileName), location),
      replacement,
      ...(status === undefined ? {} : { status }),
    })),
  };
}

function textAt(content, { start, end }) {
  const lines = content.split('\n').slice(start.line, end.line + 1);
  lines.push(lines.pop().slice(0, end.column));
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}
