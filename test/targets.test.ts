/** Inputs that are outputs, too, by whatever name: held against a plain comparison of the whole folded paths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedPath, proveNoTarget, type Target } from '../src/targets.ts';

const asIs = (folder: string) => folder;
const targetOf = (path: string): Target => ({ path, folded: foldedPath('/', path, asIs) });

/** Whether an input is told to be a target of another file's number. */
function isTold(input: string, target: string): boolean {
  try {
    proveNoTarget('in', input, { dev: 1, ino: 2 }, [targetOf('/other/z.csv'), targetOf(target)], asIs);
    return false;
  } catch {
    return true;
  }
}

const letter = fc.constantFrom(
  'a',
  'A',
  'k',
  'K',
  '\u212a',
  'e',
  'E',
  'é',
  'e\u0301',
  '\u0301',
  'İ',
  'i',
  'ß',
  'ẞ',
  '.',
  '@',
  '`',
  '[',
);
const name = fc
  .array(letter, { minLength: 1, maxLength: 4 })
  .map((letters) => letters.join(''))
  .filter((all) => !/^\.+$/.test(all));
const path = fc.tuple(fc.constantFrom('/w/', '/W/', '/w/x/', '/'), name).map((parts) => parts.join(''));

describe('an input is a target', () => {
  it('where their paths fold to the same, and nowhere else', () => {
    let told = 0;
    const hold = (input: string, target: string) => {
      const isSame = foldedPath('/', input, asIs) === foldedPath('/', target, asIs);
      if (isSame) told++;
      expect(isTold(input, target)).toBe(isSame);
    };
    fc.assert(
      fc.property(path, path, (input, target) => {
        hold(input, target);
        for (const same of [input, input.toUpperCase(), input.normalize('NFD'), input.toLowerCase()]) hold(input, same);
      }),
      { numRuns: 2000, seed: 5 },
    );
    expect(told).toBeGreaterThan(4000);
  });

  it('where it is the same file on the disk, whatever its name', () => {
    const target = { path: '/w/a.csv', dev: 1, ino: 2 };
    expect(() => proveNoTarget('in', '/w/b.csv', { dev: 1, ino: 2 }, [target], asIs)).toThrow('/w/a.csv');
    expect(() => proveNoTarget('in', '/w/b.csv', { dev: 1, ino: 3 }, [target], asIs)).not.toThrow();
    expect(() => proveNoTarget('in', '/w/b.csv', { dev: 2, ino: 2 }, [target], asIs)).not.toThrow();
  });

  it('where links lead to the same folder', () => {
    const linked = (folder: string) => folder.replace('/link', '/w');
    const target: Target = { path: '/w/A.csv', folded: foldedPath('/', '/w/A.csv', linked) };
    expect(() => proveNoTarget('in', '/link/a.CSV', { dev: 1, ino: 2 }, [target], linked)).toThrow('/w/A.csv');
    expect(() => proveNoTarget('in', '/far/a.CSV', { dev: 1, ino: 2 }, [target], linked)).not.toThrow();
  });
});
