// The last step of `npm run build`: ranks the sample once, as a table and as csv, and keeps beside start.js and ranking.js
// what V8 made of them, for bin/parindex.js. What the sample does not call is not in it, and is compiled when it is called,
// as ever.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { crc32 } from 'node:zlib';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SAMPLE = join(ROOT, 'fixtures', 'khanh-hoa-2019');
const OUT = join(ROOT, 'dist', 'sample.csv');
const [V8] = process.versions.v8.split('-');

// What is kept must be made under the flags that it will be taken under, which are those of the start.
v8.setFlagsFromString = () => {};

process.chdir(SAMPLE);
process.argv = ['node', 'parindex', 'rank', '--output', '-', '--output', OUT];
const { scripts } = createRequire(import.meta.url)('./bin/parindex.js');

process.on('exit', () => {
  rmSync(OUT);
  for (const [file, script] of scripts) {
    const compiled = script.createCachedData();
    const head = Buffer.alloc(8);
    head.writeUInt32LE(crc32(compiled, crc32(readFileSync(file))));
    writeFileSync(`${file}.v8-${V8}`, Buffer.concat([head, compiled]));
  }
});
