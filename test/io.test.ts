/** Reading from a disk on which others write: what is changed meanwhile is refused, and no input is ever an output. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DiskSource, diskSource, MOST_BYTES, TooLong } from '../src/io.ts';
import { foldedPath } from '../src/targets.ts';
import { emptyFolder } from './sample-project.ts';

const NOTHING = new Uint8Array();

const UNITS = 'id,name\nso-y-te,Sở Y tế\n';
const SIZE = Buffer.byteLength(UNITS);

function opened(): { readonly folder: string; readonly source: DiskSource } {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'units.csv'), UNITS);
  return { folder, source: diskSource(folder, () => NOTHING) };
}

const CHANGED = 'units.csv: was changed while it was being read';

describe('a file that somebody writes to', () => {
  const changes: readonly (readonly [string, (file: string) => void])[] = [
    ['is longer', (file) => appendFileSync(file, 'x\n')],
    ['is shorter', (file) => writeFileSync(file, 'id\n')],
    [
      'was replaced by one of the same size and time',
      (file) => {
        const { size, atime, mtime } = statSync(file);
        writeFileSync(`${file}.new`, 'x'.repeat(size));
        utimesSync(`${file}.new`, atime, mtime);
        renameSync(`${file}.new`, file);
      },
    ],
    ['has another time', (file) => utimesSync(file, 1, 1)],
  ];

  it.each(changes)('%s before the work is done', (_, change) => {
    const { folder, source } = opened();
    source.bytes('units.csv');
    expect(() => source.proveUnchanged()).not.toThrow();
    change(join(folder, 'units.csv'));
    expect(() => source.proveUnchanged()).toThrow(CHANGED);
  });

  it.each(changes)('%s when it is read again', (_, change) => {
    const { folder, source } = opened();
    source.bytes('units.csv');
    change(join(folder, 'units.csv'));
    expect(() => source.bytes('units.csv')).toThrow(CHANGED);
  });

  it('is longer at the end of the reading than at its start', () => {
    const { folder, source } = opened();
    const read = () =>
      source.pieces?.('units.csv', MOST_BYTES, (next) => {
        next(new Uint8Array(4));
        appendFileSync(join(folder, 'units.csv'), 'x\n');
      });
    expect(read).toThrow(CHANGED);
  });

  it('is longer after it was read in one piece', () => {
    const { folder, source } = opened();
    const read = source.pieces?.('units.csv', MOST_BYTES, (next) => {
      const counts = [next(new Uint8Array(100)), next(new Uint8Array(100))];
      appendFileSync(join(folder, 'units.csv'), 'x\n');
      return counts;
    });
    expect(read).toEqual([SIZE, 0]);
    expect(() => source.proveUnchanged()).toThrow(CHANGED);
  });

  it('is not read in pieces where it is larger than asked for, and is where it is as large', () => {
    const { source } = opened();
    const count = (most: number) => source.pieces?.('units.csv', most, (next) => next(new Uint8Array(100)));
    expect([count(SIZE - 1), source.read()]).toEqual([undefined, []]);
    expect([count(SIZE), source.read()]).toEqual([SIZE, ['units.csv']]);
  });

  it('is gone', () => {
    const { folder, source } = opened();
    source.bytes('units.csv');
    renameSync(join(folder, 'units.csv'), join(folder, 'other.csv'));
    expect(() => source.proveUnchanged()).toThrow('units.csv: there is no such file or folder');
  });
});

describe('a file that stood in a folder when it was listed', () => {
  function listed(): { readonly file: string; readonly folder: string; readonly source: DiskSource } {
    const { folder, source } = opened();
    mkdirSync(join(folder, 'x.csv'));
    symlinkSync('units.csv', join(folder, 'link.csv'));
    expect(source.list('.')).toEqual(['link.csv', 'units.csv', 'x.csv']);
    return { file: join(folder, 'units.csv'), folder, source };
  }

  it('is told from folders and links', () => {
    const { folder, source } = listed();
    const kinds = () => ['link.csv', 'units.csv', 'x.csv'].map((name) => source.kind(name));
    expect(kinds()).toEqual(['file', 'file', 'folder']);
    expect(['link.csv', 'units.csv'].map((name) => source.isInside(name, '.'))).toEqual([true, true]);
    expect(['link.csv', 'units.csv'].map((name) => source.isInside(name, 'x.csv'))).toEqual([false, false]);
    unlinkSync(join(folder, 'units.csv'));
    mkdirSync(join(folder, 'units.csv'));
    source.list('.');
    expect(kinds()).toEqual(['folder', 'folder', 'folder']);
  });

  it('lies where its folder lies, links followed', () => {
    const { folder, source } = opened();
    const outside = emptyFolder();
    writeFileSync(join(outside, 'a.csv'), 'x');
    symlinkSync(outside, join(folder, 'behind'));
    expect(source.list('behind')).toEqual(['a.csv']);
    expect([source.isInside('behind/a.csv', '.'), source.isInside('behind/a.csv', 'behind')]).toEqual([false, true]);
    // All of a folder lie alike, and those of another do not.
    writeFileSync(join(outside, 'b.csv'), 'x');
    expect(source.list('behind')).toEqual(['a.csv', 'b.csv']);
    expect(source.list('.')).toEqual(['behind', 'units.csv']);
    const asked = ['behind/a.csv', 'behind/b.csv', 'units.csv', 'behind/b.csv', 'behind', 'units.csv'];
    expect(asked.map((path) => source.isInside(path, '.'))).toEqual([false, false, true, false, false, true]);
    const folders = ['behind', '.', 'behind', 'behind'];
    expect(folders.map((way) => source.isInside('behind/b.csv', way))).toEqual([true, false, true, true]);
  });

  it.runIf(process.platform !== 'win32')(
    'is not read once it is a link, a pipe or a folder, nor once it is gone',
    () => {
      const changes: readonly (readonly [string, (file: string) => void])[] = [
        ['symbolic links lead in a circle or to where none may', (file) => symlinkSync('x.csv', file)],
        ['was changed while it was being read', (file) => execFileSync('mkfifo', [file])],
        ['is a folder', (file) => mkdirSync(file)],
        ['there is no such file', () => {}],
      ];
      for (const [message, change] of changes) {
        const { file, source } = listed();
        unlinkSync(file);
        change(file);
        expect(() => source.bytes('units.csv')).toThrow(`units.csv: ${message}`);
        expect(() => source.pieces?.('units.csv', MOST_BYTES, (next) => next(new Uint8Array(9)))).toThrow(message);
      }
    },
  );
});

describe('small files that are read together', () => {
  /** Four files of three bytes, listed. */
  function small(before: (folder: string) => void = () => {}) {
    const folder = emptyFolder();
    const paths = ['a', 'b', 'c', 'd'].map((name) => `${name}.csv`);
    for (const path of paths) writeFileSync(join(folder, path), `${path[0]}\r\n`);
    before(folder);
    const source = diskSource(folder, () => NOTHING);
    source.list('.');
    const read = (room = 100, most = 100) => {
      const into = new Uint8Array(room);
      const ends = source.together?.(paths, into, most);
      return { ends, text: Buffer.from(into.subarray(0, ends?.at(-1))).toString() };
    };
    return { folder, source, read };
  }

  it('stand one behind the other, and count as read', () => {
    const { source, read } = small();
    expect(read()).toEqual({ ends: [3, 6, 9, 12], text: 'a\r\nb\r\nc\r\nd\r\n' });
    expect(source.read()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
    expect(read()).toEqual({ ends: [3, 6, 9, 12], text: 'a\r\nb\r\nc\r\nd\r\n' });
    expect(source.read()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
  });

  it('are as many as have room, and are no larger than asked for', () => {
    expect(small().read(9).ends).toEqual([3, 6, 9]);
    expect(small().read(11).ends).toEqual([3, 6, 9]);
    expect(small().read(100, 3).ends).toEqual([3, 6, 9, 12]);
    expect(small().read(100, 2).ends).toEqual([]);
  });

  it('were listed: of others nobody knows whether they are links', () => {
    const { folder } = small();
    const source = diskSource(folder, () => NOTHING);
    expect(source.together?.(['a.csv'], new Uint8Array(9), 9)).toEqual([]);
  });

  it('end before the first of which there is anything to tell, which does not count as read', () => {
    const replaced = (put: (file: string) => void) => (folder: string) => {
      unlinkSync(join(folder, 'c.csv'));
      put(join(folder, 'c.csv'));
    };
    const changes: readonly ((folder: string) => void)[] = [
      replaced(() => {}),
      replaced((file) => symlinkSync('d.csv', file)),
      replaced((file) => mkdirSync(file)),
      (folder) => writeFileSync(join(folder, 'c.csv'), ''),
    ];
    for (const change of changes) {
      const { folder, source, read } = small();
      change(folder);
      expect(read().ends).toEqual([3, 6]);
      expect(source.read()).toEqual(['a.csv', 'b.csv']);
      expect(small(change).read().ends).toEqual([3, 6]);
    }
  });

  it('end before one that was changed since an earlier reading, and before one that an output is to replace', () => {
    const { folder, source, read } = small();
    source.bytes('b.csv');
    appendFileSync(join(folder, 'b.csv'), 'x\n');
    expect(read().ends).toEqual([3]);
    const { dev, ino } = statSync(join(folder, 'd.csv'));
    const other = diskSource(folder, () => NOTHING, [{ path: 'ranking.csv', dev, ino }]);
    other.list('.');
    expect(other.together?.(['c.csv', 'd.csv'], new Uint8Array(9), 9)).toEqual([3]);
    expect(() => other.bytes('d.csv')).toThrow('ranking.csv: is the input d.csv');
  });

  it('must be the same when all is done', () => {
    const { folder, source, read } = small();
    read();
    expect(() => source.proveUnchanged()).not.toThrow();
    writeFileSync(join(folder, 'c.csv'), 'c\r\nc\n');
    expect(() => source.proveUnchanged()).toThrow('c.csv: was changed while it was being read');
    expect(() => source.bytes('c.csv')).toThrow('c.csv: was changed while it was being read');
  });
});

