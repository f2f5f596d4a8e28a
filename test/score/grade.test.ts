import { describe, expect, test } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import type { GradeResult, Standing } from '../../src/model/scoreboard.ts';
import { score } from '../../src/score/index.ts';
import { build, type CellSpec, type RubricSpec } from './build.ts';

type Gates = NonNullable<RubricSpec['grades']>['gates'];
type Cells = Readonly<Record<string, CellSpec>>;

const BANDS = [['tot', '85'], ['kha', '75'], ['tb', '50'], ['yeu']] as const;
const DOMAINS: RubricSpec['domains'] = { D: { a: { max: '50' } }, E: { b: { max: '30' }, c: { max: '20' } } };

function gradeOf(cells: Cells, gates: Gates = [], on: 'rounded' | 'exact' = 'rounded', more: Partial<RubricSpec> = {}) {
  const spec: RubricSpec = { domains: DOMAINS, grades: { on, bands: BANDS, gates }, ...more };
  const standing = score(build(spec, [{ id: 'u', cells }])).groups[0]?.standings[0] as Standing;
  return standing.grade as GradeResult;
}

/** `grade margin`, and the nodes of the gates that hold it. */
function told({ at, margin, holds }: GradeResult): string {
  const held = holds.map(({ node, index, below }) => ` [${node} ${toText(index)} < ${toText(below)}]`);
  return `${BANDS[at]?.[0]} ${margin ? toText(margin) : '-'}${held.join('')}`;
}

describe('bands', () => {
  test.each([
    ['the line belongs to the grade above it', { a: '50', b: '30', c: '5' }, 'tot -'],
    ['just below', { a: '50', b: '30', c: '4.99' }, 'kha 0.01'],
    ['in the middle', { a: '50', b: '10', c: '2.5' }, 'tb 12.5'],
    ['the last takes the rest', { a: '1', b: '0', c: '0' }, 'yeu 49'],
  ])('%s', (_, cells, expected) => {
    expect(told(gradeOf(cells))).toBe(expected);
  });

  test('89.995 with a line at 90', () => {
    const bands = [['a', '90'], ['b']] as const;
    const grade = (on: 'rounded' | 'exact') =>
      gradeOf({ a: '50', b: '30', c: '9.995' }, [], on, { grades: { on, bands } });
    expect(grade('rounded')).toMatchObject({ at: 0 });
    expect(grade('exact')).toMatchObject({ at: 1 });
    expect(toText(grade('exact').margin as never)).toBe('0.005');
  });

  test('a penalty below zero is still the last grade', () => {
    const more: Partial<RubricSpec> = { adjustments: { P: { kind: 'penalty', max: '5' } } };
    expect(told(gradeOf({ a: '0', b: '0', c: '0', P: '5' }, [], 'rounded', more))).toBe('yeu 55');
  });
});

describe('gates', () => {
  const each: Gates = [{ nodes: ['D', 'E'], below: '50', cap: 'kha' }];

  test('each domain: one under the line caps the grade', () => {
    // E has 24.995 of 50: shown 49.99. The index is 88 of the rescaled rubric below.
    const more: Partial<RubricSpec> = { domains: { D: { a: { max: '150' } }, E: { b: { max: '50' } } } };
    expect(told(gradeOf({ a: '150', b: '24.994' }, each, 'rounded', more))).toBe('kha -2.5 [E 49.99 < 50]');
    expect(told(gradeOf({ a: '150', b: '25' }, each, 'rounded', more))).toBe('tot -');
  });

  test('rounded and exact part at the line', () => {
    // E: 24.9975 of 50 is 49.995, shown 50.00.
    const more: Partial<RubricSpec> = { domains: { D: { a: { max: '150' } }, E: { b: { max: '50' } } } };
    const cells = { a: '150', b: '24.9975' };
    expect(gradeOf(cells, each, 'rounded', more)).toMatchObject({ at: 0, holds: [] });
    expect(told(gradeOf(cells, each, 'exact', more))).toBe('kha -2.49875 [E 49.995 < 50]');
  });

  test('one criterion', () => {
    // 50 + 30 + 9 = 89; c: 9 of 20 is 45.
    const gate: Gates = [{ nodes: ['c'], below: '46', cap: 'tb' }];
    expect(told(gradeOf({ a: '50', b: '30', c: '9' }, gate))).toBe('tb -14 [c 45 < 46]');
    expect(gradeOf({ a: '50', b: '30', c: '9' }, gate)).toMatchObject({ at: 2, byIndex: 0 });
  });

  test('the lowest cap wins, and only its gates are named', () => {
    const gates: Gates = [
      { nodes: ['c'], below: '50', cap: 'kha' },
      { nodes: ['c'], below: '46', cap: 'tb' },
      { nodes: ['c', 'b'], below: '100', cap: 'kha' },
    ];
    expect(told(gradeOf({ a: '50', b: '30', c: '9' }, gates))).toBe('tb -14 [c 45 < 46]');
  });

  test('no gate raises a grade, and none is named where it changes nothing', () => {
    // 50 + 10 + 2.5 = 62.5: already below the cap.
    expect(told(gradeOf({ a: '50', b: '10', c: '2.5' }, each))).toBe('tb 12.5');
    expect(gradeOf({ a: '50', b: '10', c: '2.5' }, each)).toMatchObject({ byIndex: 2, holds: [] });
    // 50 + 24 + 3 = 77: at the cap itself; E with 27 of 50 is above the gate, c with 15 % below a gate of its own.
    expect(gradeOf({ a: '50', b: '24', c: '3' }, [{ nodes: ['c'], below: '50', cap: 'kha' }])).toMatchObject({
      at: 1,
      holds: [],
    });
  });

  test('an exempt node is not looked at', () => {
    expect(told(gradeOf({ a: '50', b: 'n/a', c: 'n/a' }, each))).toBe('tot -');
  });
});
