/** Many files one after the other, whose rows may wait together: as if each had been read by the csv reader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import type { Compile } from '../../src/read/scan-kernel.ts';
import { ENGINES } from './kernel/engines.ts';
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
      // At 292 the batch becomes full within the file.
      for (const at of [0, 292, 300]) {
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

describe('files that are read together', () => {
  const [, compiled] = ENGINES[1] as (typeof ENGINES)[number];

  /** How many files each call of the kernel took wholly, of as many as there were. */
  function calls(files: readonly UnitFile[], room?: number): readonly string[] {
    const told: string[] = [];
    const compile: Compile = (memory) => {
      const kernel = compiled(memory);
      const fillFiles: typeof kernel.fillFiles = (m, first, count, row) => {
        const next = kernel.fillFiles(m, first, count, row);
        told.push(`${next - first} of ${count - first}`);
        return next;
      };
      return { ...kernel, fillFiles };
    };
    agreeOnAll(files, { ...how, units, compile, ...(room === undefined ? {} : { room }) });
    return told;
  }

  const plain = all.map(({ unit }) => ({ unit, text: text(['1.3,90,,,x']) }));
  const put = (at: number, text: string) => plain.map((file, own) => (own === at ? { ...file, text } : file));

  test('are taken in one go behind the first, whose header is not known yet', () => {
    expect(calls(plain.slice(0, 11))).toEqual(['10 of 10']);
    expect(calls(plain.slice(0, 70))).toEqual(['64 of 64', '5 of 5']);
    const [{ length } = ''] = plain.map((file) => file.text);
    expect(calls(plain.slice(0, 8), 3 * length)).toEqual(['3 of 3', '3 of 3', '1 of 1']);
    // All files as Excel saves them.
    expect(calls(plain.slice(0, 5).map((file) => ({ ...file, text: `\ufeff${file.text}` })))).toEqual(['4 of 4']);
  });

  test('the one that is left is taken in the usual way, and then the others', () => {
    const asked = text(['1.1,trễ,,,', '1.3,90,,,x']);
    for (const [odd, after] of [
      [asked, '3 of 3'],
      [text(['1.3,90,,,x', '1.3,90,,,x']), '3 of 3'],
      [text(['1.10,1,,,x', '1.3,90,,,x']), '3 of 3'],
      [text(['1.3,90,,,x']).slice(0, -1), '3 of 3'],
      ['x', '3 of 3'],
      [`\ufeff\ufeff${text(['1.3,90,,,x'])}`, '3 of 3'],
    ] as const) {
      expect(calls(put(3, odd).slice(0, 7))).toEqual(['2 of 6', after]);
    }
    // The header that was met last counts.
    expect(calls(put(3, text(['1.3,,90,,,x'], HEADERS[1])).slice(0, 7))).toEqual(['2 of 6', '0 of 3', '2 of 2']);
    // What was asked once is known.
    const twice = put(3, asked).map((file, at) => (at === 5 ? { ...file, text: asked } : file));
    expect(calls(twice.slice(0, 7))).toEqual(['2 of 6', '3 of 3']);
  });

  test('names that are long, not ASCII, or of nobody', () => {
    const others = ['x'.repeat(21), 'y'.repeat(22), 'xã-đông', 'ô'.repeat(40)];
    const files = ['xa-0', ...others, 'nobody', 'xa-1'].map((unit) => ({ unit, text: text(SOUND) }));
    expect(agreeOnAll(files, { ...how, units: [...others, ...units] })).toBe(6);
  });

  test('a header with the unit', () => {
    const rows = (unit: string) => SOUND.map((row) => `${unit},${row}`);
    const withUnits = all.map(({ unit }) => ({ unit, text: text(rows(unit), `unit,${HEADERS[0]}`) }));
    expect(agreeOnAll(withUnits.slice(0, 9), { ...how, units })).toBe(9);
    const mixed = all.slice(0, 30).map((file, at) => (at % 4 === 2 ? (withUnits[at] as UnitFile) : file));
    expect(agreeOnAll(mixed, { ...how, units })).toBe(30);
  });

  test('units of two rubrics', () => {
    expect(agreeOnAll(plain.slice(0, 9), { ...how, units: units.slice(0, 9), rubrics: 'two' })).toBe(9);
  });
});

/** Rows in the order of the leaves, mostly; some twice, some not sound, some that ask for a second look. */
const rows = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(SOUND) },
  { weight: 1, arbitrary: fc.shuffledSubarray(SOUND) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...SOUND, '1.10,n/a,,,', '1.3,90,,,"a ""b"""', '', '1.2,2,,,')) },
);

test('files in any company', () => {
  const [, compiled] = ENGINES[1] as (typeof ENGINES)[number];
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
        agreeOnAll(files, { ...how, focus, compile: compiled, room: 100 });
        read += files.length;
      },
    ),
    { numRuns: 500, seed: 9 },
  );
  expect(taken).toBeGreaterThan(read / 10);
  expect(taken).toBeLessThan(read);
});
