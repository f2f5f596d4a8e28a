/**
 * How far the reading is, on one line of a terminal that is written over and at last taken away.
 *
 *   [########------------]  41 %  long.csv        of a file that takes several pieces
 *   #3120  7500014.csv                            of files read at once: which it is
 *
 * Reading is most of the work on large inputs and does not let go of the process, so that no timer could tick: it is
 * looked at the clock with every piece of a file that is read. Nothing is shown of work that takes less than a second.
 */
import type { DiskSource } from './io.ts';
import { templateOf } from './model/encoded.ts';
import { printable, visible } from './model/visible.ts';
import type { Output } from './surface.ts';

/** Milliseconds before anything is shown, and between one sight and the next. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Letters of the bar and of a file's name; letters may take two columns, so the name asks for a wide terminal. */
const BAR = 20;
const NAME = 30;
const COLUMNS_WITH_NAME = BAR + 10 + 2 * NAME;

const drawn = templateOf<'terminal'>();

const CLEAR = drawn`\r\u001b[K`;

export interface Watched {
  /** The source, whose reading is seen on the terminal. */
  readonly source: DiskSource;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Watches the reading of a source; `now` tells milliseconds that only rise. */
export function watch(source: DiskSource, terminal: Output, now: () => number): Watched {
  let next = now() + PATIENCE;
  let files = 0;
  let last = '';
  let isShown = false;
  const show = (path: string, share: () => number | undefined): void => {
    const time = now();
    if (time < next) return;
    next = time + PAUSE;
    isShown = true;
    const part = share();
    const name =
      (terminal.columns ?? 0) < COLUMNS_WITH_NAME ? '' : `  ${visible(path.split('/').at(-1) as string, NAME)}`;
    terminal.write(drawn`${CLEAR}${printable(part === undefined ? `#${files}` : barOf(part))}${printable(name)}`);
  };
  /** A file may be read again by another way, as may those that were read together with it. */
  const known = new Set<string>();
  const count = (path: string): void => {
    if (path !== last && !known.has(path)) files++;
    last = path;
  };
  return {
    source: {
      ...source,
      bytes: (path) => {
        count(path);
        show(path, () => undefined);
        return source.bytes(path);
      },
      open: (path, take) => {
        count(path);
        const from = source.open as NonNullable<DiskSource['open']>;
        return from(path, (file) =>
          take({ ...file, tell: (bytes) => show(path, () => bytes / Math.max(file.size, 1)) }),
        );
      },
      together: (paths, into, most) => {
        const from = source.together as NonNullable<DiskSource['together']>;
        const ends = from(paths, into, most);
        known.clear();
        for (const path of paths.slice(0, ends.length)) {
          count(path);
          show(path, () => undefined);
        }
        for (const path of paths.slice(0, ends.length)) known.add(path);
        return ends;
      },
      pieces: (path, most, take) => {
        count(path);
        let done = 0;
        let pieces = 0;
        const share = (): number | undefined => (pieces > 1 ? done / Math.max(source.size(path), 1) : undefined);
        const from = source.pieces as NonNullable<DiskSource['pieces']>;
        return from(path, most, (read) =>
          take((into) => {
            const count = read(into);
            done += count;
            if (count > 0) pieces++;
            show(path, share);
            return count;
          }),
        );
      },
    },
    end: () => {
      if (isShown) terminal.write(CLEAR);
      isShown = false;
    },
  };
}

/** A share from 0 to 1 of the file at hand. */
function barOf(share: number): string {
  const full = Math.min(Math.floor(share * BAR), BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] ${`${Math.floor(share * 100)}`.padStart(3)} %`;
}