describe('a file that an output is to replace', () => {
  it.each<[string, (folder: string) => void, string]>([
    ['by its name', () => {}, 'units.csv'],
    ['by another way', (folder) => mkdirSync(join(folder, 'x')), 'x/../units.csv'],
    ['by a second name', (folder) => linkSync(join(folder, 'units.csv'), join(folder, 'b.csv')), 'b.csv'],
    ['by a symbolic link', (folder) => symlinkSync('units.csv', join(folder, 'b.csv')), 'b.csv'],
    ['by a link to its folder', (folder) => symlinkSync('.', join(folder, 'x')), 'x/units.csv'],
  ])('is no input, %s', (_, prepare, input) => {
    const { folder } = opened();
    prepare(folder);
    const { dev, ino } = statSync(join(folder, 'units.csv'));
    const source = diskSource(folder, () => NOTHING, [{ path: 'ranking.csv', dev, ino }]);
    const message = `ranking.csv: is the input ${input}; an output never replaces an input`;
    expect(() => source.bytes(input)).toThrow(message);
    expect(() => source.pieces?.(input, MOST_BYTES, () => {})).toThrow(message);
    expect(() => source.open?.(input, () => {})).toThrow(message);
  });
});

describe('a file that stands open', () => {
  it('is read from any place, and must be the same in the end', () => {
    const { folder, source } = opened();
    const { size } = statSync(join(folder, 'units.csv'));
    const all = source.bytes('units.csv');
    const into = new Uint8Array(4);
    source.open?.('units.csv', (file) => {
      expect(file.size).toBe(size);
      expect(file.readAt(into, size - 2)).toBe(2);
      expect([...into.subarray(0, 2)]).toEqual([...all.subarray(-2)]);
      expect(file.readAt(into, 1)).toBe(4);
      expect([...into]).toEqual([...all.subarray(1, 5)]);
      expect(file.readAt(into, size)).toBe(0);
    });
    const change = () => source.open?.('units.csv', () => appendFileSync(join(folder, 'units.csv'), 'x\n'));
    expect(change).toThrow(CHANGED);
  });
});

