#!/usr/bin/env node
// Joins the program to the real process: streams, signals and the exit code. CommonJS, as all of dist/ (see build.js).
//
// Most runs need two files of dist/. Beside them the build keeps what its V8 made of them (compile.js), so that this is
// not done again at every start. Another V8 than that of the build, or a file that was damaged, which V8 itself would
// not notice: then they are compiled like any other.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join } = require('node:path');
const v8 = require('node:v8');
const { constants, Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const COMPILED = ['start.js', 'ranking.js'].map((name) => join(__dirname, '..', 'dist', name));
const [V8] = process.versions.v8.split('-');

/** By file the script that was made of it: compile.js keeps what V8 made of each. */
exports.scripts = new Map();

const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  if (!COMPILED.includes(file)) return load(module, file);
  const bytes = readFileSync(file);
  const script = new Script(Module.wrap(bytes.toString('latin1')), {
    // The same wherever the folder lies, and so are the bytes that are kept.
    filename: `parindex/dist/${basename(file)}`,
    cachedData: compiledOf(file, bytes),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  exports.scripts.set(file, script);
  const require = (id) => module.require(id);
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
  if (file === COMPILED.at(-1)) putOffLoops();
};

/**
 * Most runs are over before what other threads of V8 make of their loops is any use to them, and at the end they would
 * wait for it. So a function must have done seven times the usual work first; process.ts takes this back where much is
 * read. All that most runs need is loaded before: what was kept of a file, be it ours or Node's own, V8 takes only under
 * the flags that it was made under.
 */
function putOffLoops() {
  v8.setFlagsFromString('--interrupt-budget=1000000');
}

/** What V8 made of a file with these bytes: behind eight bytes that begin with the CRC-32 of the file and of the rest. */
function compiledOf(file, bytes) {
  let kept;
  try {
    kept = readFileSync(`${file}.v8-${V8}`);
  } catch {
    return undefined;
  }
  const compiled = kept.subarray(8);
  return kept.length > 8 && kept.readUInt32LE(0) === crc32(compiled, crc32(bytes)) ? compiled : undefined;
}

require('../dist/process.js').start();
