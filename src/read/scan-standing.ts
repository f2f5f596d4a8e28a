/** Small files that stand in the piece one behind the other, and how far they are taken (scan-bundle.ts). */
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import type { Header } from './scan-layout.ts';

/** Files of a bundle at most, and bytes of a unit's name in one and of their header. */
export const MOST_FILES = 64;
export const NAME = 64;
export const HEADER = 1024;

/** How far the kernel has taken a file: where the first row begins that it leaves, and what `RowScan` says there. */
export interface Taken {
  readonly at: number;
  readonly line: number;
  readonly read: number;
  readonly leaf: number;
  readonly isAlone: boolean;
}

/** A file in the piece; `taken` where the kernel has taken its header at least. */
export interface Standing {
  readonly from: number;
  readonly end: number;
  readonly taken: Taken | undefined;
}

/** The files that stand in the piece. */
export interface Bundle {
  /** Addresses: of what the kernel knows of each, of the names of their units, and of their header. */
  readonly known: number;
  readonly names: number;
  readonly headerAt: number;
  header: Header | undefined;
  /** Numbers of the first, of the one behind the last, and of the first that is not taken. */
  first: number;
  end: number;
  next: number;
  /** How far the kernel has taken that one; absent: it was not asked yet. */
  left: { readonly taken: Taken | undefined } | undefined;
}

/** None yet. */
export function createBundle(memory: Memory): Bundle {
  return {
    known: memory.allot(map.BUNDLED * MOST_FILES),
    names: memory.allot(NAME * MOST_FILES),
    headerAt: memory.allot(HEADER),
    header: undefined,
    ...{ first: 0, end: 0, next: 0, left: undefined },
  };
}
