/** Figures of nodes: points, the maximum that applied, and their ratio. */
import { describe, expect, it } from 'vitest';
import { ONE, toText, ZERO } from '../../src/model/exact.ts';
import type { NodeRef, Rubric } from '../../src/model/rubric.ts';
import type { Figure, Standing } from '../../src/model/scoreboard.ts';
import { figureOf, inSense, makeFigure, percentOf, roundAt } from '../../src/score/figure.ts';
import { score } from '../../src/score/index.ts';
import { build, buildRubric, type CellSpec, num } from './build.ts';

function said({ points, max, index }: Figure): string {
  return `${toText(points)} of ${toText(max)}${index === undefined ? '' : `: ${toText(index)}`}`;
}

describe('a figure', () => {
  it('is a ratio in per cent, where there is a maximum', () => {
    expect(said(makeFigure(num('1.5'), num('2')))).toBe('1.5 of 2: 75');
    expect(said(makeFigure(num('1'), num('3')))).toBe('1 of 3: 100/3');
    expect(said(makeFigure(ZERO, ZERO))).toBe('0 of 0');
    expect(makeFigure(ZERO, ZERO)).not.toHaveProperty('index');
    expect(toText(percentOf(num('3'), num('8')))).toBe('37.5');
  });

  it('is compared as it is shown, or as the fraction', () => {
    const third = num('100/3');
    expect(toText(inSense(third, 'rounded', 2) ?? ZERO)).toBe('33.33');
    expect(inSense(third, 'exact', 2)).toBe(third);
    expect(inSense(undefined, 'rounded', 2)).toBeUndefined();
    expect(inSense(undefined, 'exact', 2)).toBeUndefined();
  });

  it('has points that are rounded where the rubric rounds, and nowhere else', () => {
    const rubric = (at: Rubric['rounding']['at']) => buildRubric({ domains: {}, rounding: { at, decimals: 1 } });
    const point = num('0.25');
    expect(toText(roundAt('leaf', point, rubric('leaf')))).toBe('0.3');
    expect(roundAt('leaf', point, rubric('domain'))).toBe(point);
    expect(roundAt('domain', point, rubric('total'))).toBe(point);
    expect(toText(roundAt('total', ONE, rubric('total')))).toBe('1');
  });
});

describe('the figure of a node', () => {
  function see(
    cells: Readonly<Record<string, CellSpec>>,
    node: NodeRef,
    basis?: string,
    at: 'leaf' | 'domain' | 'total' = 'total',
  ) {
    const spec = {
      domains: {
        D: { a: { max: '2' }, b: { parts: { b1: { max: '1' }, b2: { max: '3', source: 'survey' } } } },
        E: { c: { max: '4' } },
      },
      rounding: { at, decimals: 1 },
      missing: 'zero',
    } as const;
    const board = score(build(spec, [{ id: 'u', cells }]), basis).groups[0];
    if (board === undefined) throw new Error('no board');
    const standing = board.standings[0] as Standing;
    return said(figureOf(board.marks, board.rubric, standing.row, node));
  }
  const cells = { a: { self: '1', appraised: '1.25' }, b1: '0.5', b2: '2', c: '3' };

  it('is the sum of its leaves', () => {
    expect(see(cells, { level: 'domain', at: 0 })).toBe('3.75 of 6: 62.5');
    expect(see(cells, { level: 'criterion', at: 1 })).toBe('2.5 of 4: 62.5');
    expect(see(cells, { level: 'leaf', at: 2 })).toBe('2 of 3: 200/3');
    expect(see(cells, { level: 'domain', at: 1 })).toBe('3 of 4: 75');
  });

  it('counts what is missing as nothing of its maximum, and what is exempt not at all', () => {
    expect(see({ ...cells, b1: 'n/a' }, { level: 'criterion', at: 1 })).toBe('2 of 3: 200/3');
    expect(see({ a: '1', b2: '2' }, { level: 'criterion', at: 1 })).toBe('2 of 4: 50');
    expect(see({ b1: 'n/a', b2: 'n/a' }, { level: 'criterion', at: 1 })).toBe('0 of 0');
  });

  it('leaves out what lies outside the basis', () => {
    expect(see({ a: { self: '1' }, b1: { self: '1' } }, { level: 'domain', at: 0 }, 'self')).toBe('2 of 3: 200/3');
  });

  it('has rounded points where the rubric rounds at the domain, for a domain alone', () => {
    expect(see(cells, { level: 'domain', at: 0 }, undefined, 'domain')).toBe('3.8 of 6: 190/3');
    expect(see(cells, { level: 'criterion', at: 0 }, undefined, 'domain')).toBe('1.25 of 2: 62.5');
    expect(see(cells, { level: 'criterion', at: 0 }, undefined, 'leaf')).toBe('1.3 of 2: 65');
  });
});
