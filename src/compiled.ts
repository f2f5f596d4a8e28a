/** The kernel of the scanner as WebAssembly, which the build makes of src/read/kernel (build.js). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './read/kernel/memory.ts';
import type * as whole from './read/kernel/whole.ts';
import type { Kernel } from './read/scan-kernel.ts';

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Compiled };
};

/**
 * The kernel's functions, whose memory is that of the instance; what they take for it is the address of the thread's area.
 * They have no booleans.
 */
type Compiled = {
  readonly [Name in keyof typeof whole]: (typeof whole)[Name] extends (
    memory: Memory,
    ...given: infer Given
  ) => infer Said
    ? (area: number, ...given: Given) => Said extends boolean ? number : Said
    : never;
};

/**
 * The kernel in this memory, of what another thread has compiled if that is given; undefined where it is not to be had:
 * then the script does the same, more slowly.
 */
export function compileKernel(memory: Memory, compiled?: object): Kernel | undefined {
  try {
    const module = compiled ?? new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
    const { exports: of } = new WebAssembly.Instance(module, { env: { memory: memory.block } });
    const kernel: typeof whole = {
      fillRows: ({ area }, from, end) => of.fillRows(area, from, end),
      flushRows: ({ area }, first) => of.flushRows(area, first),
      addTexts: ({ area }, table, from, to) => of.addTexts(area, table, from, to),
      isPlain: ({ area }, from, to) => of.isPlain(area, from, to) !== 0,
      addStairs: ({ area }, column, from, to, stairs, limit, sums) =>
        of.addStairs(area, column, from, to, stairs, limit, sums),
      addNumbers: ({ area }, column, from, to, decimals, limit, sums) =>
        of.addNumbers(area, column, from, to, decimals, limit, sums),
      roundSums: ({ area }, sums, rows, scale, slack, counts) => of.roundSums(area, sums, rows, scale, slack, counts),
      sortRows: ({ area }, figures, rows, size, ends, work) => of.sortRows(area, figures, rows, size, ends, work),
      layDecimals: ({ area }, decimals) => of.layDecimals(area, decimals),
      isWithin: ({ area }, column, from, to, most, under) => of.isWithin(area, column, from, to, most, under) !== 0,
      isApart: ({ area }, column, from, to) => of.isApart(area, column, from, to) !== 0,
      countPowers: ({ area }, column, from, to, powers) => of.countPowers(area, column, from, to, powers),
      nextPower: ({ area }, powers, from, to, step) => of.nextPower(area, powers, from, to, step),
      mixCells: ({ area }, column, from, to, hashes) => of.mixCells(area, column, from, to, hashes),
      noteHashes: ({ area }, hashes, from, to, shift, places) => of.noteHashes(area, hashes, from, to, shift, places),
      gatherRows: ({ area }, hashes, from, to, shift, places, rows) =>
        of.gatherRows(area, hashes, from, to, shift, places, rows),
    };
    // Its first eight bytes alone are a module, too, with nothing in it.
    const names = Object.keys(kernel) as (keyof typeof whole)[];
    return names.every((name) => typeof of[name] === 'function') ? { ...kernel, module, columns: kernel } : undefined;
  } catch {
    return undefined;
  }
}
