/**
 * The kernel by both engines: as the script that all tests run, and as WebAssembly, compiled here of the same source with
 * all that its files export. What one says of bytes in a memory the other says, too.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as bytes from '../../../src/read/kernel/bytes.ts';
import * as columns from '../../../src/read/kernel/columns.ts';
import * as files from '../../../src/read/kernel/files.ts';
import * as flush from '../../../src/read/kernel/flush.ts';
import type { Memory } from '../../../src/read/kernel/memory.ts';
import * as number from '../../../src/read/kernel/number.ts';
import * as order from '../../../src/read/kernel/order.ts';
import * as rows from '../../../src/read/kernel/rows.ts';
import * as short from '../../../src/read/kernel/short-columns.ts';
import * as sums from '../../../src/read/kernel/sums.ts';
import * as text from '../../../src/read/kernel/text.ts';
import * as units from '../../../src/read/kernel/units.ts';
import { instantiate, kernelOf } from './compiled.ts';

const script = {
  ...bytes,
  ...columns,
  ...files,
  ...flush,
  ...number,
  ...order,
  ...rows,
  ...short,
  ...sums,
  ...text,
  ...units,
};

export type Kernel = typeof script;

const FILES = [
  'bytes',
  'columns',
  'files',
  'flush',
  'number',
  'order',
  'rows',
  'short-columns',
  'sums',
  'text',
  'units',
].map((name) => `./${name}.ts`);

const maker = pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'compile-kernel.js')).href;
const { compileKernel } = (await import(maker)) as {
  compileKernel: (entry: string, others: Readonly<Record<string, string>>) => Promise<Uint8Array>;
};
const module = await compileKernel('all.ts', {
  'all.ts': FILES.map((file) => `export * from '${file}';`).join('\n'),
});

const compiled = (memory: Memory): Kernel => kernelOf(instantiate(module, memory), script);

/** Each engine by its name; it works in the memory that it is given. */
export const ENGINES: readonly (readonly [name: string, engineOf: (memory: Memory) => Kernel])[] = [
  ['as a script', () => script],
  ['as WebAssembly', compiled],
];
