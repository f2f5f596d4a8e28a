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
    expect([files.isOther('a', FILE), files.paths()]).toEqual([false, []]);
    files.add('a', FILE);
    expect([files.isOther('a', FILE), files.isOther('b', OTHERS[0] as typeof FILE)]).toEqual([false, false]);
    expect(OTHERS.map((other) => files.isOther('a', other))).toEqual([true, true, true, true]);
  });

  it('is what it was noted for last, among many, and all are told in their order', () => {
    const files = createIdentities();
    const paths = Array.from({ length: 100 }, (_, at) => `f/${at}`);
    for (const [at, path] of paths.entries()) files.add(path, { ...FILE, size: at, ino: at * 2 });
    for (const [at, path] of paths.entries()) {
      expect(files.isOther(path, { ...FILE, size: at, ino: at * 2 })).toBe(false);
      expect(files.isOther(path, { ...FILE, size: at, ino: at * 2 + 1 })).toBe(true);
    }
    files.add('f/15', { ...FILE, size: 1000, ino: 30 });
    expect(files.isOther('f/15', { ...FILE, size: 1000, ino: 30 })).toBe(false);
    expect(files.isOther('f/15', { ...FILE, size: 15, ino: 30 })).toBe(true);
    expect(files.isOther('f/16', { ...FILE, size: 16, ino: 32 })).toBe(false);
    expect(files.paths()).toEqual(paths);
  });
});
