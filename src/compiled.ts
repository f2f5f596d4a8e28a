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
 * The kernel's functions, whose memory is that of the instance; what they take for it is where the thread's own begins.
 * They have no booleans.
 */
type Compiled = {
  readonly [Name in keyof typeof whole]: (typeof whole)[Name] extends (
    memory: Memory,
    ...given: infer Given
  ) => infer Said
    ? (ownAt: number, ...given: Given) => Said extends boolean ? number : Said
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
      fillRows: ({ ownAt }, from, end) => of.fillRows(ownAt, from, end),
      fillFiles: ({ ownAt }, first, count, row) => of.fillFiles(ownAt, first, count, row),
      flushRows: ({ ownAt }, first) => of.flushRows(ownAt, first),
      addTexts: ({ ownAt }, table, from, to) => of.addTexts(ownAt, table, from, to),
      listUnits: ({ ownAt }, list, from, end) => of.listUnits(ownAt, list, from, end),
      isPlain: ({ ownAt }, from, to) => of.isPlain(ownAt, from, to) !== 0,
      addStairs: ({ ownAt }, column, from, to, stairs, limit, sums) =>
        of.addStairs(ownAt, column, from, to, stairs, limit, sums),
      addNumbers: ({ ownAt }, column, from, to, decimals, limit, sums) =>
        of.addNumbers(ownAt, column, from, to, decimals, limit, sums),
      roundSums: ({ ownAt }, sums, rows, scale, slack, counts) => of.roundSums(ownAt, sums, rows, scale, slack, counts),
      sortRows: ({ ownAt }, figures, rows, size, ends, work) => of.sortRows(ownAt, figures, rows, size, ends, work),
      isGapless: ({ ownAt }, numbers, width, count) => of.isGapless(ownAt, numbers, width, count) !== 0,
      layDecimals: ({ ownAt }, decimals) => of.layDecimals(ownAt, decimals),
      isWithin: ({ ownAt }, column, from, to, most, under) => of.isWithin(ownAt, column, from, to, most, under) !== 0,
      isApart: ({ ownAt }, column, from, to) => of.isApart(ownAt, column, from, to) !== 0,
      countPowers: ({ ownAt }, column, from, to, powers) => of.countPowers(ownAt, column, from, to, powers),
      nextPower: ({ ownAt }, powers, from, to, step) => of.nextPower(ownAt, powers, from, to, step),
      mixCells: ({ ownAt }, column, from, to, hashes) => of.mixCells(ownAt, column, from, to, hashes),
      noteHashes: ({ ownAt }, hashes, from, to, shift, places) => of.noteHashes(ownAt, hashes, from, to, shift, places),
      gatherRows: ({ ownAt }, hashes, from, to, shift, places, rows) =>
        of.gatherRows(ownAt, hashes, from, to, shift, places, rows),
    };
    // Its first eight bytes alone are a module, too, with nothing in it.
    const names = Object.keys(kernel) as (keyof typeof whole)[];
    return names.every((name) => typeof of[name] === 'function') ? { ...kernel, module, columns: kernel } : undefined;
  } catch {
    return undefined;
  }
}
