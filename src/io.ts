/** Reads bytes from the disk and lists folders; sees to it that a file does not change while the tool works on it. */
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { again } from './disk.ts';
import { attempt, IoError } from './io-error.ts';
import { visible } from './model/visible.ts';

/** Fills a buffer with the next bytes and says how many; 0 at the end. */
export type ReadPiece = (into: Uint8Array) => number;

/** Where texts come from. Paths are those a user would write: relative to the working folder, with `/`. */
export interface Source {
  readonly kind: (path: string) => 'file' | 'folder' | 'other' | undefined;
  /** Bytes of a file before it is read; 0 for standard input. */
  readonly size: (path: string) => number;
  /** The bytes of a file. */
  readonly bytes: (path: string) => Uint8Array;
  /** Hands the bytes of a file over piece by piece, so that a large one never stands in memory as a whole. */
  readonly pieces?: <T>(path: string, take: (read: ReadPiece) => T) => T;
  /** Names in a folder, sorted by code points. */
  readonly list: (folder: string) => readonly string[];
  /** Whether a path, links followed, lies in a folder. */
  readonly isInside: (path: string, folder: string) => boolean;
}

/** A file larger than this is refused before it is read. */
export const MOST_BYTES = 1_000_000_000;

/** Of a file above so many bytes, many objects are made. */
const LARGE = 100_000;

/** Standard input had more bytes than the tool takes. */
export class TooLong extends IoError {
  /** How many were read before it was given up. */
  readonly size: number;
  constructor(path: string, size: number) {
    super(path, {
      en: `more than ${MOST_BYTES} bytes; divide it into several files`,
      vi: `hơn ${MOST_BYTES} byte; hãy chia thành nhiều tệp`,
    });
    this.size = size;
  }
}

/** What tells a file from another, and from itself after a change. */
interface Identity {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

/** A source on a real disk, where others may write at the same time. */
export interface DiskSource extends Source {
  /** Every file that was read, in the order of reading; not standard input. */
  readonly read: () => readonly string[];
  /** Errors: an input that is no longer what was read of it. */
  readonly proveUnchanged: () => void;
}

/** Where an output is to be written; no input may be there. */
export interface Target {
  readonly path: string;
  /** Of the file that it replaces. */
  readonly dev?: number;
  readonly ino?: number;
  /** The path as `foldedPath` has it; absent where only the file is known. */
  readonly folded?: string;
}

/**
 * The files below a working folder, and standard input under the name `-`. Errors: a file that is one of `targets`
 * by whatever name; one that is not the same at the end of a reading as at its start, or at an earlier reading.
 * `beforeLarge` is called when the size of a large file was asked for, before it is read.
 */
export function diskSource(
  cwd: string,
  readStdin: () => Uint8Array,
  targets: readonly Target[] = [],
  beforeLarge: () => void = () => {},
): DiskSource {
  let stdin: Uint8Array | undefined;
  const seen = new Map<string, Identity>();
  const full = (path: string) => resolve(cwd, path);
  const realPaths = new Map<string, string>();
  const realPath = (folder: string): string => {
    const known = realPaths.get(folder) ?? realpathSync(folder);
    realPaths.set(folder, known);
    return known;
  };
  const standardInput = (): Uint8Array => {
    stdin ??= attempt('-', readStdin);
    return stdin;
  };
  /** Opens a file for the work, and looks at it before and after. */
  const reading = <T>(path: string, work: (file: number, size: number) => T): T =>
    attempt(path, () => {
      const file = openSync(full(path), 'r');
      try {
        const before = fstatSync(file);
        proveNoTarget(path, before, targets);
        if (targets.length > 0) proveNoNamesake(path, foldedPath(cwd, path, realPath), targets);
        proveSame(path, seen.get(path) ?? before, before);
        const result = work(file, before.size);
        proveSame(path, before, fstatSync(file));
        seen.set(path, before);
        return result;
      } finally {
        closeSync(file);
      }
    });
  return {
    kind: (path) => {
      if (path === '-') return 'file';
      const stat = attempt(path, () => statOf(full(path)));
      if (stat === undefined) return undefined;
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    },
    size: (path) => {
      if (path !== '-') {
        const { size } = attempt(path, () => statSync(full(path)));
        if (size > LARGE) beforeLarge();
        return size;
      }
      try {
        return standardInput().length;
      } catch (error) {
        if (error instanceof TooLong) return error.size;
        throw error;
      }
    },
    bytes: (path) => {
      if (path === '-') return standardInput();
      return reading(path, (file, size) => {
        if (size > MOST_BYTES) throw new TooLong(path, size);
        return readFileSync(file);
      });
    },
    pieces: (path, take) => {
      if (path === '-') return take(piecesOf(standardInput()));
      return reading(path, (file) => take((into) => again(() => readSync(file, into, 0, into.length, null))));
    },
    list: (folder) => attempt(folder, () => readdirSync(full(folder)).sort(byCodePoints)),
    isInside: (path, folder) =>
      attempt(path, () => {
        const way = relative(realpathSync(full(folder)), realpathSync(full(path)));
        return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[\\/]|[a-zA-Z]:)/.test(way);
      }),
    read: () => [...seen.keys()],
    proveUnchanged: () => {
      for (const [path, before] of seen)
        proveSame(
          path,
          before,
          attempt(path, () => statSync(full(path))),
        );
    },
  };
}

