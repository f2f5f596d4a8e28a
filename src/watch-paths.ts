/** Waits for changes on the disk: folders are watched, and a series of events is one change. */
import { realpathSync, statSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { attempt } from './io-error.ts';

/** What waits for changes. */
export interface Watching {
  /** True once something has happened and it is quiet again; false when it was broken off. */
  readonly happened: Promise<boolean>;
  readonly breakOff: () => void;
}

/** Milliseconds without an event after which a change is over: an editor writes, renames and touches in one go. */
const QUIET = 100;

/**
 * Waits until something happens to one of the paths. Their folders are watched, not the files, since many editors
 * put a new file in the place of the old one; of what is not there, the nearest folder that is. Errors: a folder that
 * the system does not watch.
 */
export function watchPaths(cwd: string, paths: readonly string[]): Watching {
  let settle = (_: boolean): void => {};
  const happened = new Promise<boolean>((done) => {
    settle = done;
  });
  const stir = debounced(
    () => end(true),
    (work) => {
      const timer = setTimeout(work, QUIET);
      return () => clearTimeout(timer);
    },
  );
  const folders = new Set(paths.flatMap((path) => foldersAround(resolve(cwd, path))));
  const watchers = [...folders].map((folder) => attempt(folder, () => watch(folder, stir).on('error', stir)));
  const end = (result: boolean): void => {
    for (const watcher of watchers) watcher.close();
    settle(result);
  };
  return { happened, breakOff: () => end(false) };
}

/** Does the work once calls have ceased: each call puts it off. `later` sets an alarm and gives what calls it off. */
export function debounced(work: () => void, later: (work: () => void) => () => void): () => void {
  let callOff = (): void => {};
  return () => {
    callOff();
    callOff = later(work);
  };
}

/** The folder itself or that of a file, and where a link leads; of nothing, the nearest that is there. */
function foldersAround(path: string): readonly string[] {
  try {
    if (statSync(path).isDirectory()) return [path];
    return [dirname(path), dirname(realpathSync(path))];
  } catch {
    return dirname(path) === path ? [] : foldersAround(dirname(path));
  }
}
