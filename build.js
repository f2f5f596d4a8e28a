// `npm run build`: src/ and the packages it uses -> dist/, what is published and run.
//
//   dist/process.js     the program: commander and the words of the help; every command and format is a chunk of its own
//   dist/library.js     the library, of the same chunks; its types in dist/types
//   dist/kernel.wasm    the kernel of the scanner, of the same source as the script's (src/read/kernel)
//   dist/*.js.v8-*      what V8 makes of the files that most runs need (compile.js)
//   dist/THIRD-PARTY.txt  the licences of the packages inside
//   dist/sbom.cdx.json    the same packages for machines, with their digests (CycloneDX 1.6)
//
// CommonJS, since the loader of ES modules alone adds a tenth to the time of an empty program. Blanks are taken away and
// names kept, so that a stack can be read; no source maps, which would double the package. All files lie in dist/
// itself: what a chunk looks for beside it or as ../fixtures is there whichever chunk it lands in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { compileKernel } from './compile-kernel.js';

/**
 * Modules that a run of sound files does not need, whose functions cannot be waited for: they are loaded when one of
 * them is called. Only functions may be imported from them.
 */
const LAZY = {
  'checklist-reach': 'src/rules/checklist-reach.ts',
  codes: 'src/checks/codes.ts',
  colour: 'src/formats/colour.ts',
  diagnostics: 'src/reports/diagnostics.ts',
  draft: 'src/draft.ts',
  'quoted-rows': 'src/read/quoted-rows.ts',
  reach: 'src/rules/reach.ts',
  'rubric-table': 'src/read/rubric-table.ts',
  saved: 'src/read/saved.ts',
  'saved-ranking': 'src/read/saved-ranking.ts',
  'schema-faults': 'src/read/schema-faults.ts',
  'sheet-text': 'src/read/sheet-text.ts',
  speech: 'src/rules/speech.ts',
  threads: 'src/threads.ts',
  wide: 'src/read/wide.ts',
  'yaml-package': 'src/read/yaml-package.ts',
  'zod-package': 'src/schema/zod-package.ts',
};

/** The words of faults, in two languages, are loaded with the first fault that is told. */
const FAULTS = 'src/faults';

/** What is started or imported from outside, by its file in dist/. */
const ENTRIES = { process: 'src/process.ts', library: 'src/library.ts', faults: '\0faults', ...LAZY };

/** What a thread runs: a bundle without chunks, since a thread would load the whole of each. */
const THREAD = { 'scan-thread': 'src/scan-thread.ts' };

/** Native, optional and looked for only when a PNG is asked for. */
const EXTERNAL = ['@resvg/resvg-js'];

const ROOT = dirname(fileURLToPath(import.meta.url));
const DIST = join(ROOT, 'dist');

/**
 * What packages load at their start and we never use, by package and import: commander looks for programs that are
 * subcommands, chalk for what the terminal can show (we tell it), and cli-table3 brings a measure of widths of its own.
 */
const SPARED = {
  commander: { 'node:child_process': 'export const spawn = undefined;' },
  chalk: { '#supports-color': 'export default { stdout: false, stderr: false };' },
  'cli-table3': {
    'string-width': `module.exports = require(${JSON.stringify(join(ROOT, 'src/model/width.ts'))}).displayWidth;`,
  },
};

const sparing = {
  name: 'sparing',
  resolveId: (id, importer) => {
    const own = Object.keys(SPARED).find((name) => importer?.includes(`/node_modules/${name}/`));
    return own && SPARED[own][id] ? `\0spared:${own}:${id}` : null;
  },
  load: (id) => {
    const [, own, spared] = /^\0spared:([^:]+):(.*)$/.exec(id) ?? [];
    return own === undefined ? null : SPARED[own][spared];
  },
};

/** An import of a lazy module becomes functions that load it. The bundle is CommonJS, so they need not wait for it. */
const lazily = {
  name: 'lazily',
  resolveId: (id, importer) => {
    const file = importer && join(dirname(importer), id);
    const name = Object.keys(LAZY).find((lazy) => file === join(ROOT, LAZY[lazy]));
    return name ? `\0lazy:${name}` : null;
  },
  load: (id) => {
    const name = id.startsWith('\0lazy:') ? id.slice('\0lazy:'.length) : undefined;
    if (name === undefined) return null;
    const exported = readFileSync(join(ROOT, LAZY[name]), 'utf8').matchAll(/^export function (\w+)/gm);
    const functions = Array.from(exported, ([, each]) => {
      return `export const ${each} = (...given) => require(__dirname + '/${name}.js').${each}(...given);`;
    });
    return functions.join('\n');
  },
};

