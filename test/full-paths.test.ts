/** Full paths of many files of a few folders, held against what node:path makes of each by itself. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullPathsFrom, nearPathsFrom } from '../src/full-paths.ts';

const part = fc.constantFrom('', '.', '..', '...', '.a', 'a', 'a.csv', '..b', 'xã', ' ', 'a\\b', 'c:');
const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

describe('full paths', () => {
  it('are those of node:path, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom('/', '/w', '/w/x'), fc.array(path, { minLength: 1, maxLength: 8 }), (cwd, paths) => {
        const full = fullPathsFrom(cwd);
        // Each twice, since the folder of the one before is remembered.
        for (const each of [...paths, ...paths]) expect(full(each)).toBe(resolve(cwd, each));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('by hand', () => {
    const full = fullPathsFrom('/w');
    const paths = [
      'f/a.csv',
      'f/b.csv',
      'b.csv',
      '/b.csv',
      '/f/b.csv',
      'f/.',
      'f/..',
      'f/',
      '',
      'f/../b.csv',
      'g//b.csv',
    ];
    expect(paths.map(full)).toEqual([
      ...['/w/f/a.csv', '/w/f/b.csv', '/w/b.csv', '/b.csv', '/f/b.csv', '/w/f', '/w', '/w/f', '/w', '/w/b.csv'],
      '/w/g/b.csv',
    ]);
  });
});

describe('near paths', () => {
  it('lead where the full ones do, and are what was written where that counts from the working folder', () => {
    const here = process.cwd();
    fc.assert(
      fc.property(
        fc.constantFrom(here, '/w'),
        fc.constantFrom('', `${here}/`, `${here}/f/`),
        path,
        (cwd, before, each) => {
          const near = nearPathsFrom(cwd)(before + each);
          expect(resolve(near)).toBe(resolve(cwd, before + each));
          const ways = [before + each, resolve(cwd, before + each), (before + each).slice(here.length + 1)];
          expect(ways).toContain(near);
        },
      ),
      { numRuns: 2000, seed: 4 },
    );
  });

  it('by hand', () => {
    const here = process.cwd();
    const near = nearPathsFrom(here);
    expect(['a.csv', 'f/a.csv', 'f/./a.csv', '/w/a.csv', './a'].map(near)).toEqual([
      ...['a.csv', 'f/a.csv', 'f/./a.csv', '/w/a.csv', './a'],
    ]);
    // From the root it would go to where it stands already.
    expect([`${here}/a.csv`, `${here}/f/./a.csv`, `${here}a/b`, here].map(near)).toEqual([
      ...['a.csv', 'f/./a.csv', `${here}a/b`, here],
    ]);
    expect([`${here}//a.csv`, `${here}/f/../a.csv`].map(near)).toEqual([`${here}/a.csv`, `${here}/a.csv`]);
    // By the name of a link back, the system goes to the folder above where it leads; and no file may stand before a slash.
    const full = ['link/../a.csv', 'a.csv/', 'a.csv/.', '', '..', '.'];
    expect(full.map(near)).toEqual(full.map((each) => resolve(here, each)));
    expect(['a.csv', 'f/a.csv'].map(nearPathsFrom('/w'))).toEqual(['/w/a.csv', '/w/f/a.csv']);
  });
});
