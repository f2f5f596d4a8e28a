/** What tells a file from another, and from itself after a change. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What the files were that were read. */
export interface Identities {
  /** Notes what the file of a path is. */
  readonly add: (path: string, file: Identity) => void;
  /** Whether the path was noted for a file that was another, or is changed. */
  readonly isOther: (path: string, file: Identity) => boolean;
  /** All paths, in the order in which they were first noted. */
  readonly paths: () => readonly string[];
}

const FIRST_ROOM = 16;

/** Of no file yet. Ten thousand of them as objects would be moved again and again by the collector of new ones. */
export function createIdentities(): Identities {
  const numbers = new Map<string, number>();
  let all = new Float64Array(4 * FIRST_ROOM);
  return {
    add: (path, { dev, ino, size, mtimeMs }) => {
      const known = numbers.get(path);
      const at = 4 * (known ?? numbers.size);
      if (known === undefined) numbers.set(path, numbers.size);
      if (at === all.length) {
        const more = new Float64Array(2 * all.length);
        more.set(all);
        all = more;
      }
      all[at] = dev;
      all[at + 1] = ino;
      all[at + 2] = size;
      all[at + 3] = mtimeMs;
    },
    isOther: (path, { dev, ino, size, mtimeMs }) => {
      const known = numbers.get(path);
      if (known === undefined) return false;
      const at = 4 * known;
      return all[at + 2] !== size || all[at + 3] !== mtimeMs || all[at + 1] !== ino || all[at] !== dev;
    },
    paths: () => [...numbers.keys()],
  };
}

/** Whether it is the same file, unchanged. */
export function isSame(a: Identity, b: Identity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino && a.dev === b.dev;
}
