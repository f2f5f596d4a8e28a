/** Files of a test: texts or bytes by path, as `load.ts` reads them from a disk. */
import type { Source } from '../src/io.ts';

/** A source of nothing but these files; folders are what stands before a slash. */
export function memorySource(files: ReadonlyMap<string, string | Uint8Array>): Source {
  const paths = [...files.keys()];
  const prefixOf = (folder: string) => (folder === '.' ? '' : `${folder}/`);
  const below = (folder: string) => paths.filter((path) => path.startsWith(prefixOf(folder)));
  return {
    kind: (path) => (files.has(path) ? 'file' : below(path).length > 0 ? 'folder' : undefined),
    size: (path) => bytesOf(files.get(path)).length,
    bytes: (path) => bytesOf(files.get(path)),
    list: (folder) => [
      ...new Set(below(folder).map((path) => path.slice(prefixOf(folder).length).split('/')[0] as string)),
    ],
    isInside: () => true,
  };
}

function bytesOf(file: string | Uint8Array = ''): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
