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
  /** Notes the names of a folder, each of which stands behind `before` in its path, and which of them are files and no links. */
  readonly list: (before: string, names: readonly string[], isFile: (name: string) => boolean) => void;
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

/** Names whose paths nobody has asked for yet but in their order; they have the numbers from `first` on. */
interface Listing {
  readonly before: string;
  readonly names: readonly string[];
  readonly first: number;
}

/**
 * Of no file yet. Ten thousand of them as objects would be moved again and again by the collector of new ones, and to look
 * each up by its path takes as long as to look at its file: mostly the next one of a listing is asked for.
 */
export function createIdentities(): Identities {
  const numbers = new Map<string, number>();
  /** What stands before the names of files that have their number there. */
  const met = new Set<string>();
  /** Those of a listing are there once they were asked for. */
  const paths: (string | undefined)[] = [];
  const read: number[] = [];
  let marks = new Uint8Array(FIRST_ROOM);
  let all = new Float64Array(4 * FIRST_ROOM);
  let listing: Listing = { before: '', names: [], first: 0 };
  let last = 0;

  const isAt = (number: number, path: string): boolean => {
    const known = paths[number];
    if (known !== undefined) return known === path;
    const { before, names, first } = listing;
    const name = names[number - first];
    if (name === undefined || path.length !== before.length + name.length) return false;
    if (!path.endsWith(name) || !path.startsWith(before)) return false;
    paths[number] = path;
    return true;
  };
  const pathOf = (number: number): string => {
    const { before, names, first } = listing;
    return paths[number] ?? before + (names[number - first] as string);
  };
  /** Makes the paths of the listing, so that each is found by itself. */
  const settle = (): void => {
    const { before, names, first } = listing;
    if (names.length > 0) met.add(before);
    for (let number = first; number < first + names.length; number++) {
      const path = pathOf(number);
      paths[number] = path;
      numbers.set(path, number);
    }
    listing = { before: '', names: [], first: 0 };
  };
  const find = (path: string): number => {
    if (isAt(last + 1, path)) last++;
    else if (isAt(listing.first, path)) last = listing.first;
    else if (!isAt(last, path)) {
      if (path.startsWith(listing.before)) settle();
      const known = numbers.get(path);
      if (known === undefined) return -1;
      last = known;
    }
    return last;
  };
  const makeRoom = (count: number): void => {
    if (count <= marks.length) return;
    const room = Math.max(count, 2 * marks.length);
    const [moreMarks, more] = [new Uint8Array(room), new Float64Array(4 * room)];
    moreMarks.set(marks);
    more.set(all);
    [marks, all] = [moreMarks, more];
  };
  const number = (path: string): number => {
    const known = find(path);
    if (known >= 0) return known;
    makeRoom(paths.length + 1);
    met.add(path.slice(0, path.lastIndexOf('/') + 1));
    numbers.set(path, paths.length);
    return paths.push(path) - 1;
  };
  return {
    number,
    find,
    list: (before, names, isFile) => {
      settle();
      const isNew = !met.has(before);
      if (isNew) {
        listing = { before, names, first: paths.length };
        last = paths.length - 1;
        makeRoom(paths.length + names.length);
        paths.length += names.length;
      }
      for (let at = 0; at < names.length; at++) {
        const name = names[at] as string;
        const own = isNew ? listing.first + at : number(before + name);
        const mark = marks[own] as number;
        marks[own] = isFile(name) ? mark | LISTED : mark & ~LISTED;
      }
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
    pathOf,
    read: () => read,
  };
}

/** Whether it is the same file, unchanged. */
export function isSame(a: Identity, b: Identity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino && a.dev === b.dev;
}
