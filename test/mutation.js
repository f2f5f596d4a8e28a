/**
 * Mutation testing, room by room: `npm run mutation`, or `npm run mutation -- model score` for some of them, or
 * `npm run mutation -- read/csv.ts,read/text.ts` for files of one. Each room is held by its own tests alone (see docs/mutation.md).
 * What was measured before and has not changed since, neither in src nor in test, is not run again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOMS = ['model', 'rules', 'score', 'read'];

const asked = process.argv.slice(2);
const worst = (asked.length === 0 ? ROOMS : asked).map((part) => {
  const room = part.split('/')[0];
  if (!ROOMS.includes(room)) throw new Error(`"${part}" is in none of the rooms ${ROOMS.join(', ')}`);
  const files = part === room ? `src/${room}/**/*.ts` : part.replaceAll(/(^|,)/g, '$1src/');
  const stryker = join(import.meta.dirname, '..', 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const options = ['run', '--mutate', files, '--incrementalFile', `coverage/mutation/${room}.json`];
  return spawnSync(process.execPath, [stryker, ...options], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_ROOM: room },
  }).status;
});
process.exitCode = worst.every((status) => status === 0) ? 0 : 1;
