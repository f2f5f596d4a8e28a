/** What is known of the files of a run: which were listed, and what tells one from another, and from itself after a change. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Files by number, in the order in which they were first met. */
export interface Identities {
  /** The number of a path; of one that is met for the first time the next. */
  readonly number: (path: string) => number;
  /** The number of a path that was met; else -1. */
  readonly find: (path: string) => number;
  /** Notes whether a folder listed it as a file, which is no link. */
  readonly list: (number: number, isFile: boolean) => void;
  readonly isListed: (number: number) => boolean;
  /** Notes what a file that was read is. */
  readonly add: (number: number, file: Identity) => void;
  /** Whether it was noted for a file that was another, or is changed. */
  readonly isOther: (number: number, file: Identity) => boolean;
  readonly pathOf: (number: number) => string;
  /** Those that were read, in the order in which they were first noted. */
  readonly read: () => readonly number[];
}

const FIRST_ROOM = 16;

/** What is noted of a number. */
const LISTED = 1;
const READ = 2;

/**
 * Of no file yet. Ten thousand of them as objects would be moved again and again by the collector of new ones, and to look
 * each up by its path takes as long as to look at its file: mostly the next one is asked for.
 */
export function createIdentities(): Identities {
  const numbers = new Map<string, number>();
  const paths: string[] = [];
  const read: number[] = [];
  let marks = new Uint8Array(FIRST_ROOM);
  let all = new Float64Array(4 * FIRST_ROOM);
  let last = -1;
  const find = (path: string): number => {
    if (last + 1 < paths.length && paths[last + 1] === path) return ++last;
    const known = numbers.get(path);
    if (known === undefined) return -1;
    last = known;
    return known;
  };
  const makeRoom = (): void => {
    const [moreMarks, more] = [new Uint8Array(2 * marks.length), new Float64Array(2 * all.length)];
    moreMarks.set(marks);
    more.set(all);
    [marks, all] = [moreMarks, more];
  };
  return {
    number: (path) => {
      const known = find(path);
      if (known >= 0) return known;
      if (paths.length === marks.length) makeRoom();
      numbers.set(path, paths.length);
      return paths.push(path) - 1;
    },
    find,
    list: (number, isFile) => {
      const mark = marks[number] as number;
      marks[number] = isFile ? mark | LISTED : mark & ~LISTED;
    },
    isListed: (number) => number >= 0 && ((marks[number] as number) & LISTED) !== 0,
    add: (number, { dev, ino, size, mtimeMs }) => {
      const mark = marks[number] as number;
      if ((mark & READ) === 0) read.push(number);
      marks[number] = mark | READ;
      const at = 4 * number;
      all[at] = dev;
      all[at + 1] = ino;
      all[at + 2] = size;
      all[at + 3] = mtimeMs;
    },
    isOther: (number, { dev, ino, size, mtimeMs }) => {
      if (number < 0 || ((marks[number] as number) & READ) === 0) return false;
      const at = 4 * number;
      return all[at + 2] !== size || all[at + 3] !== mtimeMs || all[at + 1] !== ino || all[at] !== dev;
    },
    pathOf: (number) => paths[number] as string,
    read: () => read,
  };
}

/** Whether it is the same file, unchanged. */
export function isSame(a: Identity, b: Identity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino && a.dev === b.dev;
}
