/** What is learned of a long file before others read ahead: where it is looked at, and which texts are known then. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { exactAt } from '../../src/model/column.ts';
import { KNOWN_D, KNOWN_N, LETTERS_OF, STARTS_OF } from '../../src/read/kernel/map.ts';
import { textOf } from '../../src/read/scan-cell.ts';
import type { Layout, Reading, UnitPlan } from '../../src/read/scan-layout.ts';
import { learnTexts } from '../../src/read/scan-samples.ts';
import type { Scan } from '../../src/read/scan-state.ts';
import { countOf } from '../../src/read/scan-table.ts';
import { levels } from '../../src/rules/levels.ts';
import { beginFile, HEADER, smallScanner } from './scan-small.ts';
import { flagsOf } from './seen.ts';

const SAMPLE = 32_768;
const encode = (text: string) => new TextEncoder().encode(text);

/** What is known of the values of a target: its texts, each with its number. */
function knownOf({ layout }: Scan, leaf: number): readonly string[] {
  const { readings } = (layout as Layout).plans[0] as UnitPlan;
  const { memory, at, known } = (readings[leaf] as Reading).reader;
  const letters = memory.int(known.at + LETTERS_OF);
  const start = (text: number) => letters + memory.int(memory.int(known.at + STARTS_OF) + 4 * text);
  return Array.from({ length: countOf(known) }, (_, text) => {
    const [n, d] = [KNOWN_N, KNOWN_D].map((of) => memory.double(memory.int(at + of) + 8 * text)) as [number, number];
    return `${textOf(memory, start(text), start(text + 1))} ${n / d}`;
  });
}

/** The places where the file was looked at, with the bytes that were asked for. */
function learn(scan: Scan, text: string, cuts: readonly number[]): readonly string[] {
  return look(scan, text, cuts).asked;
}

/** The same, and whether the rows of a unit stand together. */
function look(scan: Scan, text: string, cuts: readonly number[]) {
  const bytes = encode(text);
  const asked: string[] = [];
  const { isInOrder } = learnTexts(
    scan,
    (into, position) => {
      asked.push(`${position}: ${into.length}`);
      const next = bytes.subarray(position, position + into.length);
      into.set(next);
      return next.length;
    },
    Float64Array.from(cuts),
  );
  return { asked, isInOrder };
}

const begun = (header = HEADER, unit?: string) =>
  beginFile(smallScanner({ units: ['xa', 'xb'] }), `${header}\n`, unit).scan;

/** What is known of the levels after these rows alone. */
function learned(...rows: readonly string[]) {
  const scan = begun();
  learn(scan, `${rows.join('\n')}\n`, [0, 1]);
  return knownOf(scan, 0);
}

describe('rows of a unit stand together', () => {
  const A = ['xa,1.2,,1/2,,,\n', 'xa,1.3,,1.5,,,\n'] as const;
  const B = ['xb,1.2,,1/2,,,\n', 'xb,1.3,,1.5,,,\n'] as const;
  const inOrder = (rows: readonly string[], cuts: readonly number[] = [0, 1]) =>
    look(begun(), rows.join(''), cuts).isInOrder;

  it('where they are twice as many as the units that they meet', () => {
    expect(inOrder([...A, ...B])).toBe(true);
    expect(inOrder([...A, B[0]])).toBe(false);
    expect(inOrder([A[0], B[1]])).toBe(false);
    expect(inOrder([A[0]])).toBe(false);
    expect(inOrder([])).toBe(true);
  });

  it('in all samples together, each of which is looked at by itself', () => {
    const row = A[0].length;
    // Two rows of one unit, and from the second on one of it: two units in three rows; then two in four and two.
    expect(inOrder(A, [0, row, 2 * row])).toBe(false);
    expect(inOrder([...A, ...A], [0, 2 * row, 4 * row])).toBe(true);
  });
});

describe('a long file', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [16, Array.from({ length: 16 }, (_, at) => at)],
    [17, Array.from({ length: 16 }, (_, at) => at)],
    // Each 40/16 parts further on: 0, 2.5, 5, 7.5 and so on.
    [40, [0, 2, 5, 7, 10, 12, 15, 17, 20, 22, 25, 27, 30, 32, 35, 37]],
  ])('of %i parts is looked at where these begin', (parts, begins) => {
    const cuts = Array.from({ length: parts + 1 }, (_, at) => 100 * at);
    expect(learn(begun(), '', cuts)).toEqual(begins.map((part) => `${100 * part}: ${SAMPLE}`));
  });
});