function proveSame(path: string, before: Identity, now: Identity): void {
  if (now.size === before.size && now.mtimeMs === before.mtimeMs && now.ino === before.ino && now.dev === before.dev) {
    return;
  }
  throw new IoError(path, {
    en: 'was changed while it was being read; run again when nobody is writing to it',
    vi: 'bị thay đổi trong khi đang đọc; hãy chạy lại khi không còn ai ghi vào tệp',
  });
}

function proveNoTarget(input: string, { dev, ino }: Identity, targets: readonly Target[]): void {
  const target = targets.find((one) => one.dev === dev && one.ino === ino);
  if (target === undefined) return;
  const name = visible(input, 200);
  throw new IoError(target.path, {
    en: `is the input ${name}; an output never replaces an input: name another file`,
    vi: `chính là tệp đầu vào ${name}; không bao giờ ghi đè đầu vào: hãy chọn tệp khác`,
  });
}

/** A path as disks see it that do not tell cases or compositions of letters apart; its folder with links followed. */
export function foldedPath(cwd: string, path: string, realPath: (folder: string) => string): string {
  const full = resolve(cwd, path);
  return join(realPath(dirname(full)), basename(full))
    .normalize('NFC')
    .toLowerCase();
}

/** An output beside an input of the same name but for the case of its letters would replace it on many disks. */
function proveNoNamesake(input: string, place: string, targets: readonly Target[]): void {
  const target = targets.find(({ folded }) => folded === place);
  if (target === undefined) return;
  const name = visible(input, 200);
  throw new IoError(target.path, {
    en: `is the input ${name} where disks do not tell cases apart; an output never replaces an input: name another file`,
    vi: `trùng tệp đầu vào ${name} trên ổ đĩa không phân biệt chữ hoa, chữ thường; hãy chọn tên khác`,
  });
}

/** Undefined where nothing is there: a file stands where the path asks for a folder, or no file can have that name. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return undefined;
    throw error;
  }
}

function piecesOf(bytes: Uint8Array): ReadPiece {
  let at = 0;
  return (into) => {
    const piece = bytes.subarray(at, at + into.length);
    into.set(piece);
    at += piece.length;
    return piece.length;
  };
}

/** The folder of the sample project that comes with the tool. */
export function samplePath(): string {
  return fileURLToPath(new URL('../fixtures/khanh-hoa-2019', import.meta.url)).replaceAll('\\', '/');
}

function byCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
