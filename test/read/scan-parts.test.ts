/** A file in parts, by two threads, against the csv reader: where they take it, both give the same; else no trace is left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { claimPart } from '../../src/read/scan-part.ts';
import { agreeTogether, type How } from './scan-world.ts';

const HEADER = 'unit,criterion,appraised,survey,previous,evidence';
const UNITS = Array.from({ length: 16 }, (_, at) => `xa-${at}`);

/** Five rows a unit; every value fits the arrays that the samples made. */
const ROWS = UNITS.flatMap((unit, at) => [
  `${unit},1.2,${at % 7}/7,,,QD-${at}`,
  `${unit},1.3,${at}.5,,,`,
  `${unit},1.1,${at % 2 === 0 ? 'kịp thời' : 'trễ'},,,"Số ${at}, ngày 2"`,
  `${unit},2.1,${at % 7},,,`,
  `${unit},2.3,,${at % 9}/9,,`,
]);

const encode = (text: string) => new TextEncoder().encode(text);
const textOf = (rows: readonly string[], end = '\n') => [HEADER, ...rows, ''].join(end);
const how: How = { dialect: DIALECTS.data, units: UNITS, part: 150, alone: 3 };

/** Whether threads took these rows, in whichever way they share the parts. */
function taken(rows: readonly string[], more: Partial<How> = {}): boolean {
  const outcomes = [0, 1, 3, 1000].map((alone) => agreeTogether(encode(textOf(rows)), { ...how, ...more, alone }));
  expect(new Set(outcomes).size).toBe(1);
  return outcomes[0] as boolean;
}

/** The rows with one of them changed. */
const changed = (at: number, change: (row: string) => string) =>
  ROWS.map((row, own) => (own === at ? change(row) : row));

/** Rows at the beginning, in the middle and at the end of parts. */
const SOME = [0, 1, 30, 31, 32, 33, 34, 35, 36, 37, 78, 79];

