/** The only file that touches the disk: reads bytes, lists folders, writes an output whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reading or writing failed; the tool ends with exit code 3. */
export class IoError extends Error {
  readonly path: string;
  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.name = 'IoError';
    this.path = path;
  }
}

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

/** The files below a working folder, and standard input under the name `-`. */
export function diskSource(cwd: string, readStdin: () => Uint8Array): Source {
  let stdin: Uint8Array | undefined;
  const full = (path: string) => resolve(cwd, path);
  return {
    kind: (path) => {
      if (path === '-') return 'file';
      const stat = statOf(full(path));
      if (stat === undefined) return undefined;
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    },
    size: (path) => (path === '-' ? 0 : attempt(path, () => statSync(full(path)).size)),
    bytes: (path) => {
      if (path === '-') {
        stdin ??= attempt('-', readStdin);
        return stdin;
      }
      return attempt(path, () => {
        const { size } = statSync(full(path));
        if (size > MOST_BYTES) throw new Error(`${size} bytes are more than the limit of ${MOST_BYTES}`);
        return readFileSync(full(path));
      });
    },
    pieces: (path, take) => {
      if (path === '-') {
        stdin ??= attempt('-', readStdin);
        return take(piecesOf(stdin));
      }
      const file = attempt(path, () => openSync(full(path), 'r'));
      try {
        return take((into) => attempt(path, () => readSync(file, into, 0, into.length, null)));
      } finally {
        closeSync(file);
      }
    },
    list: (folder) => attempt(folder, () => readdirSync(full(folder)).sort(byCodePoints)),
    isInside: (path, folder) =>
      attempt(path, () => {
        const way = relative(realpathSync(full(folder)), realpathSync(full(path)));
        return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[\\/]|[a-zA-Z]:)/.test(way);
      }),
  };
}

/** Undefined where nothing is there, be it that a file stands where the path asks for a folder. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
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

/** All of standard input. */
export function readStandardInput(): Uint8Array {
  return readFileSync(0);
}

function byCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Writes a file whole: into a temporary file beside it, which is flushed, checked and renamed. An existing file
 * is replaced in one step or stays as it was. Refused: a symbolic link, and any of `inputs` by whatever name.
 */
export function writeWhole(cwd: string, path: string, bytes: Uint8Array, inputs: readonly string[]): void {
  const target = resolve(cwd, path);
  const old = lstatSync(target, { throwIfNoEntry: false });
  if (old?.isSymbolicLink()) throw new IoError(path, 'is a symbolic link; name the file itself');
  if (old && !old.isFile()) throw new IoError(path, 'is not a regular file');
  for (const input of inputs) {
    const stat = input === '-' ? undefined : statSync(resolve(cwd, input), { throwIfNoEntry: false });
    if (old && stat && stat.dev === old.dev && stat.ino === old.ino) {
      throw new IoError(path, `is the input ${input}; an output never replaces an input`);
    }
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  attempt(path, () => {
    try {
      writeNew(temporary, bytes);
      if (statSync(temporary).size !== bytes.length) throw new Error('fewer bytes were written than there are');
      renameSync(temporary, target);
      flushFolder(dirname(target));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/**
 * Writes a folder whole or not at all. Names of files may have `/`. A folder that is not there is made beside its
 * place and renamed when every file is in it; into one that is there and empty, the files move when all are written.
 * Refused where anything else stands there.
 */
export function writeFolder(cwd: string, folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const target = resolve(cwd, folder);
  attempt(folder, () => {
    const old = lstatSync(target, { throwIfNoEntry: false });
    if (old && !(old.isDirectory() && readdirSync(target).length === 0)) {
      throw new IoError(folder, 'is already there; name a new folder');
    }
    const hidden = `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`;
    const temporary = join(old ? target : dirname(target), hidden);
    const moved: string[] = [];
    try {
      mkdirSync(temporary, { recursive: true });
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(temporary, name)), { recursive: true });
        writeNew(join(temporary, name), bytes);
      }
      if (old === undefined) renameSync(temporary, target);
      for (const name of old === undefined ? [] : readdirSync(temporary)) {
        renameSync(join(temporary, name), join(target, name));
        moved.push(join(target, name));
      }
      flushFolder(old ? target : dirname(target));
    } catch (error) {
      for (const path of moved) rmSync(path, { recursive: true, force: true });
      throw error;
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}

function writeNew(path: string, bytes: Uint8Array): void {
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const file = openSync(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o666);
  try {
    for (let written = 0; written < bytes.length; ) {
      const count = writeSync(file, bytes, written, bytes.length - written);
      if (count <= 0) throw new Error('the disk took no more bytes');
      written += count;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the rename last over a power cut; systems that cannot open a folder go without. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted (is the file open in Excel? close it there)',
  EBUSY: 'busy (is the file open in Excel? close it there)',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EISDIR: 'is a folder',
  EEXIST: 'is already there',
  EMFILE: 'too many files are open',
};

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof IoError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new IoError(path, (code === undefined ? undefined : CAUSES[code]) ?? message);
  }
}
