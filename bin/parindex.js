#!/usr/bin/env node
// Joins the program to the real process: streams, signals and the exit code. CommonJS, as all of dist/ (see build.js).
//
// Most runs need two or three files of dist/. Beside them the build keeps what its V8 made of them (compile.js), so that
// this is not done again at every start. Another V8 than that of the build, or a file that was damaged, which V8 itself
// would not notice: then they are compiled like any other.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join } = require('node:path');
const { constants, Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const COMPILED = ['start.js', 'ranking.js', 'colour.js', 'written.js'].map((name) =>
  join(__dirname, '..', 'dist', name),
);
const [V8] = process.versions.v8.split('-');

/** By file the script that was made of it: compile.js keeps what V8 made of each. */
exports.scripts = new Map();

const [HEAD, TAIL] = Module.wrap('\0')
  .split('\0')
  .map((text) => Buffer.from(text));

const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  if (!COMPILED.includes(file)) return load(module, file);
  const bytes = readFileSync(file);
  // Joined as bytes: texts that are joined V8 would copy once more.
  const script = new Script(Buffer.concat([HEAD, bytes, TAIL]).toString('latin1'), {
    // The same wherever the folder lies, and so are the bytes that are kept.
    filename: `parindex/dist/${basename(file)}`,
    cachedData: compiledOf(file, bytes),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  exports.scripts.set(file, script);
  const require = (id) => module.require(id);
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
};

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

/** Of the run. */
exports.ended = require('../dist/process.js').start();
