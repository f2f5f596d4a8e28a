/** The three standard streams, byte by byte: nothing is lost between the program and what it was told to write to. */
import { fstatSync, readFileSync, readlinkSync, readSync, statSync, writeSync } from 'node:fs';
import { MOST_BYTES, TooLong } from './io.ts';
import { IoError, ioError } from './io-error.ts';
import type { Target } from './targets.ts';

const [STDIN, STDOUT] = [0, 1];

/** How long to wait for a pipe that takes or gives nothing just now, in milliseconds. */
const A_MOMENT = 5;

/** Columns of a terminal; 80 where it was told no size, which it then says is 0, as in some CI. */
export function columnsOf({ columns }: { readonly columns?: number }): number {
  return columns || 80;
}

/** Whether a stream is a terminal. Node's module that knows takes longer to load than a small file to read. */
export function isatty(stream: number): boolean {
  return mayBeTerminal(stream) && process.getBuiltinModule('node:tty').isatty(stream);
}

/** A file, a pipe and the null device are none. */
function mayBeTerminal(stream: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    const { rdev } = statSync('/dev/null');
    const stat = fstatSync(stream);
    return stat.isCharacterDevice() && stat.rdev !== rdev;
  } catch {
    return true;
  }
}

/**
 * Writes all of the bytes before it returns, however slowly they are read. The streams of node write part of them to
 * a disk that becomes full, and say nothing. Gives false where nobody reads any more. Errors: whatever the system says.
 */
export function writeFully(stream: number, name: string, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw ioError(name, error);
      wait();
    }
  }
  return true;
}

/** All of standard input. Errors: more bytes than the tool takes. */
export function readStandardInput(): Uint8Array {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (let count = -1; count !== 0; total += count) {
    if (total > MOST_BYTES) throw new TooLong('-', total);
    const piece = new Uint8Array(PIECE);
    count = readSome(piece);
    pieces.push(piece.subarray(0, count));
  }
  return Buffer.concat(pieces, total);
}

/** A pipe gives 64 KB at a time. */
const PIECE = 65_536;

function readSome(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(STDIN, into, 0, into.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // What Windows says at the end of a pipe.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN' && code !== 'EINTR') throw error;
      wait();
    }
  }
}

function wait(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, A_MOMENT);
}

/** The file that standard output goes to; undefined for a terminal, a pipe, a device. */
export function standardOutputFile(): Target | undefined {
  const stat = fstatSync(STDOUT);
  return stat.isFile() ? { path: 'stdout', dev: stat.dev, ino: stat.ino } : undefined;
}

/**
 * Throws where the shell closed standard output (`>&-`). Node has by then put /dev/null in its place, as it is
 * when somebody throws the output away; only Linux lets the two be told apart: what node opens is open for reading
 * too, which no shell asks for, and the parent has something else there or nothing at all.
 */
export function proveOpen(): void {
  if (process.platform !== 'linux' || !fstatSync(STDOUT).isCharacterDevice()) return;
  if (!isReadableNull('self')) return;
  const parent = `${process.ppid}`;
  if (isReadableNull(parent) || (isOpen(parent) && !SHELLS.has(look(`/proc/${parent}/comm`).trim()))) return;
  throw new IoError('stdout', {
    en: 'is closed; nothing can be written there: use --output FILE, or > /dev/null to throw the result away',
    vi: 'đã bị đóng; không ghi ra được: hãy dùng --output TỆP, hoặc > /dev/null để bỏ kết quả',
  });
}

/** Other programs that start one with its output thrown away (Python, node) open /dev/null for reading too. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'mksh', 'fish', 'busybox']);

/** The lowest bits of the flags of an open file: 2 is reading and writing. */
function isReadableNull(process: string): boolean {
  const [, access] = /^flags:\s*[0-7]*([0-7])$/m.exec(look(`/proc/${process}/fdinfo/${STDOUT}`)) ?? [];
  return access === '2' && link(process) === '/dev/null';
}

function isOpen(process: string): boolean {
  return link(process) !== undefined;
}

function link(process: string): string | undefined {
  try {
    return readlinkSync(`/proc/${process}/fd/${STDOUT}`);
  } catch {
    return undefined;
  }
}

function look(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
