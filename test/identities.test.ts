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
    for (const path of ['a', 'b']) files.list(files.number(path), true);
    files.add(0, FILE);
    expect([0, 1].map(files.isListed)).toEqual([true, true]);
    files.list(0, false);
    files.list(1, false);
    files.list(1, true);
    expect([0, 1].map(files.isListed)).toEqual([false, true]);
    expect([files.read(), files.isOther(0, OTHERS[0] as typeof FILE), files.isOther(1, FILE)]).toEqual([
      ...[[0], true, false],
    ]);
  });
});
