/** What the kernel does for the scanner: the same source as a script and as WebAssembly (build.js). */
export { isPlain } from './bytes.ts';
export { fillFiles } from './files.ts';
export { flushRows } from './flush.ts';
export { fillRows } from './rows.ts';
export { addTexts } from './text.ts';
export { listUnits } from './units.ts';
