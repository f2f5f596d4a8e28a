/** A disk on which one call fails: the real one, counted call by call. */
import { type Disk, disk } from '../src/disk.ts';

/** Calls that only look; a failure of theirs is a failure as any other. */
export type CallName = keyof Disk;

/** The error that the system gives for a code. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall} failed`), { code, syscall });
}

/** The real disk; each call is handed to `before` first, by its name and its number from 1. */
export function watchedDisk(before: (name: CallName, count: number) => void): Disk {
  let count = 0;
  const watched = Object.entries(disk).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      before(name as CallName, ++count);
      return (call as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(watched) as Disk;
}
