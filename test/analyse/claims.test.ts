/** Claims: verdicts, ways of writing numbers and slips, by hand calculation; the ranges against brute force. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../src/analyse/claims.ts';
import type { ClaimFinding, Slip } from '../../src/model/audit.ts';
import type { DecimalMark } from '../../src/model/exact.ts';
import { readClaims } from '../../src/read/claims.ts';

function outcomeOf(text: string, mark?: DecimalMark) {
  const { value, diagnostics } = readClaims(text, 'claims.txt', mark);
  const claim = value?.claims[0];
  if (claim === undefined) throw new Error(JSON.stringify(diagnostics[0]?.facts));
  return checkClaim(claim);
}

function find(text: string, mark?: DecimalMark): ClaimFinding {
  const outcome = outcomeOf(text, mark);
  if (!('finding' in outcome)) throw new Error(outcome.problem);
  return outcome.finding;
}

const slipsOf = (text: string): readonly Slip[] => find(text).links.flatMap(({ slips }) => slips);

describe('a claim is held against the precision it is printed with', () => {
  it.each([
    // The article of the Khánh Vĩnh district portal, 12/03/2020.
    ['99,69% + 0,02% + 0,29% = 100%', 'confirmed', '100%'],
    ['29/34 = 70,5%', 'refuted', '85,3%'],
    ['12.781 + 574 = 13.555', 'refuted', '13.355'],
    ['5+2+2+2+1+2+1+1+2+1 = 19', 'confirmed', '19'],
    // PAR INDEX 2020: Quảng Ninh, Đồng Tháp.
    ['57,66 + 9,56 + 18,83 + 5 = 91,04', 'possible', '91,05'],
    ['55.94 + 8.89 + 20.09 + 1.84 = 86.77', 'possible', '86.76'],
    ['55.94 + 8.89 + 20.09 + 1.84 = 86.79', 'refuted', '86.76'],
    // Bắc Trung Bộ 2024: 88,51 against 87,72 cannot be 1,58 more.
    ['88,51 - 87,72 = 1,58', 'refuted', '0,79'],
    // Nam Định 2020: 89,457 is cut, unless 62,62 stood for a little less.
    ['62,62 / 70 = 89,45%', 'possible', '89,46%'],
    ['85,3% = 29 : 34', 'confirmed', '85,3%'],
    ['(53 + 9) × 2 = 124', 'confirmed', '124'],
    ['-2,5 + 1 = -1,5', 'confirmed', '-1,5'],
    ['1/3 ≈ 0,34', 'confirmed', '0,33'],
    ['1/3 ≈ 0,35', 'refuted', '0,33'],
    ['0,5 + 0,5 = 1,1', 'possible', '1,0'],
  ])('%s is %s', (text, verdict, truth) => {
    const finding = find(text);
    expect(finding.verdict).toBe(verdict);
    expect(finding.links[0]?.truth).toBe(truth);
  });

  it.each([
    ['92,08 > 87,34 > 83,09', 'confirmed'],
    ['92,08 > 87,34 > 87,34', 'possible'],
    ['92,08 > 87,34 > 88,09', 'refuted'],
    ['29 <= 29', 'confirmed'],
    ['29 < 29', 'refuted'],
    ['1000,5 = 1', 'refuted'],
    ['83,09 ≥ 83,09 = 83,09', 'confirmed'],
    ['1/3 + 1/3 = 2/3', 'confirmed'],
    ['1/3 + 1/3 = 3/3', 'refuted'],
  ])('%s is %s', (text, verdict) => {
    expect(find(text).verdict).toBe(verdict);
  });

  it('rounds half up where a double would not', () => {
    // Huế, mean of four years: 81,755 is printed 81,76.
    expect(find('(74,85 + 76,72 + 84,31 + 91,14) / 4 = 81,76').verdict).toBe('confirmed');
    expect(find('1,005 * 1 = 1,01').links[0]?.truth).toBe('1,01');
  });
});

describe('slips in a refuted order', () => {
  const told = (text: string) =>
    slipsOf(text).map(({ kind, printed, instead, claim }) => [kind, printed, instead, claim]);

  it('are digits changed or swapped, the smallest change first; the links beside still hold', () => {
    // 97,34 would make the second link hold and the first one not.
    expect(told('92,08 > 87,34 > 88,09')).toEqual([
      ['changed', '88,09', '87,09', '87,34 > 87,09'],
      ['changed', '87,34', '88,34', '88,34 > 88,09'],
      ['swapped', '88,09', '80,89', '87,34 > 80,89'],
    ]);
    expect(told('19,5 > 83,09')).toContainEqual(['swapped', '19,5', '91,5', '91,5 > 83,09']);
    expect(told('29 < 29')).toContainEqual(['changed', '29', '28', '28 < 29']);
  });

  it('are none where no single digit would do, and none in a side that is a calculation', () => {
    expect(told('1,5 > 1083,09')).toEqual([]);
    expect(told('1 + 1 > 2 + 9')).toEqual([]);
  });
});

describe('the way numbers are written', () => {
  it.each([
    ['29/34 = 85,3%', ','],
    ['1,234.5 + 0.5 = 1,235', '.'],
    ['12.781 + 574 = 13.355', ','],
    ['12.781 + 574 = 13.555', ','],
    ['5 + 2 = 7', ','],
    ['1.500 + 1.500 = 3.000', 'either'],
  ])('of %s is %s', (text, numbers) => {
    expect(find(text).numbers).toBe(numbers);
  });

  it('is asked for where the line does not show it', () => {
    expect(outcomeOf('1.500 > 2.700')).toMatchObject({ problem: 'ambiguous' });
    expect(find('1.500 > 2.700', '.').verdict).toBe('refuted');
  });

  it('cannot help a division by 0', () => {
    expect(outcomeOf('5 / (2 - 2) = 1')).toMatchObject({ problem: 'zero' });
  });
});

describe('slips', () => {
  it('finds 24 for 29, besides a result that was cut', () => {
    expect(slipsOf('29/34 = 70,5%')).toMatchObject([
      { kind: 'changed', printed: '29', instead: '24', claim: '24/34 = 70,5%', isCut: true, rounded: '70,6%' },
    ]);
  });

  it('finds the digit of the result first, then 774 for 574', () => {
    expect(slipsOf('12.781 + 574 = 13.555').map(({ claim }) => claim)).toEqual([
      '12.781 + 574 = 13.355',
      '12.981 + 574 = 13.555',
      '12.781 + 774 = 13.555',
    ]);
  });

  it.each([
    ['120 + 13 = 313', 'swapped', '120 + 13 = 133'],
    ['120 + 13 = 1333', 'added', '120 + 13 = 133'],
    ['120 + 13 = 13', 'dropped', '120 + 13 = 133'],
    ['12 + 11 = 132', 'operator', '12 × 11 = 132'],
    ['200/3 = 66,6', 'cut', '200/3 = 66,6'],
  ])('of %s: %s', (text, kind, claim) => {
    expect(slipsOf(text).map((slip) => [slip.kind, slip.claim])).toContainEqual([kind, claim]);
  });

  it('explains with nothing but slips after which the claim holds', () => {
    const figure = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(figure, figure, figure, (a, b, total) => {
        const text = `${a} + ${b} = ${total}`;
        for (const slip of slipsOf(text)) expect(find(slip.claim).verdict).toBe('confirmed');
      }),
    );
  });
});

describe('possible by rounding', () => {
  /** Tenths of a figure's last place that round half up, away from 0, to it: -5 to 4 of 10 for one above 0. */
  const tenths = (printed: number): readonly number[] =>
    Array.from({ length: 11 }, (_, at) => printed * 10 - 5 + at).filter((value) => half(value) === printed);
  const half = (value: number): number => Math.sign(value) * Math.floor((Math.abs(value) + 5) / 10);
  const print = (value: number): string =>
    `${value < 0 ? '-' : ''}${Math.abs(value) / 10}`.replace(/^(-?\d+)$/, '$1.0');

  it('equals trying every underlying figure of a sum', () => {
    const figure = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(figure, figure, figure, fc.boolean(), fc.integer({ min: -4, max: 4 }), (a, b, c, minus, off) => {
        const sign = minus ? -1 : 1;
        const total = a + b + sign * c + off;
        const reached = tenths(a).some((x) =>
          tenths(b).some((y) => tenths(c).some((z) => half(x + y + sign * z) === total)),
        );
        const verdict = find(
          `${print(a)} + ${print(b)} ${minus ? '-' : '+'} ${print(c)} = ${print(total)}`,
          '.',
        ).verdict;
        expect(verdict).toBe(off === 0 ? 'confirmed' : reached ? 'possible' : 'refuted');
      }),
      { numRuns: 300 },
    );
  });

  it('never refutes a product that underlying figures give', () => {
    const figure = fc.integer({ min: 0, max: 60 });
    const tenth = fc.integer({ min: -5, max: 4 });
    fc.assert(
      fc.property(figure, tenth, figure, tenth, (a, x, b, y) => {
        const [left, right] = [a * 10 + (a === 0 ? Math.abs(x) % 5 : x), b * 10 + (b === 0 ? Math.abs(y) % 5 : y)];
        const product = Math.floor((left * right + 500) / 1000);
        expect(find(`${print(a)} * ${print(b)} = ${print(product)}`, '.').verdict).not.toBe('refuted');
      }),
    );
  });
});
