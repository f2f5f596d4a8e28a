/** What a run looked at on the disk, so that it can be asked later whether any of it is different now. */
import { createHash, type Hash } from 'node:crypto';
import type { ReadPiece, Source } from './io.ts';
import { IoError } from './io-error.ts';

export interface Reads {
  /** The source with every look at it noted. */
  readonly source: Source;
  /** The paths looked at, files, folders and what was not there, sorted. */
  readonly paths: () => readonly string[];
  /** Those that look different now, sorted. A new file shows in its folder. */
  readonly changed: () => readonly string[];
}

/** One way of looking at a path, and what was seen. */
interface Look {
  readonly seen: string;
  readonly again: (source: Source) => string;
}

/**
 * Notes what is read through `source`: the kind of a path, the names in a folder, the bytes of a file by their SHA-256,
 * each as it was first seen. Later looks go through what `anew` gives, which knows nothing of the first. `own` are
 * files that the tool writes itself: that one appears in a folder is no change.
 */
export function noteReads(source: Source, anew: () => Source, own: readonly string[] = []): Reads {
  const looks = new Map<string, Map<string, Look>>();
  /** Looks, and notes what was seen; what could not be looked at is noted as that. */
  const noted = <T>(path: string, way: string, look: () => T, seen: (result: T) => string, again: Look['again']): T => {
    const note = (what: string): void => {
      const ways = looks.get(path) ?? new Map<string, Look>();
      looks.set(path, ways);
      if (!ways.has(way)) ways.set(way, { seen: what, again });
    };
    try {
      const result = look();
      note(seen(result));
      return result;
    } catch (error) {
      note(UNREADABLE);
      throw error;
    }
  };
  // Of a file that threads read from several places, nobody could say what was seen.
  const { pieces, open: _, together: __, ...others } = source;
  const size = (path: string): number =>
    noted(
      path,
      'size',
      () => source.size(path),
      String,
      (of) => `${of.size(path)}`,
    );
  return {
    source: {
      ...others,
      kind: (path) => {
        const kindIn = (of: Source): string => of.kind(path) ?? 'nothing';
        return noted(
          path,
          'kind',
          () => source.kind(path),
          (kind) => kind ?? 'nothing',
          kindIn,
        );
      },
      size,
      bytes: (path) =>
        noted(
          path,
          'bytes',
          () => source.bytes(path),
          sha256,
          (of) => sha256(of.bytes(path)),
        ),
      ...(pieces && {
        pieces: <T>(path: string, most: number, take: (read: ReadPiece) => T): T | undefined => {
          if (size(path) > most) return undefined;
          const hash = createHash('sha256');
          const look = (): T | undefined => pieces(path, most, (read) => hashed(hash, read, take));
          return noted(
            path,
            'bytes',
            look,
            () => hash.digest('hex'),
            (of) => sha256(of.bytes(path)),
          );
        },
      }),
      list: (folder) => {
        const telling = (names: readonly string[]): string => tellingNames(names, folder, own);
        return noted(
          folder,
          'names',
          () => source.list(folder),
          telling,
          (of) => telling(of.list(folder)),
        );
      },
    },
    paths: () => [...looks.keys()].sort(),
    changed: () => {
      const now = anew();
      const isDifferent = ({ seen, again }: Look): boolean => seen !== attempted(() => again(now));
      return [...looks].flatMap(([path, ways]) => ([...ways.values()].some(isDifferent) ? [path] : [])).sort();
    },
  };
}

const UNREADABLE = 'unreadable';

/** What a reader takes goes through the hash, and after it what the reader left. */
function hashed<T>(hash: Hash, read: ReadPiece, take: (read: ReadPiece) => T): T {
  const reading: ReadPiece = (into) => {
    const count = read(into);
    hash.update(into.subarray(0, count));
    return count;
  };
  const result = take(reading);
  for (const rest = new Uint8Array(65_536); reading(rest) > 0; );
  return result;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The names that a person put there: editors keep theirs beside a file, hidden or with a tilde. */
function tellingNames(names: readonly string[], folder: string, own: readonly string[]): string {
  const isOwn = (name: string): boolean => own.includes(folder === '.' ? name : `${folder}/${name}`);
  return names.filter((name) => !/^[.~]|~$/.test(name) && !isOwn(name)).join('\n');
}

/** What cannot be looked at any more looks different. */
function attempted(look: () => string): string {
  try {
    return look();
  } catch (error) {
    if (error instanceof IoError) return UNREADABLE;
    throw error;
  }
}
