// `npm run bench`: parindex beside its peer, whole processes in alternating runs, medians, and the bounds they are held to.
//
//   npm run bench                          63 and 10,600 units in every shape, start-up
//   npm run bench -- start                 start-up alone
//   npm run bench -- --units 106000        other sizes, by commas; above 20,000 units the long shape alone
//   npm run bench -- --rounds 9 --shapes long,wide --no-start
//   npm run bench -- --profile             also the functions that take most of a run
//
// Beside both stands the floor: the same job by the plainest program, without checks (floor.js).
// How often the exact fraction had to be made stands below the long shape. Results of a run are kept in RESULTS.md.
import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareRankings } from './compare.js';
import { decisions } from './decisions.js';
import { generate, MOST_SHAPED } from './generate.js';
import { alternate, measure } from './measure.js';
import { profile } from './profile.js';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    units: { type: 'string', default: '63,10600' },
    shapes: { type: 'string', default: 'long,shuffled,wide,files' },
    rounds: { type: 'string', default: '5' },
    'no-start': { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});

const BIN = fileURLToPath(new URL('../bin/parindex.js', import.meta.url));
const PEER = fileURLToPath(new URL('duckdb.js', import.meta.url));
const FLOOR = fileURLToPath(new URL('floor.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../fixtures/khanh-hoa-2019', import.meta.url));

/** At most so many times the peer's wall time; the figures of issue 4. */
const WALL_BOUNDS = { long: 0.75, shuffled: 0.8, files: 0.4, wide: 0.7 };
/** The same of 106,000 units, whose file is read by several threads, and of a million. */
const LARGE_BOUNDS = { 106000: 0.65, 1060000: 0.6 };
const START_BOUNDS = { '--help': 1.35, 'rank, 8 units': 1.9, 'rank, 8 units, in colour': 1.9 };
const MEMORY_BOUND = 0.6;

/** Shapes whose files are made at every size; the others only up to 20,000 units. */
const AT_ANY_SIZE = ['long'];

const rounds = Number(asked.rounds);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${rounds} rounds, medians.\n`,
);
const onlyStart = positionals.includes('start');
if (!asked['no-start']) benchStart();
for (const units of onlyStart ? [] : asked.units.split(',').map(Number)) {
  const folder = generate(units);
  for (const shape of asked.shapes.split(',')) {
    if (units <= MOST_SHAPED || AT_ANY_SIZE.includes(shape)) await benchShape(folder, units, shape);
  }
}

/** Where certificates are named that every start of node reads first, it takes twice as long: then without them, too. */
function benchStart() {
  printStart('start-up', {});
  if (process.env['NODE_EXTRA_CA_CERTS'] === undefined) return;
  printStart('start-up, without NODE_EXTRA_CA_CERTS', { NODE_EXTRA_CA_CERTS: undefined });
}

function printStart(title, environment) {
  const measured = (args, more) => () => measure(args, { ...environment, ...more });
  const results = alternate(
    {
      'node -e 0': measured(['-e', '0']),
      '--version': measured([BIN, '--version']),
      '--help': measured([BIN, '--help']),
      'rank, 8 units': measured([BIN, 'rank', SAMPLE]),
      'rank, 8 units, in colour': measured([BIN, 'rank', SAMPLE], { FORCE_COLOR: '1' }),
      'check, 8 units': measured([BIN, 'check', SAMPLE]),
      'explain, 8 units': measured([BIN, 'explain', 'khanh-son', SAMPLE]),
    },
    'node -e 0',
    rounds * 3,
  );
  print(title, results, (name) => START_BOUNDS[name]);
}

async function benchShape(folder, units, shape) {
  const ours = `${folder}/ranked-${shape}.csv`;
  const theirs = `${folder}/ranked-${shape}-duckdb.csv`;
  const least = `${folder}/ranked-${shape}-floor.csv`;
  const entries = shape === 'files' ? `${folder}/files` : `${folder}/${shape}.csv`;
  const rank = ['rank', '--rubric', `${folder}/rubric.yaml`, '--units', `${folder}/units.csv`, entries];
  const runParindex = (more) => () => {
    rmSync(ours, { force: true });
    return measure([BIN, ...rank, '-o', ours], more);
  };
  const runFloor = (threads) => () => {
    rmSync(least, { force: true });
    return measure([FLOOR, folder, shape, least, threads]);
  };
  const runners = {
    DuckDB: () => {
      rmSync(theirs, { force: true });
      return measure([PEER, folder, shape, theirs]);
    },
    parindex: runParindex({}),
    'floor, 1 thread': runFloor('1'),
    ...(units > MOST_SHAPED ? { 'floor, 2 threads': runFloor('2') } : {}),
  };
  const results = alternate(runners, 'DuckDB', rounds);
  const compared = compareRankings(ours, theirs);
  compareRankings(ours, least);
  const title = `${shape}, ${units} units × 100 leaves = ${units * 100} rows (${compared} units compared, equal)`;
  print(
    title,
    results,
    (name) => (name === 'parindex' && units >= 10_000 ? (LARGE_BOUNDS[units] ?? WALL_BOUNDS[shape]) : undefined),
    shape === 'long',
  );
  if (shape === 'long') await printDecisions(folder, shape);
  if (asked.profile) printProfile([BIN, ...rank, '-o', ours]);
}

async function printDecisions(folder, shape) {
  const { near, exact } = await decisions(folder, shape);
  console.log(`Doubles were sure of ${near} roundings, lines and ranks; the exact fraction was made for ${exact}.\n`);
}

function printProfile(args) {
  console.log('| function | % of the run |\n| --- | --- |');
  for (const { name, share } of profile(args)) console.log(`| \`${name}\` | ${share.toFixed(1)} |`);
  console.log('');
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
