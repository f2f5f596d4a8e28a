/**
 * Does a test notice when the code is wrong? Mutation testing, room by room; docs/mutation.md tells what is counted.
 *
 *   npm run mutation                              all four rooms
 *   npm run mutation -- model score               some of them
 *   npm run mutation -- read/csv.ts rules         files, rooms
 *   npm run mutation -- --afresh read             what was measured before is tried again
 *   npm run mutation -- --wholly read/csv.ts      what survived is tried with the slow tests too
 *   npm run mutation -- --stryker read/csv.ts     the same by Stryker itself
 *   npm run mutation -- --write                   and the figures go into docs/mutation.md
 *
 * Stryker loads all tests anew for each mutant, which takes hours here. So the mutants are Stryker's own (mutants.mjs), but a process
 * loads the tests once (worker.mjs) and runs again those alone that come by the mutant, the quickest first (trial.mjs).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTable, roomTable, survivorLines, tally } from './figures.mjs';
import { filesBelow } from './kept.mjs';
import { measure } from './measure.mjs';

const ROOMS = ['model', 'rules', 'score', 'read'];
const LEAST_SCORE = 90;

const root = join(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('--'));
const parts = args.filter((arg) => !arg.startsWith('--')).flatMap((arg) => arg.split(','));
const tell = (words) => process.stdout.write(`${words}\n`);

if (options.includes('--write') && parts.length > 0) throw new Error('figures are written of all four rooms at once');

/** By room the files that are asked for; all of it where the room itself is. */
const asked = new Map();
for (const part of parts.length === 0 ? ROOMS : parts) {
  const room = part.split('/')[0];
  if (!ROOMS.includes(room)) throw new Error(`"${part}" is in none of the rooms ${ROOMS.join(', ')}`);
  const found = part === room ? filesBelow(root, `src/${room}`) : [`src/${part}`];
  asked.set(room, [...new Set([...(asked.get(room) ?? []), ...found])]);
}
const passed = options.includes('--stryker') ? [...asked].map(byStryker) : await measured();
process.exitCode = passed.every(Boolean) ? 0 : 1;

function byStryker([room, files]) {
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const kept = ['--incrementalFile', `coverage/mutation/stryker-${room}.json`];
  const env = { ...process.env, MUTATION_ROOM: room };
  const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', files.join(','), ...kept], {
    stdio: 'inherit',
    cwd: root,
    env,
  });
  return status === 0;
}

async function measured() {
  const folder = join(root, 'coverage', 'mutation');
  const how = { afresh: options.includes('--afresh'), wholly: options.includes('--wholly') };
  const rooms = [];
  for (const [room, files] of asked) {
    rooms.push(await measure({ root, room, files, how, tell }));
  }
  for (const room of rooms) tell(`\n${room.room}\n${fileTable(room)}\n${survivorLines(room).join('\n')}`);
  tell(`\n${roomTable(rooms)}`);
  mkdirSync(folder, { recursive: true });
  for (const room of rooms) writeFileSync(join(folder, `${room.room}.txt`), `${survivorLines(room).join('\n')}\n`);
  if (options.includes('--write')) writeFigures(rooms);
  return rooms.map(({ mutants }) => tally(mutants).score >= LEAST_SCORE);
}

/** Between the marks `<!-- figures -->` and `<!-- /figures -->` of the page. */
function writeFigures(rooms) {
  const page = join(root, 'docs', 'mutation.md');
  const tables = rooms.map((room) => `### ${room.room}, by file\n\n${fileTable(room)}`);
  const figures = `<!-- figures -->\n\n${[roomTable(rooms), ...tables].join('\n\n')}\n\n<!-- /figures -->`;
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(/<!-- figures -->.*<!-- \/figures -->/s, () => figures),
  );
}
