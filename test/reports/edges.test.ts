/** Close calls: distances by hand from the indices of the sample (87.50, 82.09 twice, 75.00, 53.00, 84.00). */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { findGradeEdges, findRankEdges } from '../../src/reports/edges.ts';
import { decimal, group, rubric } from './sample.ts';

const gradeEdges = (margin: string, of = group) =>
  findGradeEdges(of, decimal(margin)).map(({ standing, band, distance }) => [
    standing.unit.id,
    band.id,
    toText(distance),
  ]);

const rankEdges = (margin: string, of = group) =>
  findRankEdges(of, decimal(margin)).map(({ above, below, gap }) => [above.unit.id, below.unit.id, toText(gap)]);

describe('grade lines', () => {
  it('are close on either side, the margin included', () => {
    expect(gradeEdges('3')).toEqual([
      ['cam-ranh', 'tot', '2.5'],
      ['dien-khanh', 'tot', '-2.91'],
      ['van-ninh', 'tot', '-2.91'],
      ['khanh-son', 'kha', '0'],
      ['ninh-hoa', 'trung-binh', '3'],
      ['nha-trang', 'tot', '-1'],
    ]);
  });

  it('are missed by a hundredth', () => {
    expect(gradeEdges('2.49').map(([unit]) => unit)).toEqual(['khanh-son', 'nha-trang']);
  });

  it('are compared with the fraction where the rubric says so', () => {
    const grades = { ...(rubric.grades as NonNullable<typeof rubric.grades>), on: 'exact' as const };
    // Khánh Sơn has 67.5 of 90 points, exactly 75 %.
    expect(gradeEdges('0', { ...group, rubric: { ...rubric, grades } })).toEqual([['khanh-son', 'kha', '0']]);
  });

  it('do not exist without grades', () => {
    const { grades: _, ...without } = rubric;
    expect(gradeEdges('100', { ...group, rubric: without })).toEqual([]);
  });
});

describe('ranks', () => {
  it('are close to the next one down; the unranked take no part', () => {
    expect(rankEdges('5.41')).toEqual([
      ['khanh-vinh', 'cam-ranh', '4.58'],
      ['cam-ranh', 'dien-khanh', '5.41'],
      ['dien-khanh', 'van-ninh', '0'],
    ]);
  });
});
