/** Reading from a disk on which others write: what is changed meanwhile is refused, and no input is ever an output. */
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DiskSource, diskSource, foldedPath, MOST_BYTES, TooLong } from '../src/io.ts';
import { emptyFolder } from './sample-project.ts';

const NOTHING = new Uint8Array();

function opened(): { readonly folder: string; readonly source: DiskSource } {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'units.csv'), 'id,name\nso-y-te,Sở Y tế\n');
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
      source.pieces?.('units.csv', (next) => {
        next(new Uint8Array(4));
        appendFileSync(join(folder, 'units.csv'), 'x\n');
      });
    expect(read).toThrow(CHANGED);
  });

  it('is gone', () => {
    const { folder, source } = opened();
    source.bytes('units.csv');
    renameSync(join(folder, 'units.csv'), join(folder, 'other.csv'));
    expect(() => source.proveUnchanged()).toThrow('units.csv: there is no such file or folder');
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
    expect(() => source.pieces?.(input, () => {})).toThrow(message);
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
    expect(() => source.pieces?.('units.csv', broken)).toThrow(TypeError);
  });
});

describe('a large file', () => {
  it('is announced when its size is asked for, and no smaller one is', () => {
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
    expect([source.size('small.csv'), announced]).toEqual([100_000, 0]);
    expect([source.size('large.csv'), announced]).toEqual([100_001, 1]);
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
