/** Small files of a folder, read one behind the other: of each the system is asked as little as may be. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Identities } from './identities.ts';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** How a file is opened: one that is no file any more must not make the tool wait for it, and one that was listed is no link. */
export const NAMED = O_RDONLY | O_NONBLOCK;
export const LISTED = NAMED | O_NOFOLLOW;

/** What a reader knows of the files of a run. */
export interface Reader {
  readonly files: Identities;
  /** A path for the system. */
  readonly near: (path: string) => string;
  /** Errors: a file that an output is to replace. */
  readonly prove: (path: string, place: string, file: Stats) => void;
}

/**
 * Reads files that were listed into a buffer, as far as they have room and each has at most `most` bytes, and gives where
 * each ends. It stops before the first of which there is anything to tell: the usual way tells it.
 */
export function readTogether(reader: Reader, paths: readonly string[], into: Uint8Array, most: number): number[] {
  const ends: number[] = [];
  let end = 0;
  for (let at = 0; at < paths.length; at++) {
    const size = readWhole(reader, paths[at] as string, into, end, most);
    if (size === 0) break;
    end += size;
    ends.push(end);
  }
  return ends;
}

/** Reads a listed file into a buffer from `from` on and gives its bytes; 0, with nothing noted, where that is not so simple. */
function readWhole({ files, near, prove }: Reader, path: string, into: Uint8Array, from: number, most: number): number {
  const known = files.find(path);
  if (!files.isListed(known)) return 0;
  try {
    const place = near(path);
    const file = openSync(place, LISTED);
    try {
      const stat = fstatSync(file);
      const { size } = stat;
      const room = into.length - from;
      if (!stat.isFile() || size === 0 || size > room || size > most || files.isOther(known, stat)) return 0;
      prove(path, place, stat);
      if (readSync(file, into, from, room, null) !== size) return 0;
      files.add(known, stat);
      return size;
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
}