describe('paths', () => {
  it('that cannot be a file are not there, and those that the system refuses are told', () => {
    const { folder, source } = opened();
    expect(source.kind('units.csv/x')).toBeUndefined();
    expect(source.kind('a\0b')).toBeUndefined();
    symlinkSync('round', join(folder, 'round'));
    expect(() => source.kind('round')).toThrow('round: symbolic links lead in a circle');
    expect(() => source.kind('a'.repeat(300))).toThrow('the name is too long');
  });

  it('a fault of ours in the middle of reading is not taken for one of the disk', () => {
    const { source } = opened();
    const broken = () => {
      throw new TypeError('ours');
    };
    expect(() => source.pieces?.('units.csv', MOST_BYTES, broken)).toThrow(TypeError);
  });
});

describe('a large file', () => {
  it('is announced before it is read, and no smaller one is', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'small.csv'), 'x'.repeat(100_000));
    writeFileSync(join(folder, 'large.csv'), 'x'.repeat(100_001));
    let announced = 0;
    const source = diskSource(
      folder,
      () => NOTHING,
      [],
      () => announced++,
    );
    expect([source.bytes('small.csv').length, announced]).toEqual([100_000, 0]);
    expect([source.pieces?.('large.csv', MOST_BYTES, () => announced), announced]).toEqual([1, 1]);
    // With others none is read that would have to be announced.
    source.list('.');
    const together = (path: string) => source.together?.([path], new Uint8Array(200_000), MOST_BYTES);
    expect([together('small.csv'), together('large.csv'), announced]).toEqual([[100_000], [], 1]);
  });
});

