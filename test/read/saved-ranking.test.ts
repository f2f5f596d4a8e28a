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
    expect(read?.groups[0]?.units.at(-1)).toEqual({ unit: 'truong-sa', name: 'Trường Sa' });
  });

  it.each(['', '[]', '{"schema":"parindex/ranking/2"}', '{"schema":"parindex/ranking/1"}', 'rank,unit'])(
    'refuses %j',
    (text) => {
      expect(readSavedRanking(text)).toBeUndefined();
    },
  );
});
