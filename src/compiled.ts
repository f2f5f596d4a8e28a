/** The kernel of the scanner as WebAssembly, which the build makes of src/read/kernel (build.js). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './read/kernel/memory.ts';
import type { Kernel } from './read/scan-kernel.ts';

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Compiled };
};

/** The kernel's functions, whose memory is that of the instance. */
interface Compiled {
  readonly fillRows: (memory: 0, from: number, end: number) => number;
  readonly flushRows: (memory: 0, first: number) => number;
  readonly addTexts: (memory: 0, table: number, from: number, to: number) => void;
  readonly isPlain: (memory: 0, from: number, to: number) => number;
}

/** The kernel in this memory; undefined where it is not to be had: then the script does the same, more slowly. */
export function compileKernel(memory: Memory): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: memory.block } });
    const { fillRows, flushRows, addTexts, isPlain } = exports;
    // Its first eight bytes alone are a module, too, with nothing in it.
    if (![fillRows, flushRows, addTexts, isPlain].every((each) => typeof each === 'function')) return undefined;
    return {
      fillRows: (_memory, from, end) => fillRows(0, from, end),
      flushRows: (_memory, first) => flushRows(0, first),
      addTexts: (_memory, table, from, to) => addTexts(0, table, from, to),
      isPlain: (_memory, from, to) => isPlain(0, from, to) !== 0,
    };
  } catch {
    return undefined;
  }
}
