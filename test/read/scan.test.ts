/** The scanner against the csv reader: where it takes a file, both give the same; where not, it leaves no trace. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { agree, IDS } from './scan-world.ts';

/** Values that a leaf's rule accepts, and some that it does not; for `data`, with a dot. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['kịp thời', 'trễ', 'trễ', ' trễ', 'tre'],
  '1.2': ['85.29%', '29/34', '0/7', '50%', '100%', '1/3', '100.01%', '0.5/1.5', '0/0', '007%'],
  '1.3': ['90', '89.99', '1234567890', '0.0000000001', '-1', '12345678.5', '1.'],
  '1.10': ['1.5', '2', '0', '2.00', '2.01', 'n/a', 'N/A', ''],
  '2.1': ['0', '3', '3.0', '12', '1.5'],
  '2.2': ['5', '100'],
  '2.3': ['80%', '3/4', ''],
  T1: ['1', '3', ''],
};

const EVIDENCE = [
  'QĐ-118',
  '',
  '""',
  '" "',
  '"ế"',
  ' ',
  '\u00a0',
  '"Số 1, ngày 2"',
  '"a ""b"" c"',
  'ghi chú',
  'x\u037ey',
  'QD 1',
];

interface Line {
  readonly unit: string;
  readonly leaf: string;
  readonly value: string;
  readonly previous: string;
  readonly evidence: string;
}

const lines = fc
  .tuple(...IDS.flatMap((unit) => Object.keys(CELLS).map((leaf) => lineOf(unit, leaf))))
  .chain((all) => fc.oneof({ weight: 3, arbitrary: fc.constant(all) }, fc.shuffledSubarray(all)));

/** Mostly sound, so that some files are taken whole. */
function lineOf(unit: string, leaf: string): fc.Arbitrary<Line> {
  const [first = '', ...others] = CELLS[leaf] ?? [];
  return fc.record({
    unit: fc.constant(unit),
    leaf: fc.constant(leaf),
    value: fc.oneof(
      { weight: 20, arbitrary: fc.constant(first) },
      { weight: 3, arbitrary: fc.constantFrom(first, ...others) },
    ),
    previous: leaf === '2.2' ? fc.constantFrom('4', '4', '4', '0', '') : fc.constant(''),
    evidence: fc.oneof({ weight: 5, arbitrary: fc.constant('QD-1') }, fc.constantFrom(...EVIDENCE)),
  });
}

const LONG = 'unit,criterion,appraised,survey,previous,evidence';

function longText(all: readonly Line[]): string {
  const rows = all.map(({ unit, leaf, value, previous, evidence }) =>
    [unit, leaf, ...(leaf === '2.3' ? ['', value] : [value, '']), previous, evidence].join(','),
  );
  return [LONG, ...rows, ''].join('\n');
}

function unitText(all: readonly Line[]): string {
  const own = all
    .filter(({ unit }) => unit === IDS[0])
    .map(({ leaf, value, previous, evidence }) =>
      [leaf, ...(leaf === '2.3' ? ['', value] : [value, '']), previous, evidence].join(','),
    );
  return ['tiêu chí,thẩm định,survey,previous,evidence', ...own, ''].join('\r\n');
}

function wideText(all: readonly Line[]): string {
  const leaves = Object.keys(CELLS);
  const rows = IDS.map((unit) =>
    [
      unit,
      ...leaves.map((leaf) => all.find((line) => line.unit === unit && line.leaf === leaf)?.value ?? ''),
      '4',
    ].join(','),
  );
  return [['unit', ...leaves, '2.2:previous'].join(','), ...rows, ''].join('\n');
}

const encode = (text: string) => new TextEncoder().encode(text);
const shape = fc.constantFrom(longText, unitText, wideText);

/** What people and programs do to a file. */
const mutation = fc.record({
  at: fc.nat(),
  length: fc.constantFrom(0, 0, 1, 3),
  bytes: fc.constantFrom(
    ...[
      '',
      '"',
      '""',
      '\n',
      '\n\n',
      '\r',
      '\r\n',
      ',',
      ',,',
      ';',
      ' ',
      '\t',
      '\ufeff',
      '\u0301',
      '\u037e',
      '\u2028',
      'ề',
      '0',
    ],
    ...['"x"', '"a\nb"', 'Tổng cộng', 'cam-lam', '1.1', '\u0000', '%', '-', '.', '1e3', '\u200f', 'é'],
  ),
});

function mutate(
  bytes: Uint8Array,
  { at, length, bytes: more }: { at: number; length: number; bytes: string },
): Uint8Array {
  const start = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, start), ...encode(more), ...bytes.subarray(start + length)]);
}

