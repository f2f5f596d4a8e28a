/** What a header says of the rows below it: by hand, of the leaf 1.3 with two stages. */
import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, ROW_SEEN } from '../../src/model/assessment.ts';
import * as map from '../../src/read/kernel/map.ts';
import type { Memory } from '../../src/read/kernel/memory.ts';
import { takeHeader } from '../../src/read/scan-header.ts';
import type { Layout, Reading, UnitPlan } from '../../src/read/scan-layout.ts';
import { createScan } from '../../src/read/scan-state.ts';
import { beginFile, HEADER, smallScanner } from './scan-small.ts';

/** The layout below a header, and the memory in which the kernel finds it. */
function laidOut(header: string, units: readonly string[] = ['xa', 'xb']): { layout: Layout; memory: Memory } {
  const scanner = smallScanner({ units });
  const { memory } = scanner;
  const scan = createScan(scanner, { file: 'a.csv', fileAt: 0, unit: units[0] as string, read: () => 0 });
  const cells = header.split(',');
  let at = 0;
  for (const [cell, text] of cells.entries()) {
    const { written } = new TextEncoder().encodeInto(text, memory.bytes.subarray(at));
    scanner.row.starts[cell] = at;
    scanner.row.ends[cell] = at + written;
    at += written + 1;
  }
  scanner.row.count = cells.length;
  if (!takeHeader(scan, 0, at) || scan.layout === undefined) throw new Error('no header');
  return { layout: scan.layout, memory };
}

const layoutOf = (header: string, units?: readonly string[]) => laidOut(header, units).layout;

/** What the kernel knows of reading number `at` of a tall layout: of each cell its role, and the position of a value. */
function cellsOf({ layout, memory }: ReturnType<typeof laidOut>, at: number) {
  const reading = layout.readingsAt + map.READING * at;
  const bytes = (of: number) => [...memory.bytes.subarray(memory.int(reading + of)).subarray(0, layout.width)];
  return { roles: bytes(map.ROLES), positions: bytes(map.POSITIONS) };
}

/** By build the number of its first reading. */
const firstOf = ({ layout, memory }: ReturnType<typeof laidOut>) =>
  layout.plans.map((_, build) => memory.int(layout.firstOf + 4 * build));

const idsOf = ({ plans }: Layout) => plans.flatMap(({ readings }) => readings.map(({ target }) => target.node.id));

const readingOf = ({ plans }: Layout, at: number) => plans[0]?.readings[at] as Reading;