describe('of the values in it', () => {
  it('names and counts are known then, each with the number of its rule', () => {
    const scan = begun();
    const rows = ['xa,1.1,trễ,đúng,,,', 'xa,1.3,2,1.5,,,', 'xa,T1,,2,,,', 'xb,1.1,,trễ,,,', 'xb,T1,1,2,,,'];
    learn(scan, `${rows.join('\n')}\n`, [0, 1]);
    expect(knownOf(scan, 0)).toEqual(['trễ 0.5', 'đúng 1']);
    // What is made from its digits need not be learned.
    expect([knownOf(scan, 1), knownOf(scan, 2)]).toEqual([[], []]);
    expect(knownOf(scan, 3)).toEqual(['2 2', '1 1']);
  });

  it('nothing is written', () => {
    const scan = begun();
    learn(scan, 'xa,1.1,trễ,đúng,,,\n', [0, 1]);
    for (const { columns } of scan.layout?.plans[0]?.readings ?? []) {
      expect(flagsOf(columns)).toEqual([0, 0]);
      for (const column of columns.values)
        expect([exactAt(column, 0), exactAt(column, 1)]).toEqual([undefined, undefined]);
    }
    expect(scan).toMatchObject({ read: 0, line: 0, seat: -1, leaf: -1, touched: [] });
    expect(scan.layout?.plans[0]?.readings).toHaveLength(4);
  });

  it('all samples have their part, up to the last whole line of each', () => {
    const filler = 'xa,1.3,,1,,,\n'.repeat(Math.floor(SAMPLE / 13) - 1);
    const early = `${filler}xa,1.1,,đúng,,,\n`;
    // The name ends within the sample, its row does not.
    const long = early.replace('xa', `xa,1.1,,trễ,,,\nxb`);
    const first = begun();
    learn(first, early, [0, 1]);
    expect(encode(early).length).toBeLessThan(SAMPLE);
    expect(knownOf(first, 0)).toEqual(['đúng 1']);
    const cut = begun();
    learn(cut, long, [0, 1]);
    expect(encode(long).length).toBeGreaterThan(SAMPLE);
    expect(knownOf(cut, 0)).toEqual(['trễ 0.5']);
    const both = begun();
    learn(both, `xa,1.1,,trễ,,,\nxa,1.1,,đúng,,,\n`, [16, 0, 32]);
    expect(knownOf(both, 0)).toEqual(['đúng 1', 'trễ 0.5']);
  });

  it('a rule is asked once of each text, and of none that is empty', () => {
    const asked = vi.spyOn(levels, 'read');
    onTestFinished(() => asked.mockRestore());
    expect(learned('xa,1.1,,đúng,,,', 'xb,1.1,trễ,đúng,,,')).toEqual(['đúng 1', 'trễ 0.5']);
    expect(asked.mock.calls.map(([text]) => text)).toEqual(['đúng', 'trễ']);
  });

  it('nothing is known of a row that is odd, and nothing behind one whose end is not known', () => {
    expect(learned('xa,1.1,,đúng', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
    expect(learned('xa,1.1,,đúng,,,,', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
    expect(learned('xd,1.1,,đúng,,,', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
    expect(learned('xa,1.4,,đúng,,,', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
    expect(learned('xa,1.1,,"đúng""",,,', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
    expect(learned('xa,1.1,,"đúng",,,', 'xb,1.1,,trễ,,"a', 'b",')).toEqual(['đúng 1']);
    expect(learned('xb,1.1,,tre,,,', '', 'xb,1.1,,trễ,,,')).toEqual(['trễ 0.5']);
  });

  it('values are known where a stage is left out, and where the value stands first', () => {
    const scan = begun('unit,criterion,appraised');
    learn(scan, 'xa,1.1,trễ\n', [0, 1]);
    expect(knownOf(scan, 0)).toEqual(['trễ 0.5']);
    const turned = begun('appraised,unit,criterion');
    learn(turned, 'trễ,xa,1.1\n', [0, 1]);
    expect(knownOf(turned, 0)).toEqual(['trễ 0.5']);
  });
});
