/**
 * Close calls of a project whose figures were made by hand to stand on every edge.
 *
 * Criterion 1.1 and 1.2 give 50 points each in proportion. An has 1/3 of both: 16.666… twice, 33.333… in all. Binh has
 * 66.66 % of the first alone: 33.33 exactly. Cuc has 66.7 % of the first: 33.35.
 *
 *   rounded at the total (the rubric)   Cuc 33.35  An 33.33 = Binh 33.33
 *   unrounded                           Cuc 33.35  An 33.333… > Binh 33.33
 *   rounded at the criterion            Cuc 33.35  An 16.67 + 16.67 = 33.34 > Binh 33.33
 *   rounded at the domain               as at the total
 */
import { describe, expect, it } from 'vitest';
import { findEdges } from '../../src/analyse/edges.ts';
import { loadProject } from '../../src/load.ts';
import type { GroupEdges } from '../../src/model/edges.ts';
import { toText } from '../../src/model/exact.ts';
import { findRankEdges } from '../../src/reports/edges.ts';
import { score } from '../../src/score/index.ts';
import { memorySource } from '../source.ts';

const POLICIES = `
rounding: { at: total, decimals: 2 }
rank: { on: rounded, ties: competition }
missing: error
grades:
  on: rounded
  bands: [{ id: tot, name: Tốt, from: 33.34 }, { id: kha, name: Khá }]
`;

const rubricOf = (policies: string): string => `format: 1
id: sat-nut
title: Sát nút
stages: [appraised]
${policies}
domains:
  - id: "1"
    title: A
    max: 100
    criteria:
      - { id: "1.1", title: B, max: 50, rule: { type: proportional } }
      - { id: "1.2", title: C, max: 50, rule: { type: proportional } }
`;

function edgesOf(policies = POLICIES): GroupEdges {
  const files = new Map([
    ['p/parindex.yaml', 'year: 2024\n'],
    ['p/rubric.yaml', rubricOf(policies)],
    ['p/units.csv', 'id,name,group\nan,An,xa\nbinh,Binh,xa\ncuc,Cuc,xa\n'],
    ['p/entries/an.csv', 'criterion,appraised\n1.1,1/3\n1.2,1/3\n'],
    ['p/entries/binh.csv', 'criterion,appraised\n1.1,66.66%\n1.2,0%\n'],
    ['p/entries/cuc.csv', 'criterion,appraised\n1.1,66.7%\n1.2,0%\n'],
  ]);
  const { assessment, diagnostics } = loadProject(memorySource(files), 'p');
  if (assessment === undefined) throw new Error(diagnostics.map(({ fault }) => fault.code).join());
  return findEdges(assessment, score(assessment))[0] as GroupEdges;
}

/** Each variant with its shifts: `an: 2 kha → 2 tot`. */
function shifts({ board, tried }: GroupEdges): Readonly<Record<string, readonly string[]>> {
  const idOf = (at: number | undefined) => board.rubric.grades?.bands[at as number]?.id;
  return Object.fromEntries(
    tried.map(({ variant, shifts: found }) => [
      variant.kind === 'sense' ? variant.on : variant.at,
      found.map(
        ({ before, after }) =>
          `${before.unit.id}: ${before.rank} ${idOf(before.grade?.at)} → ${after.rank} ${idOf(after.grade?.at)}`,
      ),
    ]),
  );
}

const gradeSteps = ({ board, gradeSteps: found }: GroupEdges) =>
  found.map(({ standing, node, up, at }) => [
    standing.unit.id,
    node ?? 'index',
    up ? 'more' : 'less',
    board.rubric.grades?.bands[at]?.id,
  ]);

const rankSteps = ({ board, step }: GroupEdges) =>
  findRankEdges(board, step).map(({ above, below, gap }) => [above.unit.id, below.unit.id, toText(gap)]);

describe('other ways to decide', () => {
  it('are every one that the rubric did not choose, and say whose rank or grade is then another', () => {
    expect(shifts(edgesOf())).toEqual({
      // Unrounded, Binh is behind An; 33.333… is still below the line of 33.34.
      exact: ['binh: 2 kha → 3 kha'],
      // 33.34 lifts An over the line, and Binh is behind it.
      leaf: ['an: 2 kha → 2 tot', 'binh: 2 kha → 3 kha'],
      domain: [],
    });
  });

  it('go the other way where the rubric compares exactly and rounds at the criterion', () => {
    const policies = POLICIES.replaceAll('on: rounded', 'on: exact').replace('at: total', 'at: leaf');
    expect(shifts(edgesOf(policies))).toEqual({
      rounded: [],
      // Rounded at the domain, An has 33.33: below the line and level with Binh. At the total nothing is rounded
      // before it is compared: 33.333… is below the line, and ahead of Binh.
      domain: ['an: 2 tot → 2 kha', 'binh: 3 kha → 2 kha'],
      total: ['an: 2 tot → 2 kha'],
    });
  });

  it('are both senses where ranks and grades are decided in different ones', () => {
    const policies = POLICIES.replace('rank: { on: rounded', 'rank: { on: exact');
    expect(shifts(edgesOf(policies))).toMatchObject({ rounded: ['binh: 3 kha → 2 kha'], exact: [] });
  });
});

describe('one hundredth', () => {
  it('changes grades at the line on either side, and no others', () => {
    // An and Binh are 0.01 below 33.34, Cuc is 0.01 above it: less 0.01 it stands on the line, and keeps its grade.
    expect(gradeSteps(edgesOf())).toEqual([
      ['an', 'index', 'more', 'tot'],
      ['binh', 'index', 'more', 'tot'],
    ]);
  });

  it('changes a grade through a gate', () => {
    // Domain 1 holds everything, so its index is the unit's: all are below 33.36, Cuc alone by 0.01 only.
    const gates = `${POLICIES}  gates: [{ domain: "1", below: 33.36, cap: kha }]\n`;
    const edges = edgesOf(gates);
    expect(gradeSteps(edges)).toEqual([['cuc', '1', 'more', 'tot']]);
  });

  it('brings level those who are 0.01 apart, and parts those who are level', () => {
    expect(rankSteps(edgesOf())).toEqual([['an', 'binh', '0']]);
    const onLeaf = edgesOf(POLICIES.replace('at: total', 'at: leaf'));
    expect(rankSteps(onLeaf)).toEqual([
      ['cuc', 'an', '0.01'],
      ['an', 'binh', '0.01'],
    ]);
  });

  it('is a tenth where the rubric shows tenths', () => {
    expect(toText(edgesOf(POLICIES.replace('decimals: 2', 'decimals: 1')).step)).toBe('0.1');
  });
});