describe('a tall header', () => {
  it('says where each cell of a leaf stands', () => {
    const laid = laidOut(HEADER);
    const { layout } = laid;
    expect(layout).toMatchObject({ width: 7, unitAt: 0, leafAt: 1 });
    expect([firstOf(laid), idsOf(layout)]).toEqual([[0], ['1.1', '1.2', '1.3', 'T1']]);
    const { values, mustBeEmpty, evidence, note, all, flags } = readingOf(layout, 2);
    expect({ values, mustBeEmpty, evidence, note, all }).toEqual({
      ...{ values: [2, 3], mustBeEmpty: [4], evidence: 5, note: 6, all: [2, 3, 4, 5, 6] },
    });
    // Ids, two values, one that must be empty, evidence, note.
    expect(cellsOf(laid, 2)).toEqual({ roles: [0, 0, 1, 1, 0, 2, 3], positions: [0, 0, 0, 1, 0, 0, 0] });
    expect(flags).toBe(ROW_SEEN | EVIDENCE_ASKED);
    expect(layout.plans.map(({ strange }) => strange)).toEqual([[]]);
  });

  it('may leave cells out, and have them before the leaf', () => {
    const short = laidOut('criterion,appraised');
    expect(readingOf(short.layout, 2)).toMatchObject({
      values: [-1, 1],
      mustBeEmpty: [],
      evidence: -1,
      note: -1,
      all: [1],
      flags: ROW_SEEN,
    });
    expect(cellsOf(short, 2)).toEqual({ roles: [0, 1], positions: [0, 1] });
    const early = laidOut('evidence,criterion,appraised');
    expect(readingOf(early.layout, 2)).toMatchObject({ evidence: 0, all: [2, 0], flags: ROW_SEEN | EVIDENCE_ASKED });
    expect(cellsOf(early, 2).roles).toEqual([2, 0, 1]);
    const other = laidOut('appraised,criterion,self');
    expect([readingOf(other.layout, 2).values, cellsOf(other, 2).positions]).toEqual([
      [2, 0],
      [1, 0, 0],
    ]);
  });

  it('says which cells a leaf must have empty', () => {
    const header = 'unit,criterion,appraised,survey,previous,override';
    const laid = laidOut(header);
    const { mustBeEmpty, all } = readingOf(laid.layout, 2);
    expect({ mustBeEmpty, roles: cellsOf(laid, 2).roles, all }).toEqual({
      ...{ mustBeEmpty: [3, 4, 5], roles: [0, 0, 1, 0, 0, 0], all: [2, 3, 4, 5] },
    });
  });

  it('of two rubrics numbers the leaves of both, and says which cells are of the other', () => {
    const leaf = (source: string) =>
      `{ id: "1.9", title: T, max: 1, source: ${source}, rule: { type: ${source === 'survey' ? 'survey' : 'given'} } }`;
    const other = (source: string) =>
      `{ format: 1, id: r, title: T, missing: zero, stages: [review, appraised],
        domains: [{ id: d, title: T, max: 1, criteria: [${leaf(source)}] }] }`;
    const layoutBeside = (source: string) => {
      const scanner = smallScanner({ units: ['xa'], beside: [other(source), ['xb']] });
      const { layout } = beginFile(scanner, 'unit,criterion,self,review,appraised,survey\n').scan;
      return { layout: layout as Layout, memory: scanner.memory };
    };
    const laid = layoutBeside('appraised');
    expect([firstOf(laid), idsOf(laid.layout)]).toEqual([
      [0, 4],
      ['1.1', '1.2', '1.3', 'T1', '1.9'],
    ]);
    expect(laid.layout.plans.map(({ strange }) => strange)).toEqual([[3], [2]]);
    expect([3, 4].map((at) => cellsOf(laid, at).roles)).toEqual([
      [0, 0, 1, 0, 1, 0],
      [0, 0, 0, 1, 1, 0],
    ]);
    // A survey has no stage, and stages must be empty in its rows.
    const { plans } = layoutBeside('survey').layout;
    const { mustBeEmpty, values } = (plans[1] as UnitPlan).readings[0] as Reading;
    expect({ mustBeEmpty, values }).toEqual({ mustBeEmpty: [3, 4], values: [5] });
  });

  it.each([
    [HEADER, true],
    ['criterion,appraised', true],
    ['unit,criterion,appraised', true],
    ['criterion,unit,appraised', false],
    ['unit,appraised,criterion', false],
    ['appraised,unit,criterion,self', false],
    ['appraised,criterion,self', false],
    ['unit,criterion', false],
    ['criterion', false],
  ])('%s: the first cells can be foreseen: %s', (header, isForeseeable) => {
    expect(layoutOf(header).isForeseeable).toBe(isForeseeable);
    expect(layoutOf(header, ['x"a', 'xb']).isForeseeable).toBe(false);
  });
});

it('a wide header has its leaves in its own order', () => {
  const { layout, memory } = laidOut('unit,1.3,1.2:self,1.2,1.1');
  expect(layout).toMatchObject({ width: 5, unitAt: 0, leafAt: -1, isForeseeable: true });
  const [plan] = layout.plans;
  expect(plan?.readings.map(({ target, values }) => [target.node.id, values])).toEqual([
    ['1.3', [-1, 1]],
    ['1.2', [2, 3]],
    ['1.1', [-1, 4]],
  ]);
  // For the kernel: what each cell is, to which of these readings, and the targets of these by number.
  const at = layout.plansAt;
  const cells = Array.from({ length: 5 }, (_, cell) =>
    [map.ROLE, map.READING_AT, map.POSITION].map((of) => memory.int(memory.int(at + map.CELLS) + map.CELL * cell + of)),
  );
  expect(cells).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [1, 1, 0],
    [1, 1, 1],
    [1, 2, 1],
  ]);
  expect(memory.int(at + map.READING_COUNT)).toBe(3);
  const list = memory.int(at + map.READING_LIST);
  expect([0, 1, 2].map((number) => memory.int(list + 8 * number))).toEqual([2, 1, 0]);
  const known = (plan?.readings ?? []).map(({ reader }) => reader.at);
  expect([0, 1, 2].map((number) => memory.int(memory.int(list + 8 * number + 4) + map.READER_OF))).toEqual(known);
});

it.each([
  ['unit,1.1,1.2,1.3', true],
  ['1.1,unit,1.2,1.3', false],
])('of a wide header %s the first cell can be foreseen: %s', (header, isForeseeable) => {
  expect(layoutOf(header).isForeseeable).toBe(isForeseeable);
  expect(layoutOf(header, ['x"a', 'xb']).isForeseeable).toBe(false);
});
