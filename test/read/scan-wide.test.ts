/** Wide files by the scanner against the csv reader: rows and columns of all kinds, sound and odd. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { agree, type How, IDS } from './scan-world.ts';

const how: How = { dialect: DIALECTS.data, rubrics: 'without growth' };
const encode = (text: string) => new TextEncoder().encode(text);

const LEAVES = ['1.1', '1.2', '1.3', '1.10', '2.1', '2.3'];
const SOUND = ['kịp thời', '29/34', '90', '1.5', '3', '80%'];

function text(rows: readonly (readonly string[])[], header: readonly string[] = LEAVES, end = '\n'): string {
  return [['unit', ...header], ...rows].map((cells) => `${cells.join(',')}${end}`).join('');
}

describe('a wide file', () => {
  const rows = IDS.map((id) => [id, ...SOUND]);

  test('is taken without a text of any cell but those of names', () => {
    const texts = (units: readonly string[]) => {
      const asked = vi.spyOn(TextDecoder.prototype, 'decode');
      expect(agree(encode(text(units.map((id) => [id, ...SOUND]))), { ...how, units })).toBe(true);
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    };
    // As many for thirty rows as for one: those of the header, and of each name once.
    expect(texts(Array.from({ length: 30 }, (_, at) => `xa-${at}`))).toBe(texts(['xa-0']));
  });

  test.each<[string, string, boolean]>([
    ['in another order of units and leaves', text(rows.toReversed()), true],
    ['with carriage returns', text(rows, LEAVES, '\r\n'), true],
    ['with a blank row', text([rows[0] as string[], [], rows[1] as string[]]), true],
    ['with a unit twice', text([...rows, rows[0] as string[]]), false],
    ['with a unit twice in a row', text([rows[0] as string[], ...rows]), false],
    ['with an unknown unit', text([...rows, ['nha-trang', ...SOUND]]), false],
    ['with a row too short', text([[...(rows[0] as string[]).slice(0, -1)]]), false],
    ['with a row too long', text([[...(rows[0] as string[]), '']]), false],
    ['without the last line end', text(rows).slice(0, -1), false],
    ['with a value in quotes', text([['cam-lam', '"kịp thời"', '"29/34"', ...SOUND.slice(2)]]), true],
    ['with a unit in quotes', text([['"cam-lam"', ...SOUND]]), true],
    ['with a cell that is empty', text([['cam-lam', ...SOUND.slice(0, 5), '']]), true],
    ['with n/a and no note', text([['cam-lam', ...SOUND.with(3, 'n/a')]]), false],
    ['with blanks around a value', text([['cam-lam', ...SOUND.with(4, ' 3')]]), true],
    ['with a value that is refused', text([['cam-lam', ...SOUND.with(1, '35/34')]]), false],
    ['with a leaf named in full', text(rows, LEAVES.with(2, '1.3:appraised')), true],
    ['with a column of no leaf', text(rows, LEAVES.with(2, '1.4')), false],
    ['with a leaf twice', text(rows, LEAVES.with(2, '1.2')), false],
    ['with units alone', 'unit\ncam-lam\n', false],
    ['with a header alone', text([]), true],
  ])('%s: taken %#', (_, file, taken) => {
    expect(agree(encode(file), how)).toBe(taken);
  });

  test('more units than wait at a time, the second of one among them wherever it stands', () => {
    const units = Array.from({ length: 800 }, (_, at) => `xa-${at}`);
    const all = units.map((id, at) => [id, ...SOUND.with(1, `${at}/800`).with(4, `${at % 7}`)]);
    expect(agree(encode(text(all)), { ...how, units })).toBe(true);
    // 7 has no divisor in common with 800: every unit comes once.
    expect(agree(encode(text(all.map((_, at) => all[(at * 7) % 800] as string[]))), { ...how, units })).toBe(true);
    for (const at of [1, 7, 341, 342, 799]) {
      const again = [...all.slice(0, at), all[0] as string[], ...all.slice(at)];
      expect(agree(encode(text(again)), { ...how, units })).toBe(false);
      const odd = all.map((row, own) => (own === at ? row.with(3, '"90"').with(4, 'n/a') : row));
      expect(agree(encode(text(odd, [...LEAVES.slice(0, 2), '1.10', '1.3', '2.1', '2.3'])), { ...how, units })).toBe(
        false,
      );
    }
  });
});

/** Columns beside the values, and what may stand in them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  '1.1:self': ['', 'trễ'],
  '1.2:evidence': ['QĐ-118', '', '""', '" "', ' ', '"Số 1, ngày 2"', '"a ""b"""'],
  '1.3:evidence': ['QD-1', '', '\u00a0'],
  '1.10:note': ['', 'miễn', '"miễn"'],
  '1.10:override': ['', '', '1'],
  '2.1:previous': ['', '', '3'],
  T1: ['', '1', '""', '3'],
  'T1:evidence': ['', '""', 'QĐ-2'],
  'T1:note': ['', 'x'],
};

/** Values that are mostly sound; `1.10` may be exempt. */
const VALUES: readonly (readonly string[])[] = [
  ['kịp thời', 'trễ', 'tre', ''],
  ['29/34', '85.29%', '0/7', '2/1', '0/0'],
  ['90', '89.99', '-1', '1234567890'],
  ['1.5', 'n/a', 'N/A', '', '2.01', '2.00'],
  ['3', '0', '3.0', '1.5'],
  ['80%', '3/4', ''],
];

