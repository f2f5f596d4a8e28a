/**
 * The calls by which an output gets onto the disk, one by one: outputs.ts says in which order, and a test may let any
 * of them fail.
 */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';

/** Each either does what it says or throws the system's error. Paths are absolute. */
export interface Disk {
  /** What stands there, no link followed; undefined where nothing does. */
  readonly look: (path: string) => Stats | undefined;
  readonly realPath: (path: string) => string;
  /** Throws unless whoever runs the tool may write there. */
  readonly proveWritable: (path: string) => void;
  readonly list: (folder: string) => readonly string[];
  /** Makes a file where nothing stands, not even a link, open for writing and reading back. */
  readonly create: (path: string) => number;
  /** How many of the bytes were taken: perhaps not all. */
  readonly write: (file: number, bytes: Uint8Array) => number;
  readonly readBack: (file: number, into: Uint8Array, position: number) => number;
  readonly setMode: (file: number, mode: number) => void;
  /** Until the bytes outlast a power cut. */
  readonly flush: (file: number) => void;
  readonly close: (file: number) => void;
  /** The same for the names in a folder; systems that cannot go without. */
  readonly flushFolder: (folder: string) => void;
  readonly move: (from: string, to: string) => void;
  /** A second name for a file; some disks know none. Nothing may stand there. */
  readonly link: (path: string, as: string) => void;
  readonly copy: (path: string, as: string) => void;
  readonly remove: (path: string) => void;
  /** Removes a folder that is empty. */
  readonly removeFolder: (path: string) => void;
  readonly makeFolder: (path: string) => void;
}

const { O_CREAT, O_EXCL, O_RDWR, O_NOFOLLOW = 0 } = constants;

/** Systems that cannot open or flush a folder say one of these; what they lack is no failure of the disk. */
const NO_FOLDER_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EACCES', 'EPERM', 'EBADF']);

/** The real one. */
export const disk: Disk = {
  look: (path) => lstatSync(path, { throwIfNoEntry: false }),
  realPath: (path) => realpathSync(path),
  proveWritable: (path) => accessSync(path, constants.W_OK),
  list: (folder) => readdirSync(folder),
  create: (path) => openSync(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o666),
  write: (file, bytes) => writeSync(file, bytes),
  readBack: (file, into, position) => again(() => readSync(file, into, 0, into.length, position)),
  setMode: (file, mode) => fchmodSync(file, mode),
  flush: (file) => fsyncSync(file),
  close: (file) => closeSync(file),
  flushFolder,
  move: (from, to) => renameSync(from, to),
  link: (path, as) => linkSync(path, as),
  copy: (path, as) => copyFileSync(path, as, constants.COPYFILE_EXCL),
  remove: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
  makeFolder: (path) => mkdirSync(path),
};

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch (error) {
    if (!NO_FOLDER_FLUSH.has(systemCode(error))) throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Does it again where a signal broke in: the system asks for no more than that. */
export function again<T>(call: () => T): T {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (systemCode(error) !== 'EINTR') throw error;
    }
  }
}

/** The system's code of an error such as ENOSPC; empty where it is none of the system's. */
export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** Fills a buffer with the bytes of an open file from a position on and says how many; any thread may do so. */
export function readPart(file: number, into: Uint8Array, position: number): number {
  return again(() => readSync(file, into, 0, into.length, position));
}
