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
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { again, readPart } from './disk.ts';
import { fullPathsFrom, nearPathsFrom } from './full-paths.ts';
import { createIdentities, type Identity, isSame } from './identities.ts';
import { attempt, IoError, ioError } from './io-error.ts';
import { LISTED, NAMED, readTogether } from './small-files.ts';
import { proveNoTarget, type Target } from './targets.ts';

/** Fills a buffer with the next bytes and says how many; 0 at the end. */
export type ReadPiece = (into: Uint8Array) => number;

/** A file that stays open while it is worked on, for threads that read it from several places at once. */
export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
  /** Fills a buffer with the bytes from a position on and says how many; 0 at the end. */
  readonly readAt: (into: Uint8Array, position: number) => number;
  /** Hears how many bytes were taken, by all threads. */
  readonly tell?: (bytes: number) => void;
}

/** Where texts come from. Paths are those a user would write: relative to the working folder, with `/`. */
export interface Source {
  readonly kind: (path: string) => 'file' | 'folder' | 'other' | undefined;
  /** Bytes of a file before it is read; 0 for standard input. */
  readonly size: (path: string) => number;
  /** The bytes of a file. */
  readonly bytes: (path: string) => Uint8Array;
  /**
   * Hands the bytes of a file over piece by piece, so that a large one never stands in memory as a whole. Undefined,
   * with nothing read, for one of more than `most` bytes.
   */
  readonly pieces?: <T>(path: string, most: number, take: (read: ReadPiece) => T) => T | undefined;
  /**
   * Reads files that were listed, one behind the other, as far as they have room and each has at most `most` bytes; gives
   * where each ends. It stops before the first of which there is anything to tell.
   */
  readonly together?: (paths: readonly string[], into: Uint8Array, most: number) => readonly number[];
  /** Hands over a file on a real disk, open; absent where bytes come from elsewhere. */
  readonly open?: <T>(path: string, take: (file: OpenFile) => T) => T | undefined;
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

/** What came of a file that was read, and whether all of it came with one call to the system. */
interface Work<T> {
  readonly result: T;
  readonly inOnePiece?: boolean;
}

/** Whether files that were listed, whose paths begin with `before`, lie in a folder. */
interface Inside {
  readonly before: string;
  readonly folder?: string;
  readonly answer: boolean;
}

/** A source on a real disk, where others may write at the same time. */
export interface DiskSource extends Source {
  /** Every file that was read, in the order of reading; not standard input. */
  readonly read: () => readonly string[];
  /** Errors: an input that is no longer what was read of it. */
  readonly proveUnchanged: () => void;
}

/**
 * The files below a working folder, and standard input under the name `-`. Errors: a file that is one of `targets`
 * by whatever name; one that is not the same at the end of a reading as at its start, or at an earlier reading.
 * `beforeLarge` is called when the size of a large file is known, before it is read.
 *
 * A folder may hold ten thousand files, so of each little is asked: what listing it said of them (a file, no link)
 * needs no second look, and a small one is opened, looked at, read, closed, and looked at when all is done.
 */
export function diskSource(
  cwd: string,
  readStdin: () => Uint8Array,
  targets: readonly Target[] = [],
  beforeLarge: () => void = () => {},
): DiskSource {
  let stdin: Uint8Array | undefined;
  const files = createIdentities();
  const isListed = (path: string): boolean => files.isListed(files.find(path));
  const full = fullPathsFrom(cwd);
  const near = nearPathsFrom(cwd);
  const realPaths = new Map<string, string>();
  const realPath = (folder: string): string => {
    const known = realPaths.get(folder) ?? realpathSync(folder);
    realPaths.set(folder, known);
    return known;
  };
  /** What was said last of a file that was listed: all of its folder lie where it lies. */
  let inside: Inside = { before: '', answer: false };
  const standardInput = (): Uint8Array => {
    stdin ??= attempt('-', readStdin);
    return stdin;
  };
  const sizeOfStandardInput = (): number => {
    try {
      return standardInput().length;
    } catch (error) {
      if (error instanceof TooLong) return error.size;
      throw error;
    }
  };
  const prove = (path: string, place: string, stat: Stats): void => proveNoTarget(path, place, stat, targets, realPath);
  /** Opens a file for the work, which may leave it unread; looks at it before and, unless it came in one piece, after. */
  const reading = <T>(path: string, work: (file: number, size: number) => Work<T> | undefined): T | undefined =>
    attempt(path, () => {
      const place = near(path);
      const known = files.find(path);
      const file = openSync(place, files.isListed(known) ? LISTED : NAMED);
      try {
        const stat = fstatSync(file);
        if (!stat.isFile() && !stat.isDirectory()) throw changed(path);
        prove(path, place, stat);
        if (files.isOther(known, stat)) throw changed(path);
        const { size } = stat;
        if (size > LARGE) beforeLarge();
        const done = work(file, size);
        if (done === undefined) return undefined;
        if (!done.inOnePiece) proveSame(path, stat, fstatSync(file));
        files.add(files.number(path), stat);
        return done.result;
      } finally {
        closeSync(file);
      }
    });
  return {
    kind: (path) => {
      if (path === '-' || isListed(path)) return 'file';
      const stat = attempt(path, () => statOf(near(path)));
      if (stat === undefined) return undefined;
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    },
    size: (path) => (path === '-' ? sizeOfStandardInput() : attempt(path, () => statSync(near(path))).size),
    bytes: (path) => {
      if (path === '-') return standardInput();
      const work = (file: number, size: number): Work<Uint8Array> => {
        if (size > MOST_BYTES) throw new TooLong(path, size);
        return { result: readFileSync(file) };
      };
      return reading(path, work) as Uint8Array;
    },
    pieces: (path, most, take) => {
      if (path === '-') return sizeOfStandardInput() > most ? undefined : take(piecesOf(standardInput()));
      return reading(path, (file, size) => {
        if (size > most) return undefined;
        let [pieces, rest] = [0, size];
        const read: ReadPiece = (into) => {
          // Behind its size stands nothing, or it was changed; of some files the system does not know the size.
          if (pieces > 0 && rest === 0) return 0;
          const count = again(() => readSync(file, into, 0, into.length, null));
          rest -= count;
          pieces++;
          return count;
        };
        const result = take(read);
        return { result, inOnePiece: pieces === 1 && rest === 0 };
      });
    },
    together: (paths, into, most) => readTogether({ files, near, prove }, paths, into, Math.min(most, LARGE)),
    list: (folder) => {
      const entries = attempt(folder, () => readdirSync(near(folder), { withFileTypes: true }));
      const others = new Set<string>();
      for (const entry of entries) if (!entry.isFile()) others.add(entry.name);
      const names = entries.map(({ name }) => name).sort();
      files.list(beforeNames(folder), names, (name) => !others.has(name));
      return names;
    },
    open: (path, take) =>
      reading(path, (descriptor, size) => {
        const result = take({ descriptor, size, readAt: (into, position) => readPart(descriptor, into, position) });
        // Threads that were started have taken it back (see process.ts).
        if (size > LARGE) beforeLarge();
        return { result };
      }),
    isInside: (path, folder) => {
      const end = path.lastIndexOf('/') + 1;
      const isKnown = isListed(path);
      const isAgain = folder === inside.folder && end === inside.before.length && path.startsWith(inside.before);
      if (isKnown && isAgain) return inside.answer;
      return attempt(path, () => {
        const place = isKnown ? realPath(dirname(full(path))) : realpathSync(full(path));
        const way = relative(realPath(full(folder)), place);
        const answer = way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[\\/]|[a-zA-Z]:)/.test(way);
        if (isKnown) inside = { before: path.slice(0, end), folder, answer };
        return answer;
      });
    },
    read: () => files.read().map(files.pathOf),
    proveUnchanged: () => {
      for (const known of files.read()) {
        const path = files.pathOf(known);
        if (files.isOther(known, lookAt(path, near(path)))) throw changed(path);
      }
    },
  };
}

/** What stands at a path now. Errors: those of the system. */
function lookAt(path: string, place: string): Stats {
  try {
    return statSync(place);
  } catch (error) {
    throw ioError(path, error);
  }
}

function proveSame(path: string, before: Identity, now: Identity): void {
  if (!isSame(before, now)) throw changed(path);
}

function changed(path: string): IoError {
  return new IoError(path, {
    en: 'was changed while it was being read; run again when nobody is writing to it',
    vi: 'bị thay đổi trong khi đang đọc; hãy chạy lại khi không còn ai ghi vào tệp',
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

/** The names in the folder in which a path would lie; none where there is no such folder, or it cannot be listed. */
export function namesBeside({ kind, list }: Source, path: string): readonly string[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.';
  try {
    return kind(folder) === 'folder' ? list(folder) : [];
  } catch {
    return [];
  }
}

/** The folder of the sample project that comes with the tool. */
export function samplePath(): string {
  return fileURLToPath(new URL('../fixtures/khanh-hoa-2019', import.meta.url)).replaceAll('\\', '/');
}

/** What stands before a name in the path by which it is asked for. */
function beforeNames(folder: string): string {
  return folder === '.' || folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`;
}
