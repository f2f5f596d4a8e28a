// The last step of `npm run build`: ranks the sample once, and keeps beside start.js and ranking.js what V8 made of them,
// for bin/parindex.js. What the sample does not call is not in it, and is compiled when it is called, as ever.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SAMPLE = join(ROOT, 'fixtures', 'khanh-hoa-2019');
const [V8] = process.versions.v8.split('-');

const scripts = new Map();
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  if (!['start.js', 'ranking.js'].includes(basename(file))) return load(module, file);
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), {
    // As in bin/parindex.js: the same wherever the folder lies, and so are the bytes that are kept.
    filename: `parindex/dist/${basename(file)}`,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  scripts.set(file, script);
  const require = (id) => module.require(id);
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
};

process.on('exit', () => {
  for (const [file, script] of scripts) {
    const compiled = script.createCachedData();
    const head = Buffer.alloc(8);
    head.writeUInt32LE(crc32(compiled, crc32(readFileSync(file))));
    writeFileSync(`${file}.v8-${V8}`, Buffer.concat([head, compiled]));
  }
});
process.chdir(SAMPLE);
process.argv = ['node', 'parindex', 'rank'];
createRequire(import.meta.url)('./bin/parindex.js');
