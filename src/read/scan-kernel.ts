/**
 * A memory and the kernel that works in it, which is WebAssembly where there is much to do: V8 has that ready at once,
 * while a script becomes fast only when a good part of a large file was read.
 */
import type { ColumnKernel } from './column-passes.ts';
import * as script from './kernel/kernel.ts';
import { Memory } from './kernel/memory.ts';

/**
 * What the kernel does; see kernel/kernel.ts. Where it is compiled, also what other threads need not compile again, and what
 * goes over whole columns (kernel/columns.ts).
 */
export type Kernel = typeof script & { readonly module?: object; readonly columns?: ColumnKernel };

/** Gives the kernel compiled for a memory; undefined where that is not to be had. */
export type Compile = (memory: Memory) => Kernel | undefined;

export interface Engine {
  readonly memory: Memory;
  kernel: Kernel;
  readonly compile: Compile | undefined;
  /** Units and rows that are left to the general way; then the kernel has its turn, compiled. */
  patience: number;
}

/** To compile the kernel takes as long as some hundred rows take in the general way, when V8 has compiled neither. */
const PATIENCE = 500;

/** The script in a memory, which is a new one unless one is given. */
export function createEngine(compile?: Compile, memory = new Memory()): Engine {
  return { memory, kernel: script, compile, patience: PATIENCE };
}

/** Says that so many units or rows are to be read, or were. */
export function announce(engine: Engine, rows: number): void {
  if (engine.patience <= 0) return;
  engine.patience -= rows;
  if (engine.patience <= 0) engine.kernel = engine.compile?.(engine.memory) ?? engine.kernel;
}
