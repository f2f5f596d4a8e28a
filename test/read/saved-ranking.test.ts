/** A saved ranking read back, as far as movement needs it. */
import { describe, expect, it } from 'vitest';
import { readSavedRanking } from '../../src/read/saved-ranking.ts';
import { reportRanking } from '../../src/reports/ranking.ts';
import { board } from '../reports/sample.ts';

const { data } = reportRanking(board, { lang: 'vi', domains: true, toolVersion: '0.0.0' });

describe('saved ranking', () => {
  it('gives back rank, shown index and the name of the grade', () => {
    const read = readSavedRanking(JSON.stringify(data));
    expect(read?.year).toBe(2019);
    expect(read?.groups.map(({ id }) => id)).toEqual(['huyen']);
    expect(read?.groups[0]?.units.slice(0, 2)).toEqual([
      { unit: 'khanh-vinh', name: 'Khánh Vĩnh', rank: 1, index: { n: 9208n, d: 100n }, grade: 'Tốt' },
      { unit: 'cam-ranh', name: 'Thành phố Cam Ranh', rank: 2, index: { n: 8750n, d: 100n }, grade: 'Khá' },
    ]);
    expect(read?.groups[0]?.units.at(-1)).toStrictEqual({ unit: 'truong-sa', name: 'Trường Sa' });
  });

  it('takes the names of grades from the rubric of the group, or the grade itself where that has none', () => {
    const unit = { unit: 'so-y-te', name: 'Sở Y tế', rank: 1, index: '90', grade: 'tot' };
    const bands = (name: string) => ({ bands: [{ id: 'tot', name }] });
    const rubrics = [
      { id: 'huyen', grades: bands('Tốt') },
      { id: 'so', grades: bands('Hoàn thành tốt') },
      { id: 'xa', grades: null },
    ];
    const gradeBy = (rubric: string, grade = 'tot') => {
      const groups = [{ id: 'g', rubric, units: [{ ...unit, grade }] }];
      const text = JSON.stringify({ schema: 'parindex/ranking/1', year: null, rubrics, groups });
      return readSavedRanking(text)?.groups[0]?.units[0]?.grade;
    };
    expect(['huyen', 'so', 'xa', 'khac'].map((rubric) => gradeBy(rubric))).toEqual([
      ...['Tốt', 'Hoàn thành tốt', 'tot', 'tot'],
    ]);
    expect(gradeBy('so', 'kha')).toBe('kha');
  });

  it('has no year and no index where none was saved, or none can be read', () => {
    const unit = { unit: 'so-y-te', name: 'Sở Y tế', rank: null, index: 'x', grade: null };
    const groups = [{ id: 'so', rubric: 'so', units: [unit] }];
    const text = JSON.stringify({ schema: 'parindex/ranking/1', year: null, rubrics: [], groups });
    expect(readSavedRanking(text)).toStrictEqual({
      groups: [{ id: 'so', units: [{ unit: 'so-y-te', name: 'Sở Y tế' }] }],
    });
  });

  it.each(['', '[]', '{"schema":"parindex/ranking/2"}', '{"schema":"parindex/ranking/1"}', 'rank,unit'])(
    'refuses %j',
    (text) => {
      expect(readSavedRanking(text)).toBeUndefined();
    },
  );
});
