/** What a header says of the rows below it: by hand, of the leaf 1.3 with two stages. */
import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, ROW_SEEN } from '../../src/model/assessment.ts';
import { takeHeader } from '../../src/read/scan-header.ts';
import type { Layout, Reading } from '../../src/read/scan-layout.ts';
import { createScan } from '../../src/read/scan-state.ts';
import { beginFile, HEADER, smallScanner } from './scan-small.ts';

function layoutOf(header: string, units: readonly string[] = ['xa', 'xb']): Layout {
  const scanner = smallScanner({ units });
  const scan = createScan(scanner, { file: 'a.csv', fileAt: 0, unit: units[0] as string, read: () => 0 });
  const cells = header.split(',');
  let at = 0;
  for (const [cell, text] of cells.entries()) {
    const { written } = new TextEncoder().encodeInto(text, scanner.buffer.subarray(at));
    scanner.row.starts[cell] = at;
    scanner.row.ends[cell] = at + written;
    at += written + 1;
  }
  scanner.row.count = cells.length;
  if (!takeHeader(scan, 0, at) || scan.layout === undefined) throw new Error('no header');
  return scan.layout;
}

const readingOf = ({ plans }: Layout, at: number) => plans[0]?.readings[at] as Reading;

describe('a tall header', () => {
  it('says where each cell of a leaf stands', () => {
    const layout = layoutOf(HEADER);
    expect(layout).toMatchObject({ width: 7, unitAt: 0, leafAt: 1, firstOf: [0] });
    expect(layout.readings.map(({ target }) => target.node.id)).toEqual(['1.1', '1.2', '1.3', 'T1']);
    const { values, mustBeEmpty, evidence, note, all, roles, positions, flags } = readingOf(layout, 2);
    expect({ values, mustBeEmpty, evidence, note, all }).toEqual({
      ...{ values: [2, 3], mustBeEmpty: [4], evidence: 5, note: 6, all: [2, 3, 4, 5, 6] },
    });
    // Text, text, two values, one that must be empty, evidence, note.
    expect([...roles]).toEqual([0, 0, 1, 1, 4, 2, 3]);
    expect([...positions]).toEqual([0, 0, 0, 1, 0, 0, 0]);
    expect(flags).toBe(ROW_SEEN | EVIDENCE_ASKED);
    expect(layout.plans.map(({ strange }) => strange)).toEqual([[]]);
  });

  it('may leave cells out, and have them before the leaf', () => {
    const short = readingOf(layoutOf('criterion,appraised'), 2);
    expect(short).toMatchObject({
      values: [-1, 1],
      mustBeEmpty: [],
      evidence: -1,
      note: -1,
      all: [1],
      flags: ROW_SEEN,
    });
    expect([[...short.roles], [...short.positions]]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const early = readingOf(layoutOf('evidence,criterion,appraised'), 2);
    expect(early).toMatchObject({ evidence: 0, all: [2, 0], flags: ROW_SEEN | EVIDENCE_ASKED });
    expect([...early.roles]).toEqual([2, 0, 1]);
    const other = readingOf(layoutOf('appraised,criterion,self'), 2);
    expect([other.values, [...other.positions]]).toEqual([
      [2, 0],
      [1, 0, 0],
    ]);
  });

  it('says which cells a leaf must have empty', () => {
    const header = 'unit,criterion,appraised,survey,previous,override';
    const { mustBeEmpty, roles, all } = readingOf(layoutOf(header), 2);
    expect({ mustBeEmpty, roles: [...roles], all }).toEqual({
      ...{ mustBeEmpty: [3, 4, 5], roles: [0, 0, 1, 4, 4, 4], all: [2, 3, 4, 5] },
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
      return beginFile(scanner, 'unit,criterion,self,review,appraised,survey\n').scan.layout as Layout;
    };
    const layout = layoutBeside('appraised');
    expect([layout.firstOf, layout.readings.map(({ target }) => target.node.id)]).toEqual([
      [0, 4],
      ['1.1', '1.2', '1.3', 'T1', '1.9'],
    ]);
    expect(layout.plans.map(({ strange }) => strange)).toEqual([[3], [2]]);
    expect(layout.readings.slice(3).map(({ roles }) => [...roles])).toEqual([
      [0, 0, 1, 4, 1, 4],
      [0, 0, 4, 1, 1, 4],
    ]);
    // A survey has no stage, and stages must be empty in its rows.
    const { mustBeEmpty, values } = layoutBeside('survey').readings[4] as Reading;
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
  const layout = layoutOf('unit,1.3,1.2:self,1.2,1.1');
  expect(layout).toMatchObject({ width: 5, unitAt: 0, leafAt: -1, readings: [], firstOf: [], isForeseeable: false });
  const [plan] = layout.plans;
  expect(plan?.readings.map(({ target, values }) => [target.node.id, values])).toEqual([
    ['1.3', [-1, 1]],
    ['1.2', [2, 3]],
    ['1.1', [-1, 4]],
  ]);
});
