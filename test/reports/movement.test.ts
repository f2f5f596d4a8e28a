/** Movements between two rankings, by hand. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import type { PreviousRanking } from '../../src/model/previous.ts';
import { findMoves } from '../../src/reports/movement.ts';
import { board, decimal } from './sample.ts';

const before = (unit: string, rank: number | undefined, index: string) => ({
  unit,
  name: unit,
  index: decimal(index),
  grade: 'Khá',
  ...(rank === undefined ? {} : { rank }),
});

const previous: PreviousRanking = {
  year: 2018,
  groups: [
    {
      id: 'huyen',
      units: [
        before('cam-ranh', 1, '90'),
        before('khanh-vinh', 2, '89.10'),
        before('dien-khanh', 3, '82'),
        before('hoang-sa', 4, '80'),
        before('van-ninh', undefined, '70'),
      ],
    },
  ],
};

describe('movement', () => {
  it('is the rank before less the rank now, and the change of the shown index', () => {
    const [moves] = findMoves(board, previous);
    const shown = (moves?.movements ?? []).map(({ name, before: then, rank, places, change, direction }) => [
      name,
      then,
      rank,
      places,
      change === undefined ? undefined : toText(change),
      direction,
    ]);
    expect(shown).toEqual([
      ['Khánh Vĩnh', 2, 1, 1, '2.98', 'up'],
      ['Thành phố Cam Ranh', 1, 2, -1, '-2.5', 'down'],
      ['Diên Khánh', 3, 3, 0, '0.09', 'level'],
      ['Vạn Ninh', undefined, 3, undefined, '12.09', 'fresh'],
      ['Khánh Sơn', undefined, 5, undefined, undefined, 'fresh'],
      ['Thị xã Ninh Hòa', undefined, 6, undefined, undefined, 'fresh'],
      ['Cam Lâm', undefined, 7, undefined, undefined, 'fresh'],
      ['hoang-sa', 4, undefined, undefined, undefined, 'gone'],
    ]);
    expect([moves?.year, moves?.yearBefore]).toEqual([2019, 2018]);
  });

  it('is not told of a group that nobody knew', () => {
    expect(findMoves(board, { groups: [{ id: 'xa', units: [before('xa-1', 1, '80')] }] })).toEqual([]);
  });
});
