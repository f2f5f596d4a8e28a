// The last step of `npm run build`: ranks the sample as a page, as CSV and in colour, and keeps beside the files that
// most runs need what V8 made of them, for bin/parindex.js. What these runs do not call is not in it, and is compiled
// when it is called, as ever.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { crc32 } from 'node:zlib';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SAMPLE = join(ROOT, 'fixtures', 'khanh-hoa-2019');
const [V8] = process.versions.v8.split('-');
const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
const require = createRequire(import.meta.url);

// What is kept must be made under the flags that it will be taken under: those of the start, or those that are set when
// all is loaded that most runs need.
const { setFlagsFromString } = v8;
const flags = [];
v8.setFlagsFromString = (flag) => {
  flags.push(flag);
};
const LATE = ['colour.js'];

process.chdir(SAMPLE);
process.argv = ['node', 'parindex', 'rank'];
const { ended, scripts } = require('./bin/parindex.js');
await ended;
const loose = ['--rubric', 'rubric.yaml', '--units', 'units.csv', 'entries', '--output', join(folder, 'ranking.csv')];
process.argv = ['node', 'parindex', 'rank', ...loose];
await require('./dist/process.js').start();
// In colour wherever it is built.
delete process.env.NO_COLOR;
Object.assign(process.env, { FORCE_COLOR: '1', TERM: 'xterm' });
process.argv = ['node', 'parindex', 'rank'];
await require('./dist/process.js').start();
rmSync(folder, { recursive: true });

process.on('exit', () => {
  for (const [file, script] of scripts) if (!LATE.includes(basename(file))) keep(file, script);
  if (flags.length > 0) setFlagsFromString(flags[0]);
  for (const [file, script] of scripts) if (LATE.includes(basename(file))) keep(file, script);
});

function keep(file, script) {
  const compiled = script.createCachedData();
  const head = Buffer.alloc(8);
  head.writeUInt32LE(crc32(compiled, crc32(readFileSync(file))));
  writeFileSync(`${file}.v8-${V8}`, Buffer.concat([head, compiled]));
}
