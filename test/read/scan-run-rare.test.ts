/** The quick way where a row is nearly one that it may take: of another rubric, an adjustment, a survey, quotes; by hand. */
import { describe, expect, it } from 'vitest';
import { runRows } from '../../src/read/scan-run.ts';
import { learnTexts } from '../../src/read/scan-samples.ts';
import { ENGINES } from './kernel/engines.ts';
import { beginFile, HEADER, placeText, type Small, smallScanner } from './scan-small.ts';

/** What the quick way leaves of these rows, some cells of which a rule has read before; as a script and as WebAssembly. */
function left(rows: readonly string[], more: Partial<Small> = {}, learned: readonly string[] = [], header = HEADER) {
  const [one, other] = ENGINES.map(([, compile]) => leftBy(rows, { ...more, compile }, learned, header));
  expect(other).toEqual(one);
  return one;
}

function leftBy(rows: readonly string[], more: Partial<Small>, learned: readonly string[], header: string) {
  const scanner = smallScanner({ units: ['xa', 'xb'], ...more });
  const bytes = new TextEncoder().encode(rows.map((row) => `${row}\n`).join(''));
  const { scan } = beginFile(scanner, `${header}\n`);
  const known = new TextEncoder().encode(learned.map((row) => `${row}\n`).join(''));
  learnTexts(
    scan,
    (into) => {
      into.set(known);
      return known.length;
    },
    Float64Array.of(0, 1),
  );
  placeText(scanner, rows.map((row) => `${row}\n`).join(''));
  const at = runRows(scan, 0, bytes.length);
  return new TextDecoder().decode(bytes.subarray(at)).split('\n').slice(0, -1);
}

const leaf = (id: string, source: string, type: string) =>
  `{ id: "${id}", title: T, max: 1, source: ${source}, rule: { type: ${type} } }`;
const rubricOf = (...leaves: readonly string[]) =>
  `{ format: 1, id: r, title: T, missing: zero,
    domains: [{ id: d, title: T, max: ${leaves.length}, criteria: [${leaves.join(', ')}] }] }`;

describe('the quick way leaves', () => {
  it('a leaf that only another rubric has, or none', () => {
    const beside = [rubricOf(leaf('2.9', 'appraised', 'given')), ['xz']] as const;
    // In the order of all leaves T1 stands right before 2.9.
    for (const id of ['T1', '1.3', '9.9']) {
      const rows = ['xz,2.9,,1,,,', `xz,${id},,,,,x`, `xz,${id},,1,,,`];
      expect(left(rows, { beside })).toEqual(rows.slice(1));
      expect(left(rows.slice(1), { beside })).toEqual(rows.slice(1));
    }
    expect(left(['xa,1.3,,1,,,', 'xz,2.9,,1,,,', 'xa,2.9,,1,,,'], { beside })).toEqual(['xa,2.9,,1,,,']);
  });

  it('an adjustment that has a value, but none that counts', () => {
    const learned = ['xa,T1,3,3,,,'];
    expect(left(['xa,T1,3,,,,'], {}, learned)).toEqual(['xa,T1,3,,,,']);
    expect(left(['xa,T1,,3,,,', 'xb,T1,,,,,'], {}, learned)).toEqual([]);
    expect(left(['xa,T1,3,,,,'], { basis: 'self' }, learned)).toEqual([]);
  });

  it('a quote behind an id, whatever the rest looks like', () => {
    for (const row of ['xa,1.3",1/2,,,', 'xa,1.2",1/2,,,', 'xa,1.2"1/2,,,,', 'xa",1.2,,1/2,,,', 'xa,"1.2",,1/2,,,']) {
      expect(left([row])).toEqual([row]);
      expect(left(['xb,1.1,,đúng,,,', row], {}, ['xb,1.1,,đúng,,,'])).toEqual([row]);
    }
  });
});

describe('the quick way takes', () => {
  it('the first leaf wherever it stands', () => {
    const learned = ['xa,1.1,,đúng,,,'];
    expect(left(['xa,1.2,,1/2,,,', 'xa,1.1,,đúng,,,', 'xa,1.3,,1,,,', 'xb,1.1,,đúng,,,'], {}, learned)).toEqual([]);
  });

  it('a survey on the basis of a stage that comes before it, with a value or without', () => {
    const rubric = rubricOf(leaf('1', 'survey', 'survey'), leaf('2', 'appraised', 'given'));
    const header = 'unit,criterion,self,appraised,survey';
    const rows = ['xa,1,,,80%', 'xb,1,,,'];
    expect(left(rows, { rubric, basis: 'self' }, [], header)).toEqual([]);
    expect(left(rows, { rubric, basis: 'appraised' }, [], header)).toEqual(rows.slice(1));
    expect(left(rows, { rubric }, [], header)).toEqual(rows.slice(1));
  });
});
