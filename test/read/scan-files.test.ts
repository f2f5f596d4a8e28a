/** Many files one after the other, whose rows may wait together: as if each had been read by the csv reader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { agreeOnAll, IDS, type UnitFile } from './scan-world.ts';

const HEADERS = ['criterion,appraised,survey,previous,evidence', 'criterion,self,appraised,survey,previous,evidence'];
const SOUND = [
  '1.1,kịp thời,,,QĐ-1',
  '1.2,29/34,,,',
  '1.3,90,,,',
  '1.10,1.5,,,',
  '2.1,3,,,',
  '2.2,5,,4,',
  '2.3,,80%,,',
];
const how = { dialect: DIALECTS.data };

function text(rows: readonly string[], header = HEADERS[0]): string {
  return [header, ...rows, ''].join('\n');
}

const units = Array.from({ length: 320 }, (_, at) => `xa-${at}`);
const all = units.map((unit): UnitFile => ({ unit, text: text(SOUND) }));

describe('files of one unit each', () => {
  test('more rows than wait at a time, in any order of the files', () => {
    expect(agreeOnAll(all, { ...how, units })).toBe(320);
    // 7 has no divisor in common with 320: every file comes once.
    const shuffled = all.map((_, at) => all[(at * 7) % 320] as UnitFile);
    expect(agreeOnAll(shuffled, { ...how, units })).toBe(320);
  });

  test('a second file of a unit is left to the csv reader, whether the first still waits or not', () => {
    for (const at of [1, 5, 310, 320]) {
      const [again] = all as [UnitFile];
      expect(agreeOnAll([...all.slice(0, at), again, ...all.slice(at)], { ...how, units })).toBe(320);
      // One row again, and rows that were not there.
      const part = { unit: 'xa-0', text: text(SOUND.slice(0, 2)) };
      const rest = { unit: 'xa-0', text: text(SOUND.slice(2)) };
      const row = { unit: 'xa-0', text: text(SOUND.slice(1, 3)) };
      const others = all.slice(1);
      const parts = [part, ...others.slice(0, at - 1), rest, ...others.slice(at - 1), row];
      expect(agreeOnAll(parts, { ...how, units })).toBe(321);
    }
  });

  test('a file that is not taken leaves nothing, and those before it everything', () => {
    const broken = [
      text([...SOUND.slice(0, 5), '2.2,x,,4,']),
      text([...SOUND, SOUND[0] as string]),
      text([SOUND[0] as string, ...SOUND]),
      `${text(SOUND)}2.1,1`,
      text(SOUND, 'criterion,appraised,apraised'),
      '',
    ];
    for (const odd of broken) {
      for (const at of [0, 300]) {
        const files = all.map((file, own) => (own === at ? { ...file, text: odd } : file));
        expect(agreeOnAll(files, { ...how, units })).toBe(319);
      }
    }
  });

  test('headers that change, and files that are empty but for one', () => {
    const other = (row: string) => row.replace(',', ',,');
    const files = all.map(({ unit }, at): UnitFile => {
      if (at % 7 === 3) return { unit, text: text(SOUND.map(other), HEADERS[1]) };
      return { unit, text: at % 11 === 5 ? text([]) : text(SOUND, at % 5 === 0 ? `\ufeff${HEADERS[0]}` : HEADERS[0]) };
    });
    expect(agreeOnAll(files, { ...how, units })).toBe(320);
    expect(agreeOnAll(files, { ...how, units, piece: 11 })).toBe(320);
  });
});

/** Rows in the order of the leaves, mostly; some twice, some not sound, some that ask for a second look. */
const rows = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(SOUND) },
  { weight: 1, arbitrary: fc.shuffledSubarray(SOUND) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...SOUND, '1.10,n/a,,,', '1.3,90,,,"a ""b"""', '', '1.2,2,,,')) },
);

test('files in any company', () => {
  let taken = 0;
  let read = 0;
  const file = fc.tuple(fc.constantFrom(...IDS, 'ninh-hoa'), rows, fc.constantFrom('\n', '\n', '\r\n'));
  fc.assert(
    fc.property(
      fc.array(file, { maxLength: 6 }),
      fc.constantFrom<readonly string[]>([], ['cam-lam']),
      (drawn, focus) => {
        const files = drawn.map(([unit, own, end]) => ({ unit, text: text(own).replaceAll('\n', end) }));
        taken += agreeOnAll(files, { ...how, focus });
        read += files.length;
      },
    ),
    { numRuns: 500, seed: 9 },
  );
  expect(taken).toBeGreaterThan(read / 10);
  expect(taken).toBeLessThan(read);
});