const cell = ([first = '', ...others]: readonly string[]) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(first) }, fc.constantFrom(first, ...others));

const file = fc
  .record({
    beside: fc.subarray(Object.keys(BESIDE)),
    isShuffled: fc.boolean(),
    units: fc.oneof(fc.shuffledSubarray(IDS), fc.array(fc.constantFrom(...IDS), { maxLength: 4 })),
    end: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .chain(({ beside, isShuffled, units, end }) => {
    const header = isShuffled ? [...beside, ...LEAVES.toReversed()] : [...LEAVES, ...beside];
    const values = new Map(LEAVES.map((leaf, at) => [leaf, VALUES[at] as readonly string[]]));
    const row = fc.tuple(...header.map((name) => cell(values.get(name) ?? (BESIDE[name] as readonly string[]))));
    return fc.array(row, { minLength: units.length, maxLength: units.length }).map((rows) =>
      text(
        rows.map((cells, at) => [units[at] as string, ...cells]),
        header,
        end,
      ),
    );
  });

describe('wide files with columns of all kinds', () => {
  const taken = (more: Partial<How>, seed: number, change: (drawn: string, at: number) => string): number => {
    let count = 0;
    fc.assert(
      fc.property(file, fc.nat(), fc.integer({ min: 60, max: 4000 }), (drawn, at, piece) => {
        if (agree(encode(change(drawn, at)), { ...how, ...more, piece })) count++;
      }),
      { numRuns: 500, seed },
    );
    return count;
  };

  test('are read alike', () => {
    expect(taken({}, 11, (drawn) => drawn)).toBeGreaterThan(80);
  });

  test('where texts of a unit are kept', () => {
    expect(taken({ focus: ['cam-ranh'] }, 12, (drawn) => drawn)).toBeGreaterThan(40);
  });

  test('of two rubrics, one of which has a leaf of its own', () => {
    const both = (drawn: string, at: number) =>
      drawn
        .split(/\r?\n/)
        .map((line, row) =>
          line === '' ? '' : `${line},${row === 0 ? '2.9' : line.startsWith('van') || at % 9 === 0 ? '1' : ''}`,
        )
        .join('\n');
    expect(taken({ rubrics: 'two' }, 13, both)).toBeGreaterThan(40);
  });

  test('changed by chance', () => {
    const odd = ['"', ',', ' ', '\n', '\r', '\u0301', '\u2028', '1', '%', '\u0000', 'cam-lam', ';'];
    const change = (drawn: string, at: number) => {
      const place = at % (drawn.length + 1);
      return `${drawn.slice(0, place)}${odd[at % odd.length]}${drawn.slice(place + (at % 3 === 0 ? 1 : 0))}`;
    };
    expect(taken({}, 14, change)).toBeGreaterThan(5);
  });
});