describe('scan', () => {
  test('takes plain files of all shapes, and reads them as the csv reader does', () => {
    let taken = 0;
    let all = 0;
    fc.assert(
      fc.property(lines, shape, fc.integer({ min: 40, max: 4000 }), (drawn, write, piece) => {
        all++;
        if (agree(encode(write(drawn)), { dialect: DIALECTS.data, piece, patience: piece % 12 })) taken++;
      }),
      { numRuns: 600, seed: 4 },
    );
    expect(taken).toBeGreaterThan(all / 10);
  });

  test('mutated files', () => {
    let taken = 0;
    fc.assert(
      fc.property(lines, shape, fc.array(mutation, { minLength: 1, maxLength: 3 }), (drawn, write, mutations) => {
        const bytes = mutations.reduce(mutate, encode(write(drawn)));
        if (agree(bytes, { dialect: DIALECTS.data, patience: bytes.length % 6 })) taken++;
      }),
      { numRuns: 3000, seed: 5 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test('bytes that are no text', () => {
    const broken = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0x80, max: 0xff }) });
    fc.assert(
      fc.property(lines, shape, fc.array(broken, { minLength: 1, maxLength: 2 }), (drawn, write, all) => {
        const bytes = encode(write(drawn));
        for (const { at, byte } of all) bytes[at % bytes.length] = byte;
        agree(bytes, { dialect: DIALECTS.data });
      }),
      { numRuns: 1000, seed: 6 },
    );
  });

  test('decimal comma between semicolons, and units whose texts are kept', () => {
    let taken = 0;
    fc.assert(
      fc.property(lines, shape, fc.constantFrom<readonly string[]>([], ['cam-lam']), (drawn, write, focus) => {
        const text = write(drawn)
          .replaceAll(',', ';')
          .replaceAll(/(?<=[;][0-9]+)\.(?=[0-9]+%?[;\r\n])/g, ',');
        if (agree(encode(text), { dialect: DIALECTS['excel-vi'], focus })) taken++;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  test.each([
    ['a byte order mark', `\ufeff${LONG}\ncam-lam,1.2,29/34,,,\n`, true],
    ['no line end at the end', `${LONG}\ncam-lam,1.2,29/34,,,`, false],
    ['a blank line', `${LONG}\n\ncam-lam,1.2,29/34,,,\n\n`, true],
    ['Vietnamese evidence in quotes', `${LONG}\ncam-lam,1.2,29/34,,,"Số 1, ngày 2/3"\n`, true],
    ['a header alone', `${LONG}\n`, true],
    ['a value in quotes', `${LONG}\ncam-lam,1.2,"29/34",,,\n`, true],
    ['nothing', '', false],
    ['a line break in quotes', `${LONG}\ncam-lam,1.2,29/34,,,"a\nb"\n`, false],
    ['a quote inside a cell', `${LONG}\ncam-lam,1.2,29/34,,,a"b\n`, false],
    ['a quote that is never closed', `${LONG}\ncam-lam,1.2,29/34,,,"a\n`, false],
    ['a cell too many', `${LONG}\ncam-lam,1.2,29/34,,,,\n`, false],
    ['an unknown unit', `${LONG}\ncam-lan,1.2,29/34,,,\n`, false],
    ['an unknown leaf', `${LONG}\ncam-lam,1.4,29/34,,,\n`, false],
    ['a second entry', `${LONG}\ncam-lam,1.2,29/34,,,\ncam-lam,1.2,29/34,,,\n`, false],
    ['a value the rule refuses', `${LONG}\ncam-lam,1.2,35/34,,,\n`, false],
    ['a Greek question mark, which composes to a semicolon', `${LONG}\ncam-lam,1.2,29/34,,,a\u037eb\n`, false],
  ])('%s: taken %#', (_, text, taken) => {
    expect(agree(encode(text), { dialect: DIALECTS.data })).toBe(taken);
  });

  describe('more rows than wait at a time', () => {
    const units = Array.from({ length: 1200 }, (_, at) => `xa-${at}`);
    const rows = units.flatMap((unit, at) => [
      `${unit},1.2,${at % 97}/97,,,QD-${at}`,
      `${unit},1.3,${at}.5,,,`,
      `${unit},2.1,${at % 7},,,"Số ${at}, ngày 2"`,
    ]);
    const agreeOn = (all: readonly string[]) =>
      agree(encode([LONG, ...all, ''].join('\n')), { dialect: DIALECTS.data, units });

    test('in the order of units, of leaves, and in none', () => {
      expect(agreeOn(rows)).toBe(true);
      expect(
        agreeOn(rows.toSorted((a, b) => (a.split(',')[1] as string).localeCompare(b.split(',')[1] as string))),
      ).toBe(true);
      // 1009 has no divisor in common with 3600: every row comes once.
      expect(agreeOn(rows.map((_, at) => rows[(at * 1009) % rows.length] as string))).toBe(true);
    });

    test('a second entry of the same leaf, near and far', () => {
      for (const at of [1, 2047, 2048, 2049, 3600]) {
        expect(agreeOn([...rows.slice(0, at), rows[0] as string, ...rows.slice(at)])).toBe(false);
      }
    });

    test('a row that asks for a second look, at each end of the waiting ones', () => {
      for (const at of [0, 1, 2047, 2048, 2049, 3599]) {
        expect(
          agreeOn(rows.map((row, own) => (own === at ? row.replace(/,(?:[^,"]*|"[^"]*")$/, ',"a ""b"""') : row))),
        ).toBe(true);
      }
    });
  });
});
