/**
 * The memory that the kernel works in, as a script sees it; memory.as.ts is the same for WebAssembly. Both work in the
 * same bytes: a table that was made here is read there.
 *
 * Addresses are whole numbers, in bytes. The memory only grows, and what was viewed in it stays where it is. Several
 * threads may work in one: each has an area of its own for the piece that it reads and for its job (map.ts).
 */
import type { Passes } from '../../model/passes.ts';
import type { Room } from '../../model/room.ts';
import { AREA, OWN, OWN_SIZE } from './map.ts';

const PAGE = 65_536;

/**
 * Pages that a memory may grow to, which are set apart for it from the beginning, without taking any: two gigabytes less
 * a page, so that no address is negative (the cells of three million units and a hundred leaves); or fewer where the
 * process may not have as many addresses.
 */
const MOST_PAGES = [32_767, 4096, 512] as const;

/** Bytes at the beginning; what is not touched takes no memory. */
const FIRST_PAGES = 16;

const LEAST_LENT = 1024;

/** The part of a memory that columns leave for what only the kernel may have. */
const SPARE = 1 / 8;

interface ArrayKind<A> {
  readonly BYTES_PER_ELEMENT: number;
  new (count: number): A;
  new (buffer: SharedArrayBuffer, at: number, count: number): A;
}

/** Bytes that grow by pages; those that were viewed before stay where they are. */
export interface Block {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): void;
}

declare const WebAssembly: {
  Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => Block;
};

/** A block that only scripts can use, in the words of ES2024. */
interface GrowingBuffer extends SharedArrayBuffer {
  grow(bytes: number): void;
}
const GrowingBuffer = SharedArrayBuffer as unknown as new (
  bytes: number,
  limits: { readonly maxByteLength: number },
) => GrowingBuffer;

/** A block, and the bytes that it may grow to. */
interface Largest {
  readonly block: Block;
  readonly most: number;
}

/**
 * A block of WebAssembly. Where it is not to be had (`--jitless`, few addresses), one that only scripts can use, as large
 * as may be. Errors: RangeError where there is no room at all.
 */
function createBlock(): Largest {
  const [maximum] = MOST_PAGES;
  try {
    const block = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum, shared: true });
    return { block, most: maximum * PAGE };
  } catch {}
  for (const pages of MOST_PAGES) {
    try {
      return createScriptBlock(pages);
    } catch {}
  }
  return createScriptBlock(FIRST_PAGES);
}

function createScriptBlock(pages: number): Largest {
  const buffer = new GrowingBuffer(FIRST_PAGES * PAGE, { maxByteLength: pages * PAGE });
  return { block: { buffer, grow: (more) => buffer.grow(buffer.byteLength + more * PAGE) }, most: pages * PAGE };
}

export class Memory implements Room {
  readonly block: Block;
  /** Where the area of this thread begins, and what it has there behind the piece. */
  readonly area: number;
  readonly ownAt: number;
  passes: Passes | undefined = undefined;
  private readonly most: number;
  bytes: Uint8Array = new Uint8Array(0);
  private words: DataView = new DataView(new ArrayBuffer(0));
  private ints: Int32Array = new Int32Array(0);
  private doubles: Float64Array = new Float64Array(0);
  private free = AREA;
  /** Whether other threads read what is known, which must not change then. */
  isRead = false;
  /** Whether one may still read that nobody waits for: nothing that it looks at is given back. */
  mayBeRead = false;
  private lent = { at: 0, room: 0 };
  /** What was given back, in pieces. */
  private readonly left: { at: number; size: number }[] = [];

  /** Empty, or the area of another thread in its memory, where nothing is allotted any more. */
  constructor({ block, most }: Largest = createBlock(), area = 0) {
    this.block = block;
    this.most = most;
    this.area = area;
    this.ownAt = area + OWN;
    this.look();
  }

  /** Writes what this thread knows to the area of another one, which stands at `at`. */
  fillArea(at: number): Memory {
    this.bytes.copyWithin(at + OWN, this.ownAt, this.ownAt + OWN_SIZE);
    return areaAt(this.block, at);
  }

  /** Views all of the memory. */
  private look(): void {
    const { buffer } = this.block;
    this.bytes = new Uint8Array(buffer, 0, buffer.byteLength);
    this.words = new DataView(buffer, 0, buffer.byteLength);
    this.ints = new Int32Array(buffer, 0, buffer.byteLength >> 2);
    this.doubles = new Float64Array(buffer, 0, buffer.byteLength >> 3);
  }

  /** The address of so many bytes that nobody else has, all of them 0; it divides by 8. Errors: RangeError beyond what it may hold. */
  allot(size: number): number {
    const at = this.free;
    const next = at + ((size + 7) & ~7);
    const { length } = this.bytes;
    if (next > length) {
      // By a half if it may be, so that it grows seldom.
      const wished = Math.min(Math.max(next, length * 1.5), Math.max(next, this.most));
      this.block.grow(Math.ceil((wished - length) / PAGE));
      this.look();
    }
    this.free = next;
    return at;
  }