/** Of a fault, code and severity are there at once; its words are got from the chunk of all faults. */
const faultsInBrief = {
  name: 'faults-in-brief',
  resolveId: (id, importer) => {
    if (id === '\0faults' || id === '\0fault') return id;
    const file = importer?.startsWith(ROOT) ? join(dirname(importer), id) : id;
    const isBrief = dirname(file) === join(ROOT, FAULTS) && importer?.startsWith(join(ROOT, FAULTS)) === false;
    return isBrief && importer !== '\0faults' && basename(file) !== 'index.ts' ? `\0brief:${file}` : null;
  },
  load: (id) => {
    if (id === '\0faults') {
      const files = readdirSync(join(ROOT, FAULTS)).filter((file) => file !== 'index.ts');
      return files.map((file) => `export * from ${JSON.stringify(join(ROOT, FAULTS, file))};`).join('\n');
    }
    if (id === '\0fault') {
      return `
        const words = (name) => require(__dirname + '/faults.js')[name];
        export const fault = (name, code, severity) => ({
          code,
          severity,
          get title() { return words(name).title; },
          get message() { return words(name).message; },
          get hint() { return words(name).hint; },
        });`;
    }
    if (!id.startsWith('\0brief:')) return null;
    const text = readFileSync(id.slice('\0brief:'.length), 'utf8');
    const law = /^export const (\w+): Fault<.*?> = \{\n {2}code: ('[a-z0-9-]+'),\n {2}severity: ('\w+'),$/gms;
    const briefs = Array.from(text.matchAll(law), ([, name, code, severity]) => {
      return `export const ${name} = /* @__PURE__ */ fault('${name}', ${code}, ${severity});`;
    });
    return [`import { fault } from '\0fault';`, ...briefs].join('\n');
  },
};

/**
 * A file more costs what 10 KB cost, so what rank needs lies in one: the modules that it loads, without those that the
 * start has loaded before; and so does what it needs to write a table to a file.
 */
const CHUNKS = {
  start: ['src/process.ts'],
  ranking: ['src/commands/rank.ts', 'src/analyse/edges.ts', 'src/formats/terminal.ts'],
  written: ['src/outputs.ts', 'src/formats/csv.ts', 'src/reports/ranking-data.ts'],
};

const groups = Object.entries(CHUNKS).map(([name, files], at) => {
  let loaded;
  const nameOf = (id, graph) => {
    if (loaded === undefined) {
      loaded = new Set(files.map((file) => join(ROOT, file)));
      for (const each of loaded) for (const next of graph.getModuleInfo(each)?.importedIds ?? []) loaded.add(next);
    }
    return loaded.has(id) ? name : null;
  };
  return { name: nameOf, debugName: name, priority: Object.keys(CHUNKS).length - at };
});

const INPUT = {
  cwd: ROOT,
  platform: 'node',
  external: EXTERNAL,
  plugins: [sparing, lazily, faultsInBrief],
  transform: { target: 'node20.19' },
  onLog: (_level, log) => {
    throw new Error(`${log.code}: ${log.message}`);
  },
};

const OUTPUT = {
  dir: DIST,
  format: 'cjs',
  charset: 'ascii',
  chunkFileNames: '[name].js',
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  comments: { legal: true, annotation: false, jsdoc: false },
};

async function bundle() {
  const thread = await rolldown({ ...INPUT, input: THREAD, treeshake: { moduleSideEffects: false } });
  await thread.write({ ...OUTPUT, codeSplitting: false });
  const build = await rolldown({ ...INPUT, input: ENTRIES });
  const { output } = await build.write({ ...OUTPUT, codeSplitting: { groups } });
  writeFileSync(join(DIST, 'package.json'), '{"type":"commonjs"}\n');
  const packages = packagesOf(output.flatMap((chunk) => chunk.moduleIds ?? []));
  writeFileSync(join(DIST, 'THIRD-PARTY.txt'), notices(packages));
  writeFileSync(join(DIST, 'sbom.cdx.json'), `${JSON.stringify(billOf(packages), null, 2)}\n`);
}

/** The packages that modules belong to, by their names. */
function packagesOf(modules) {
  const folders = new Set(modules.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]).filter(Boolean));
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no file of its licence`);
    return { name, version, license, folder, text: readFileSync(join(folder, file), 'utf8') };
  });
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function notices(packages) {
  const told = packages.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`,
  );
  return [`Packages inside parindex, with their licences.\n`, ...told].join(`\n${'-'.repeat(80)}\n\n`);
}

/** What is inside the package. It has neither date nor serial number: the same source gives the same bytes. */
function billOf(packages) {
  const { packages: locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const component = (type, of) => {
    const purl = `pkg:npm/${of.name.replace('@', '%40')}@${of.version}`;
    return { type, 'bom-ref': purl, name: of.name, version: of.version, licenses: [{ expression: of.license }], purl };
  };
  const own = component('application', { name, version, license });
  const components = packages.map((each) => {
    const [algorithm, digest] =
      locked[each.folder.slice(each.folder.indexOf('node_modules')).replaceAll('\\', '/')].integrity.split('-');
    if (algorithm !== 'sha512') throw new Error(`${each.name} is known by its ${algorithm} alone`);
    const hashes = [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }];
    return { ...component('library', each), hashes };
  });
  return {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: own }, components },
    dependencies: [{ ref: own['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }],
  };
}

/** The types of the library and of what they lead to; tsc writes those of every file that library.ts loads. */
async function declare() {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  await runNode([tsc, '-p', join(ROOT, 'tsconfig.build.json')], 'inherit');
  const types = join(DIST, 'types');
  const needed = new Set([join(types, 'library.d.ts')]);
  for (const file of needed) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/\b(?:from |import\()['"](\.[^'"]+)\.ts['"]/g)) {
      needed.add(join(dirname(file), `${target}.d.ts`));
    }
  }
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !needed.has(file)) rmSync(file);
  }
}

/** The kernel of the scanner as WebAssembly; scripts have it, too, and take it where there is none. */
async function addKernel() {
  writeFileSync(join(DIST, 'kernel.wasm'), await compileKernel('whole.ts'));
}

async function runNode(args, stdout) {
  const run = spawn(process.execPath, args, { stdio: ['ignore', stdout, 'pipe'] });
  run.stderr.pipe(process.stderr);
  const [code] = await once(run, 'exit');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
await Promise.all([bundle(), declare(), addKernel()]);
// Without chance in it, the same source gives the same bytes.
await runNode(['--random-seed=1', join(ROOT, 'compile.js')], 'ignore');