describe('standard input', () => {
  it('is read once and has the size of its bytes', () => {
    let count = 0;
    const source = diskSource('.', () => {
      count++;
      return new Uint8Array(3);
    });
    expect([source.kind('-'), source.size('-'), source.bytes('-').length, count]).toEqual(['file', 3, 3, 1]);
  });

  it('that never ends has the size at which it was given up, and no bytes', () => {
    const source = diskSource('.', () => {
      throw new TooLong('-', MOST_BYTES + 1);
    });
    expect(source.size('-')).toBe(MOST_BYTES + 1);
    expect(() => source.bytes('-')).toThrow(`-: more than ${MOST_BYTES} bytes`);
  });
});

describe('a path where cases are not told apart', () => {
  it('is one for all cases and compositions of its own name, with the links of its folder followed', () => {
    const links = (folder: string): string => (folder === '/project/link' ? '/data' : folder);
    const folded = (path: string): string => foldedPath('/project', path, links);
    expect(folded('Units.CSV')).toBe('/project/units.csv');
    expect(folded('./a/../units.csv')).toBe('/project/units.csv');
    expect(folded('Huế.csv'.normalize('NFD'))).toBe('/project/huế.csv');
    expect(folded('link/A.csv')).toBe('/data/a.csv');
  });
});

describe('a large file that stays open', () => {
  it('is told before it is read, and again after threads may have worked on it; a small one is not', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'small.csv'), UNITS);
    writeFileSync(join(folder, 'large.csv'), UNITS.repeat(10_000));
    const heard: string[] = [];
    const source = diskSource(
      folder,
      () => NOTHING,
      [],
      () => heard.push('large'),
    );
    const open = source.open as NonNullable<DiskSource['open']>;
    source.bytes('small.csv');
    expect(open('small.csv', () => heard)).toEqual([]);
    expect(open('large.csv', () => [...heard])).toEqual(['large']);
    expect(heard).toEqual(['large', 'large']);
  });
});
