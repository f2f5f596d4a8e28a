/** The drawings: what is where, and that a drawing never says something else than its figures. */
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import { exact, ZERO } from '../../src/model/exact.ts';
import { drawBars } from '../../src/reports/charts/bars.ts';
import { drawBump } from '../../src/reports/charts/bump.ts';
import { MOST_ROWS } from '../../src/reports/charts/ends.ts';
import { countGrades, drawGrades } from '../../src/reports/charts/grades.ts';
import { drawHeatmap } from '../../src/reports/charts/heatmap.ts';
import { along, axisEnd, clipped, gradePart, heatOf } from '../../src/reports/charts/scale.ts';
import { findMoves } from '../../src/reports/movement.ts';
import { board, decimal, group, rubric, standingOf } from './sample.ts';

const labels = (chart: Chart | undefined) =>
  (chart?.shapes ?? []).flatMap((shape) => (shape.kind === 'label' ? [shape.text] : []));
const boxes = (chart: Chart | undefined) =>
  (chart?.shapes ?? []).flatMap((shape) => (shape.kind === 'box' ? [shape] : []));

/** So many ranked units, one after another. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...standingOf('khanh-vinh'), rank: at + 1, tied: false }));

describe('scale', () => {
  it('places a value to the nearest unit and holds it inside', () => {
    const on = (text: string) => along(decimal(text), ZERO, decimal('100'), 1000);
    expect(['0', '92.08', '92.05', '100', '100.5', '-3'].map(on)).toEqual([0, 921, 921, 1000, 1000, 0]);
  });

  it('ends at 100, or at the next ten where a bonus led beyond', () => {
    expect(axisEnd([decimal('92')])).toEqual({ n: 100n, d: 1n });
    expect(axisEnd([decimal('100.01'), decimal('92')])).toEqual({ n: 110n, d: 1n });
    expect(axisEnd([exact(330n, 3n)])).toEqual({ n: 110n, d: 1n });
  });

  it('tints by nine steps whose lower ends are included', () => {
    const steps = ['0', '49.99', '50', '69.99', '70', '75', '80', '85', '90', '94.99', '95', '120'];
    expect(steps.map((text) => heatOf(decimal(text)))).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8]);
  });

  it('gives the first grade the best part and the last the worst, however many there are', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, at) => gradePart(at, count));
    expect(parts(1)).toEqual(['best']);
    expect(parts(2)).toEqual(['best', 'worst']);
    expect(parts(4)).toEqual(['best', 'good', 'middle', 'worst']);
    expect(parts(5)).toEqual(['best', 'good', 'middle', 'low', 'worst']);
    expect(gradePart(undefined, 4)).toBe('none');
  });

  it('cuts a long name between letters, also one of letters with marks of their own', () => {
    expect(clipped('Thành phố Nha Trang', 10)).toBe('Thành phố…');
    expect(clipped('Nha Trang', 9)).toBe('Nha Trang');
    expect(clipped('👍🏽👍🏽👍🏽', 3)).toBe('👍🏽…');
  });
});

describe('bars', () => {
  it('show every ranked unit with its figure, the comma in Vietnamese', () => {
    const chart = drawBars(group, 'vi');
    expect(boxes(chart)).toHaveLength(7);
    expect(labels(chart)).toEqual(expect.arrayContaining(['92,08', '=3', 'Thị xã Ninh Hòa', 'Tốt 85']));
    expect(chart.description).toContain('7 đơn vị');
    expect(chart.description).toContain('Khánh Vĩnh đạt 92,08% đến Cam Lâm đạt 40,00%');
  });

  it('are as long as their figures: half the index, half the bar', () => {
    const halved = ['92.08', '46.04'].map((index, row) => ({
      ...standingOf('khanh-vinh'),
      index: decimal(index),
      row,
    }));
    const [whole, half] = boxes(drawBars({ ...group, standings: halved }, 'en'));
    expect(Math.abs((whole?.width ?? 0) / 2 - (half?.width ?? 0))).toBeLessThanOrEqual(1);
  });

  it('draw a group of very many by its ends, in a drawing that grows no more, and say so', () => {
    const drawn = (count: number) => drawBars({ ...group, standings: many(count) }, 'en');
    expect(boxes(drawn(MOST_ROWS))).toHaveLength(MOST_ROWS);
    const chart = drawn(10_600);
    expect(boxes(chart)).toHaveLength(MOST_ROWS);
    expect(chart.height).toBe(drawn(MOST_ROWS + 1).height);
    // The ranks stand before the names: the last of the first half, the first of the last half.
    expect(labels(chart)).toEqual(expect.arrayContaining(['1', '75', '10526', '10600']));
    expect(labels(chart)).not.toEqual(expect.arrayContaining(['76']));
    expect(labels(chart)).toContain('… 10450 units between, not drawn …');
    expect(chart.description).toContain('Only the first 75 and the last 75 of 10600 are drawn.');
  });

  it('survive a group without ranked units', () => {
    expect(drawBars({ ...group, standings: [] }, 'en').description).toBe('');
  });
});

describe('grades', () => {
  it('are counted, those without one last', () => {
    expect(countGrades(group, 'en').map(({ name, count }) => [name, count])).toEqual([
      ['Tốt', 1],
      ['Khá', 5],
      ['Trung bình', 1],
      ['Yếu', 1],
      ['no grade', 1],
    ]);
    expect(labels(drawGrades(group, 'vi'))).toEqual(expect.arrayContaining(['Tốt', '5', 'không xếp loại']));
  });

  it('are not drawn where the rubric has none', () => {
    const { grades: _, ...without } = rubric;
    expect(drawGrades({ ...group, rubric: without }, 'en')).toBeUndefined();
  });
});

describe('heat map', () => {
  it('has a tinted box for every domain that applies and a dash for the others', () => {
    const chart = drawHeatmap(group, 'vi');
    // Nine units, three domains; Trường Sa has none that applies.
    expect(boxes(chart)).toHaveLength(24);
    expect(labels(chart).filter((text) => text === '–')).toHaveLength(3);
  });

  it('tints by the figure that it shows', () => {
    const first = standingOf('khanh-vinh');
    // 94.996 % is shown as 95.00 and must look like it.
    const domains = [{ points: ZERO, max: decimal('10'), index: decimal('94.996') }];
    const [box] = boxes(drawHeatmap({ ...group, standings: [{ ...first, domains }] }, 'en'));
    expect(box?.part).toBe('heat-8');
  });
});

describe('heat map of very many', () => {
  it('has the first and the last, and says how many lie between', () => {
    const chart = drawHeatmap({ ...group, standings: many(705) }, 'vi');
    expect(boxes(chart)).toHaveLength(MOST_ROWS * 3);
    expect(labels(chart)).toContain('… 555 đơn vị ở giữa, không vẽ …');
    expect(chart.description).toContain('75 đơn vị đầu và 75 đơn vị cuối trong 705 đơn vị');
  });
});

describe('bump chart', () => {
  it('of very many draws those that moved most, and counts all', () => {
    // The unit at place n was n places lower before, so that the last move most; one in ten stays.
    const movements = Array.from({ length: 1000 }, (_, at) => ({
      name: `Xã ${at + 1}`,
      rank: at + 1,
      before: at + 1 + (at % 10 === 0 ? 0 : at),
      places: at % 10 === 0 ? 0 : at,
      direction: at % 10 === 0 ? ('level' as const) : ('up' as const),
    }));
    const chart = drawBump({ group, year: 2019, yearBefore: 2018, movements }, 'en');
    const lines = chart.shapes.filter(({ kind }) => kind === 'line');
    expect(lines).toHaveLength(MOST_ROWS);
    expect(labels(chart)).toContain('Xã 1000');
    expect(labels(chart)).not.toContain('Xã 2');
    expect(chart.description).toContain('900 up, 0 down, 100 unchanged');
    expect(chart.description).toContain('Only the 150 that moved most of 1000 are drawn.');
  });

  it('joins the ranks of those ranked both times', () => {
    const units = [
      { unit: 'cam-ranh', name: 'Cam Ranh', rank: 1 },
      { unit: 'khanh-vinh', name: 'Khánh Vĩnh', rank: 2 },
      { unit: 'hoang-sa', name: 'Hoàng Sa', rank: 3 },
    ];
    const [moves] = findMoves(board, { year: 2018, groups: [{ id: 'huyen', units }] });
    const chart = moves === undefined ? undefined : drawBump(moves, 'vi');
    const lines = (chart?.shapes ?? []).flatMap((shape) => (shape.kind === 'line' ? [shape.part] : []));
    expect(lines).toEqual(['up', 'down']);
    expect(labels(chart)).toEqual(expect.arrayContaining(['năm 2018', 'năm 2019', 'Hoàng Sa']));
    expect(chart?.description).toContain('1 tăng, 1 giảm, 0 giữ nguyên, 5 chưa có hạng trước');
  });
});