  /** Takes back all that was allotted from an address on, which is 0 again. */
  release(at: number): void {
    this.bytes.fill(0, at, this.free);
    this.free = at;
    if (this.lent.at >= at) this.lent = { at: 0, room: 0 };
  }

  /** Takes back so many bytes from an address on, for figures: only these are not there for good. */
  giveBack(at: number, count: number): void {
    const size = (count + 7) & ~7;
    const last = this.left.at(-1);
    if (last !== undefined && last.at + last.size === at) last.size += size;
    else this.left.push({ at, size });
  }

  /** The first piece that is large enough, or an array that stands apart. */
  readonly figures = (count: number): Float64Array => {
    const size = 8 * count;
    const piece = this.left.find((each) => each.size >= size);
    if (piece === undefined || size === 0) return new Float64Array(count);
    const at = piece.at;
    piece.at += size;
    piece.size -= size;
    this.bytes.fill(0, at, at + size);
    return new Float64Array(this.block.buffer, at, count);
  };

  /** So many whole numbers of their own. */
  allotInts(count: number): Int32Array {
    const at = this.allot(4 * count);
    return new Int32Array(this.block.buffer, at, count);
  }

  /** So many doubles of their own. */
  allotDoubles(count: number): Float64Array {
    const at = this.allot(8 * count);
    return new Float64Array(this.block.buffer, at, count);
  }

  /** So many bytes of their own. */
  allotBytes(count: number): Uint8Array {
    const at = this.allot(count);
    return new Uint8Array(this.block.buffer, at, count);
  }

  /** Arrays of columns. Beyond what the memory may hold they stand apart, where only scripts see them. */
  readonly uint8 = (count: number): Uint8Array => this.view(count, Uint8Array);
  readonly int16 = (count: number): Int16Array => this.view(count, Int16Array);
  readonly int32 = (count: number): Int32Array => this.view(count, Int32Array);
  readonly float64 = (count: number): Float64Array => this.view(count, Float64Array);

  private view<A>(count: number, kind: ArrayKind<A>): A {
    const size = count * kind.BYTES_PER_ELEMENT;
    if (this.free + size > this.most * (1 - SPARE)) return new kind(count);
    const at = this.allot(size);
    return new kind(this.block.buffer, at, count);
  }

  /** The address of at least so many bytes that are needed for a moment; the next call may give the same. */
  lend(size: number): number {
    if (size > this.lent.room) {
      const room = Math.max(2 * size, LEAST_LENT);
      this.lent = { at: this.allot(room), room };
    }
    return this.lent.at;
  }

  /** The address of an array; 0 where it stands apart. */
  addressOf({ buffer, byteOffset }: ArrayBufferView): number {
    return buffer instanceof SharedArrayBuffer ? byteOffset : 0;
  }

  byte(at: i32): i32 {
    return this.bytes[at] as number;
  }

  setByte(at: i32, value: i32): void {
    this.bytes[at] = value;
  }

  /** Four bytes, wherever they begin. */
  word(at: i32): i32 {
    return this.words.getInt32(at, true);
  }

  /** Two bytes, below 0 where the first bit says so. */
  short(at: i32): i32 {
    return this.words.getInt16(at, true);
  }

  setShort(at: i32, value: i32): void {
    this.words.setInt16(at, value, true);
  }

  int(at: i32): i32 {
    return this.ints[at >> 2] as number;
  }

  setInt(at: i32, value: i32): void {
    this.ints[at >> 2] = value;
  }

  /** A whole number of the area, a byte of it, a double of it, by what lies before it there. */
  own(at: i32): i32 {
    return this.ints[(this.ownAt + at) >> 2] as number;
  }

  setOwn(at: i32, value: i32): void {
    this.ints[(this.ownAt + at) >> 2] = value;
  }

  ownByte(at: i32): i32 {
    return this.bytes[this.ownAt + at] as number;
  }

  ownDouble(at: i32): f64 {
    return this.doubles[(this.ownAt + at) >> 3] as number;
  }

  setOwnDouble(at: i32, value: f64): void {
    this.doubles[(this.ownAt + at) >> 3] = value;
  }

  double(at: i32): f64 {
    return this.doubles[at >> 3] as number;
  }

  setDouble(at: i32, value: f64): void {
    this.doubles[at >> 3] = value;
  }
}

/** The area of a thread that stands there. */
export function areaAt(block: Block, at: number): Memory {
  return new Memory({ block, most: 0 }, at);
}

/** The product of two whole numbers, of which the lower four bytes are kept. */
export function product(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

/** A whole number as a double. */
export function toDouble(value: i32): f64 {
  return value;
}

/** A double that is a whole number of four bytes as one. */
export function toWhole(value: f64): i32 {
  return value | 0;
}

/** The largest whole number that is not larger. */
export function floor(value: f64): f64 {
  return Math.floor(value);
}
