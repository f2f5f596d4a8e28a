/** The kernel of the scanner as WebAssembly, which the build makes of src/read/kernel (build.js). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './read/kernel/memory.ts';
import type { Kernel } from './read/scan-kernel.ts';

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Compiled };
};

/** The kernel's functions, whose memory is that of the instance; what they take for it is the address of the thread's area. */
interface Compiled {
  readonly fillRows: (area: number, from: number, end: number) => number;
  readonly flushRows: (area: number, first: number) => number;
  readonly addTexts: (area: number, table: number, from: number, to: number) => void;
  readonly isPlain: (area: number, from: number, to: number) => number;
}

/**
 * The kernel in this memory, of what another thread has compiled if that is given; undefined where it is not to be had:
 * then the script does the same, more slowly.
 */
export function compileKernel(memory: Memory, compiled?: object): Kernel | undefined {
  try {
    const module = compiled ?? new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: memory.block } });
    const { fillRows, flushRows, addTexts, isPlain } = exports;
    // Its first eight bytes alone are a module, too, with nothing in it.
    if (![fillRows, flushRows, addTexts, isPlain].every((each) => typeof each === 'function')) return undefined;
    return {
      module,
      fillRows: ({ area }, from, end) => fillRows(area, from, end),
      flushRows: ({ area }, first) => flushRows(area, first),
      addTexts: ({ area }, table, from, to) => addTexts(area, table, from, to),
      isPlain: ({ area }, from, to) => isPlain(area, from, to) !== 0,
    };
  } catch {
    return undefined;
  }
}