describe('in parts', () => {
  it('takes rows in the order of units, of leaves and in none', () => {
    expect(taken(ROWS)).toBe(true);
    const byLeaf = ROWS.toSorted((a, b) => ((a.split(',')[1] as string) < (b.split(',')[1] as string) ? -1 : 1));
    expect(taken(byLeaf)).toBe(true);
    // 77 has no divisor in common with 80: every row comes once.
    expect(taken(ROWS.map((_, at) => ROWS[(at * 77) % ROWS.length] as string))).toBe(true);
  });

  it('takes parts of any size, whoever scans them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 1000 }), fc.nat(40), fc.boolean(), (part, alone, isShuffled) => {
        const rows = isShuffled ? ROWS.map((_, at) => ROWS[(at * 77) % ROWS.length] as string) : ROWS;
        const bytes = encode(textOf(rows));
        expect(agreeTogether(bytes, { ...how, part, alone })).toBe(true);
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it.each([
    ['a carriage return at the end of each line', textOf(ROWS, '\r\n'), true],
    ['a byte order mark', `\ufeff${textOf(ROWS)}`, true],
    ['blank lines', textOf(ROWS.map((row, at) => (at % 9 === 4 ? `${row}\n` : row))), true],
    ['no line end at the end', textOf(ROWS).slice(0, -1), false],
    ['no rows', `${HEADER}\n`, false],
    ['nothing', '', false],
    ['a unit in the second column', textOf(ROWS).replaceAll(/^([^,]*),([^,]*),/gm, '$2,$1,'), false],
    ['a header that is odd', textOf(ROWS).replace('previous', ''), false],
  ])('%s: taken %#', (_, text, isTaken) => {
    expect(agreeTogether(encode(text), how)).toBe(isTaken);
  });

  it('takes what only the usual way can read, wherever it stands, in the order of the file', () => {
    for (const at of SOME) {
      const odd = (more: string) => changed(at, (row) => [row.split(',').slice(0, 2), more].join());
      const [, leaf] = (ROWS[at] as string).split(',');
      const sound = { '1.2': '"3/7",,,', '1.3': '" 5 ",,,', '1.1': '" trễ",,,', '2.1': ' 3,,,', '2.3': ',"3/9",,' };
      expect(taken(odd(sound[leaf as keyof typeof sound]))).toBe(true);
    }
    // Two of them with a warning each, before and behind a cut.
    const warned = ROWS.map((row, at) => (at % 15 === 3 ? row.replace(/,(\d),/, ', $1,') : row));
    expect(taken(warned)).toBe(true);
    expect(taken(changed(9, (row) => row.replace(/,[^,]*,,$/, ',,,')))).toBe(true);
  });

  it('takes numbers that the samples did not announce', () => {
    const rows = UNITS.flatMap((unit, at) => [
      `${unit},1.2,${at === 13 ? '40001/100003' : `${at}/50`},,,`,
      `${unit},1.3,${at === 7 ? '123456789' : at === 8 ? '0.123456789' : at === 9 ? '99999999999' : at},,,`,
      ...(at === 14 ? ['xa-14,1.10,1.25,,,'] : []),
    ]);
    // Samples are of the first bytes of a part: of long ones they see little.
    const evidence = 'x'.repeat(7000);
    expect(
      taken(
        rows.map((row) => `${row}${evidence}`),
        { part: 140_000 },
      ),
    ).toBe(true);
  });

  it('takes rows in any order where the first bytes look ordered', () => {
    const late = [...ROWS.filter((row) => !row.includes(',2.')), ...ROWS.filter((row) => row.includes(',2.'))];
    expect(taken(late)).toBe(true);
  });

  it('takes units whose texts are kept', () => {
    expect(taken(ROWS, { focus: ['xa-7', 'xa-15'] })).toBe(true);
    expect(taken(ROWS, { focus: UNITS })).toBe(true);
  });

  it('takes units of two rubrics that share leaves, wherever a part begins', () => {
    // Five rows of a unit of each.
    const rows = ROWS.slice(0, 10);
    for (let part = 40; part < 130; part += 9) {
      expect(taken(rows, { part, units: UNITS.slice(0, 2), rubrics: 'two' })).toBe(true);
      expect(taken([...rows.slice(5), ...rows.slice(0, 5)], { part, units: UNITS.slice(0, 2), rubrics: 'two' })).toBe(
        true,
      );
    }
  });

  it('takes what a thread has claimed that is gone', () => {
    for (const claims of [1, 2, 3]) {
      const tamper: How['tamper'] = (job) => {
        for (let claim = 0; claim < claims; claim++) claimPart(job);
      };
      expect(taken(ROWS, { tamper })).toBe(true);
    }
  });

  it('leaves a second entry to the csv reader, near and far', () => {
    for (const at of SOME) {
      for (const to of [at + 1, 40, 80]) {
        expect(taken([...ROWS.slice(0, to), ROWS[at] as string, ...ROWS.slice(to)])).toBe(false);
      }
    }
  });

  it('leaves what is odd to the csv reader, wherever it stands', () => {
    const evidence = (text: string) => (row: string) => row.replace(/,(?:[^,"]*|"[^"]*")$/, `,${text}`);
    for (const at of SOME) {
      for (const odd of ['"a\nb"', '"\n"', `"a\n${ROWS[at]}"`, 'a"b', '"a', 'x\u037ey', 'a,b', '\u0000']) {
        expect(taken(changed(at, evidence(odd)))).toBe(false);
      }
      expect(taken(changed(at, (row) => row.replace('xa', 'phuong')))).toBe(false);
      expect(taken(changed(at, (row) => row.replace(/,(\d)\./, ',7.')))).toBe(false);
      expect(taken(changed(at, (row) => row.replace(/,[^,]*,([^,]*),,/, ',-1,$1,,')))).toBe(false);
    }
  });

  it('leaves a line break in quotes that a cut goes through to the csv reader', () => {
    // All that stands between the quotes looks like rows.
    for (const at of [8, 24, 40]) {
      const rows = [
        ...ROWS.slice(0, at),
        `xa-15,1.10,1,,,"${ROWS.slice(at, at + 12).join('\n')}"`,
        ...ROWS.slice(at + 12),
      ];
      for (let part = 100; part < 900; part += 37) {
        expect(agreeTogether(encode(textOf(rows)), { ...how, part })).toBe(false);
      }
    }
  });

  it('leaves a file with more rows than the limit to the csv reader, also where a late part passes it', () => {
    expect(taken(ROWS, { limits: { ...LIMITS, rows: 80 } })).toBe(true);
    expect(taken(ROWS, { limits: { ...LIMITS, rows: 79 } })).toBe(false);
    const blank = ROWS.map((row, at) => (at % 9 === 4 ? `${row}\n` : row));
    expect(taken(blank, { limits: { ...LIMITS, rows: 79 } })).toBe(false);
    expect(
      taken(
        changed(60, (row) => `${row}${'x'.repeat(80)}`),
        { limits: { ...LIMITS, cell: 90 } },
      ),
    ).toBe(false);
  });

  it('takes more rows of which nobody is sure than a part may have', () => {
    const rows = ROWS.map((row) => row.replace(/,(\d+\/\d)/, ',"$1"').replace(/,(\d),/, ',"$1",'));
    expect(taken(rows)).toBe(true);
    expect(taken(rows, { part: 900 })).toBe(true);
  });

  it('takes more rows in a part than wait at a time, and more than all batches hold', () => {
    const units = Array.from({ length: 1700 }, (_, at) => `x${at}`);
    const rows = units.flatMap((unit, at) => [
      `${unit},1.3,${at % 90},,,`,
      `${unit},2.1,${at % 9},,,`,
      `${unit},1.2,1/2,,,`,
    ]);
    // Two parts of 2,550 rows; a batch takes 2,048.
    const part = Math.ceil(encode(textOf(rows)).length / 2);
    for (const batches of [1, 2])
      expect(agreeTogether(encode(textOf(rows)), { ...how, units, part, batches })).toBe(true);
  });
});

describe('files changed by chance, in parts', () => {
  const mutation = fc.record({
    at: fc.nat(),
    length: fc.constantFrom(0, 0, 1, 3),
    more: fc.constantFrom(
      ...['', '"', '""', '\n', '\n\n', '\r', '\r\n', ',', ';', ' ', '\ufeff', '\u0301', 'ề', '0', '%', '-', '.'],
      ...['"x"', '"a\nb"', 'xa-3', '1.1', '\u0000', '\nxa-3,1.2,1/7,,,\n', '9'.repeat(9)],
    ),
  });
  const mutate = (bytes: Uint8Array, { at, length, more }: { at: number; length: number; more: string }) => {
    const start = at % (bytes.length + 1);
    return Uint8Array.from([...bytes.subarray(0, start), ...encode(more), ...bytes.subarray(start + length)]);
  };

  it('are read alike or left', () => {
    let both = 0;
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 60, max: 1000 }),
        fc.nat(30),
        fc.boolean(),
        (mutations, part, alone, isShuffled) => {
          const rows = isShuffled ? ROWS.map((_, at) => ROWS[(at * 77) % ROWS.length] as string) : ROWS;
          if (agreeTogether(mutations.reduce(mutate, encode(textOf(rows))), { ...how, part, alone })) both++;
        },
      ),
      { numRuns: 800, seed: 10 },
    );
    expect(both).toBeGreaterThan(20);
  });
});
