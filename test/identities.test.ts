/** What tells files from others and from themselves after a change: by hand, of more files than there is room for at first. */
import { describe, expect, it } from 'vitest';
import { createIdentities, isSame } from '../src/identities.ts';

const FILE = { dev: 2, ino: 2 ** 40, size: 30, mtimeMs: 1_700_000_000_000.25 };
const OTHERS = [
  { ...FILE, dev: 3 },
  { ...FILE, ino: 2 ** 40 + 1 },
  { ...FILE, size: 31 },
  { ...FILE, mtimeMs: 1_700_000_000_000.5 },
];

describe('a file', () => {
  it('is another where anything of it is', () => {
    expect(isSame(FILE, { ...FILE })).toBe(true);
    expect(OTHERS.map((other) => isSame(FILE, other))).toEqual([false, false, false, false]);
    const files = createIdentities();
    expect([files.find('a'), files.isOther(-1, FILE), files.isListed(-1), files.read()]).toEqual([
      ...[-1, false, false, []],
    ]);
    const numbers = ['a', 'b'].map(files.number);
    expect([numbers, files.isOther(0, FILE), files.read()]).toEqual([[0, 1], false, []]);
    files.add(0, FILE);
    expect([files.isOther(0, FILE), files.isOther(1, OTHERS[0] as typeof FILE)]).toEqual([false, false]);
    expect(OTHERS.map((other) => files.isOther(0, other))).toEqual([true, true, true, true]);
  });

  it('is what it was noted for last, among many, and all are told in their order', () => {
    const files = createIdentities();
    const paths = Array.from({ length: 100 }, (_, at) => `f/${at}`);
    expect(paths.map(files.number)).toEqual(paths.map((_, at) => at));
    for (const at of paths.keys()) files.add(99 - at, { ...FILE, size: at, ino: at * 2 });
    for (const at of paths.keys()) {
      expect(files.isOther(99 - at, { ...FILE, size: at, ino: at * 2 })).toBe(false);
      expect(files.isOther(99 - at, { ...FILE, size: at, ino: at * 2 + 1 })).toBe(true);
    }
    files.add(84, { ...FILE, size: 1000, ino: 30 });
    expect(files.isOther(84, { ...FILE, size: 1000, ino: 30 })).toBe(false);
    expect(files.isOther(84, { ...FILE, size: 15, ino: 30 })).toBe(true);
    expect(files.isOther(83, { ...FILE, size: 16, ino: 32 })).toBe(false);
    expect(files.read().map(files.pathOf)).toEqual([...paths].reverse());
  });

  it('is found in whatever order it is asked for, and met once', () => {
    const files = createIdentities();
    const paths = Array.from({ length: 50 }, (_, at) => `f/${at}`);
    for (const path of paths) files.number(path);
    const rounds = [paths, [...paths].reverse(), paths.map((_, at) => paths[(at * 7) % 50] as string)];
    for (const round of rounds) {
      expect(round.map((path) => files.pathOf(files.find(path)))).toEqual(round);
      expect(round.map((path) => files.pathOf(files.number(path)))).toEqual(round);
    }
    expect([files.find('f/49'), files.find('f/50'), files.number('f/50'), files.find('f/50')]).toEqual([
      49, -1, 50, 50,
    ]);
  });

  it('was listed as long as nothing else stands in its place, whether it was read or not', () => {
    const files = createIdentities();
    files.list('', ['a', 'b'], () => true);
    files.add(0, FILE);
    expect(['a', 'b'].map((path) => files.isListed(files.find(path)))).toEqual([true, true]);
    files.list('', ['a', 'b', 'c'], (name) => name === 'c');
    expect(['a', 'b', 'c'].map((path) => [files.find(path), files.isListed(files.find(path))])).toEqual([
      ...[[0, false] as const, [1, false] as const, [2, true] as const],
    ]);
    files.list('', ['b'], () => true);
    expect(['a', 'b', 'c'].map((path) => files.isListed(files.find(path)))).toEqual([false, true, true]);
    expect([files.read(), files.isOther(0, OTHERS[0] as typeof FILE), files.isOther(1, FILE)]).toEqual([
      ...[[0], true, false],
    ]);
  });

  it('has the number that it had before its folder was listed, and its own in each folder', () => {
    const files = createIdentities();
    expect([files.number('f/b'), files.number('g')]).toEqual([0, 1]);
    files.list('f/', ['a', 'b', 'c'], () => true);
    files.list('f/g/', ['a', 'b'], (name) => name === 'b');
    files.list('h/', ['a', 'b', 'c'], () => true);
    const paths = ['f/a', 'f/b', 'f/c', 'f/g/a', 'f/g/b', 'h/a', 'h/b', 'h/c', 'g'];
    const found = paths.map(files.find);
    expect(new Set(found).size).toBe(paths.length);
    expect([found[1], found[8]]).toEqual([0, 1]);
    expect(found.map(files.pathOf)).toEqual(paths);
    expect(found.map(files.isListed)).toEqual([true, true, true, false, true, true, true, true, false]);
    expect(['h', 'f/', 'h/d', 'h/aa', 'i/a', 'f/g/c', 'a', ''].map(files.find)).toEqual(Array(8).fill(-1));
  });

  it('is found among those of a listing, in any order and by its whole path alone', () => {
    const names = Array.from({ length: 40 }, (_, at) => `${at}.csv`);
    const orders = [names, [...names].reverse(), names.map((_, at) => names[(at * 7) % 40] as string)];
    for (const order of orders) {
      const files = createIdentities();
      files.number('units.csv');
      files.list('f/', names, (name) => name !== '3.csv');
      // Not one of it, though as long as the next.
      expect([files.find('g/0.csv'), files.find('f/x.csv'), files.number('f/y.csv')]).toEqual([-1, -1, 41]);
      const found = order.map((name) => files.find(`f/${name}`));
      expect(found).toEqual(order.map((name) => 1 + names.indexOf(name)));
      expect(found.map(files.pathOf)).toEqual(order.map((name) => `f/${name}`));
      expect(found.filter((number) => !files.isListed(number)).map(files.pathOf)).toEqual(['f/3.csv']);
    }
    const files = createIdentities();
    files.list('f/', names, () => true);
    // The path of one that was never asked for, and one twice, and the first again.
    expect([files.pathOf(20), files.find('f/0.csv'), files.find('f/0.csv'), files.find('f/1.csv')]).toEqual([
      ...['f/20.csv', 0, 0, 1],
    ]);
    expect([files.find('f/0.csv'), files.find('f/1.csv'), files.find('f/39.csv')]).toEqual([0, 1, 39]);
  });
});
