/**
 * How a worker's modules are loaded (hooks of node:module): files of src with switches come with them, TypeScript goes without
 * its types, `vitest` is its stand-in, and `fast-check` tries fewer cases.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What Stryker counts each switch by that is passed; it is needed once, to see which test comes by which mutant. */
const COUNTER = 'function stryCov_9fa48() {';

const cache = join(import.meta.dirname, '..', '..', 'coverage', 'mutation', 'untyped');
const own = new URL('.', import.meta.url).href;
const standIns = { vitest: 'stand-in.mjs', 'fast-check': 'fewer-cases.mjs' };
let texts = new Map();
let counts = false;
let typescript;

/** `switched`: the file of JSON with the texts that stand in the place of files, by their path; `counting`: whether switches are counted. */
export function initialize({ root, switched, counting }) {
  const read = Object.entries(JSON.parse(readFileSync(switched, 'utf8')));
  texts = new Map(read.map(([file, text]) => [pathToFileURL(join(root, file)).href, text]));
  counts = counting;
  mkdirSync(cache, { recursive: true });
}

export function resolve(specifier, context, next) {
  const standIn = Object.hasOwn(standIns, specifier) && !context.parentURL?.startsWith(own);
  return standIn ? { url: new URL(standIns[specifier], own).href, shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const text = texts.get(url) ?? readFileSync(fileURLToPath(url), 'utf8');
  const plain = await withoutTypes(text);
  const source = counts ? plain : plain.replace(COUNTER, `${COUNTER} return;`);
  return { format: 'module', source, shortCircuit: true };
}

async function withoutTypes(text) {
  const kept = join(cache, `${createHash('sha256').update(text).digest('hex')}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  typescript ??= (await import('typescript')).default;
  const { ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2023, verbatimModuleSyntax: true };
  const { outputText } = typescript.transpileModule(text, { compilerOptions });
  writeFileSync(kept, outputText);
  return outputText;
}
