/**
 * A zip file's parts, by exact names and within limits: sizes are taken from the central directory and held while
 * inflating, so that a file can neither say less than it holds nor hold more than it may. Nothing goes to disk.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { WorkbookFlaw } from '../faults/workbook.ts';

export const MOST_UNPACKED = 256_000_000;
const MOST_RATIO = 100;
/** Small parts of one repeated letter are no bomb. */
const ALWAYS_ALLOWED = 1_000_000;
const MOST_PARTS = 10_000;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

export interface Zip {
  readonly names: ReadonlySet<string>;
  /** The bytes of a part; undefined where there is none of the name. Throws a `ZipError`. */
  readonly part: (name: string) => Uint8Array | undefined;
}

/** What is wrong with a zip file; caught where the workbook is read. */
export class ZipError extends Error {
  readonly why: WorkbookFlaw;
  constructor(why: WorkbookFlaw) {
    super(why);
    this.name = 'ZipError';
    this.why = why;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Reads the directory alone. Throws a `ZipError`. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = within(() => directory(bytes, view));
  const all = [...entries.values()];
  const unpacked = all.reduce((total, entry) => total + entry.unpacked, 0);
  const isBomb = unpacked > ALWAYS_ALLOWED && unpacked > MOST_RATIO * bytes.length;
  if (unpacked > MOST_UNPACKED || isBomb) throw new ZipError('too-large');
  return {
    names: new Set(entries.keys()),
    part: (name) => {
      const entry = entries.get(name);
      return entry && within(() => inflate(bytes, view, entry));
    },
  };
}

/** Whatever lies outside the file is damage. */
function within<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('damaged');
    throw error;
  }
}

function directory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new ZipError('too-many-parts');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    if (entries.has(path)) throw new ZipError('repeated-part');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ZipError('encrypted');
    entries.set(path, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Where the end record stands: last, but for a comment of at most 64 KB. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ZipError('damaged');
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { offset, packed, unpacked, method } = entry;
  if (view.getUint32(offset, true) !== LOCAL) throw new ZipError('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new ZipError('damaged');
  const raw = bytes.subarray(start, start + packed);
  const whole = method === 0 ? raw : method === 8 ? inflated(raw, unpacked) : undefined;
  if (whole === undefined || whole.length !== unpacked || crc32(whole) !== entry.crc) throw new ZipError('damaged');
  return whole;
}

/** At most the bytes that the directory declared; undefined where there are more, or none that can be read. */
function inflated(raw: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
