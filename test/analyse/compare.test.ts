/** Units across results: renamed, merged, split, moved to another group; streaks; what counts as a difference. */
import { describe, expect, it } from 'vitest';
import { compareSnapshots } from '../../src/analyse/compare.ts';
import type { Comparison, Pair, Snapshot, SnapshotUnit } from '../../src/model/comparison.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { toFixedText } from '../../src/model/exact.ts';
import { readTotals } from '../../src/read/saved-totals.ts';

/** Years of a table: `year,unit,index,rank[,grade,group,successor_of]`. */
function compareTable(rows: string): Comparison {
  const header = 'year,unit,index,rank,grade,group,successor_of';
  const lines = rows
    .trim()
    .split('\n')
    .map((row) => row.trim() + ','.repeat(6 - row.split(',').length + 1));
  const { value, diagnostics } = readTotals(`${header}\n${lines.join('\n')}\n`, DIALECTS.data, 'totals.csv');
  expect(diagnostics).toEqual([]);
  return compareSnapshots(value as readonly Snapshot[], () => undefined);
}

const pairOf = (comparison: Comparison, at = 0): Pair => comparison.groups[0]?.pairs[at] as Pair;
const ids = (units: readonly SnapshotUnit[]): readonly string[] => units.map(({ id }) => id);

describe('compareSnapshots', () => {
  it('tells who moved, from totals alone', () => {
    const pair = pairOf(compareTable('2018,vinh,91.31,1\n2018,son,80.00,2\n2019,son,92.08,1\n2019,vinh,90.5,2'));
    const told = pair.movements.map(({ newer, change, places }) => [
      newer.id,
      change && toFixedText(change, 2),
      places,
    ]);
    expect(told).toEqual([
      ['son', '12.08', 1],
      ['vinh', '-0.81', -1],
    ]);
  });

  it('follows a unit that was renamed, through all years', () => {
    const comparison = compareTable('2018,tai-chinh,80,1\n2019,tai-chinh,81,1\n2020,tc-dau-tu,82,1,,,tai-chinh');
    expect(comparison.groups[0]?.series.map(({ id, at }) => [id, at.map((unit) => unit?.id)])).toEqual([
      ['tc-dau-tu', ['tai-chinh', 'tai-chinh', 'tc-dau-tu']],
    ]);
    expect(comparison.groups[0]?.series[0]?.streaks.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['first', 0, 2],
      ['risen', 0, 2],
    ]);
    expect(pairOf(comparison, 1)).toMatchObject({ onlyOlder: [], onlyNewer: [], successions: [] });
  });

  it('compares a merged unit with none of those it took the place of', () => {
    const pair = pairOf(
      compareTable('2024,xa-a,85,1\n2024,xa-b,79,2\n2024,xa-c,70,3\n2025,xa-ab,83,1,,,xa-a;xa-b\n2025,xa-c,71,2'),
    );
    expect(pair.movements.map(({ newer }) => newer.id)).toEqual(['xa-c']);
    expect(pair.successions.map(({ unit, predecessors }) => [unit.id, ids(predecessors)])).toEqual([
      ['xa-ab', ['xa-a', 'xa-b']],
    ]);
    expect([ids(pair.onlyOlder), ids(pair.onlyNewer)]).toEqual([[], []]);
  });

  it('takes two that follow one for a split, not for a rename', () => {
    const pair = pairOf(
      compareTable('2024,xa-a,85,1\n2024,xa-z,60,2\n2025,xa-b,83,1,,,xa-a\n2025,xa-c,71,2,,,xa-a\n2025,xa-z,60,3'),
    );
    expect(pair.successions.map(({ unit, predecessors }) => [unit.id, ids(predecessors)])).toEqual([
      ['xa-b', ['xa-a']],
      ['xa-c', ['xa-a']],
    ]);
    expect(pair.movements.map(({ newer }) => newer.id)).toEqual(['xa-z']);
  });

  it('names units that only one of the two has', () => {
    const pair = pairOf(compareTable('2024,a,85,1\n2024,b,79,2\n2025,a,85,1\n2025,c,71,2'));
    expect([ids(pair.onlyOlder), ids(pair.onlyNewer)]).toEqual([['b'], ['c']]);
  });

  it('takes no unit for two: a name counts where nobody else can be meant', () => {
    // The name of xa-1 went to xa-9, and xa-1 is still there under another one: by its id it is the same.
    const table = (rows: string) => {
      const { value } = readTotals(`year,unit,name,index,rank,group\n${rows}\n`, DIALECTS.data, 'totals.csv');
      return compareSnapshots(value as readonly Snapshot[], () => undefined);
    };
    const kept = pairOf(table('2024,xa-1,Tân Lập,85,1,\n2025,xa-1,Tân An,84,1,\n2025,xa-9,Tân Lập,80,2,'));
    expect(kept.movements.map(({ older, newer }) => [older.id, newer.id])).toEqual([['xa-1', 'xa-1']]);
    expect(ids(kept.onlyNewer)).toEqual(['xa-9']);
    // Two of one name in two groups, all with new ids: each is that of its own group.
    const rows = ['2024,a,Tân Lập,85,1,bac', '2024,b,Tân Lập,70,1,nam', '2025,c,Tân Lập,86,1,bac'];
    const two = table([...rows, '2025,d,Tân Lập,71,1,nam'].join('\n'));
    expect(
      two.groups.flatMap(({ pairs }) => pairs[0]?.movements.map(({ older, newer }) => [older.id, newer.id])),
    ).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    // One of them is gone: the other group's must not stand in for it.
    const one = table([...rows.slice(0, 2), '2025,d,Tân Lập,71,1,nam', '2025,e,Tân Lập,50,1,dong'].join('\n'));
    expect(
      one.groups.flatMap(({ pairs }) => pairs[0]?.movements.map(({ older, newer }) => [older.id, newer.id])),
    ).toEqual([['b', 'd']]);
  });

  it('is not first again who was first of another group', () => {
    const comparison = compareTable('2024,a,85,1,,so\n2025,a,80,1,,nganh-doc\n2026,a,81,1,,nganh-doc');
    expect(comparison.groups[0]?.series[0]?.streaks).toEqual([{ kind: 'first', from: 1, to: 2 }]);
  });

  it('counts no places across groups', () => {
    const comparison = compareTable('2024,a,85,1,,so\n2024,b,80,1,,huyen\n2025,a,85,2,,huyen\n2025,b,86,1,,huyen');
    const pair = comparison.groups.find(({ id }) => id === 'huyen')?.pairs[0];
    expect(pair?.movements.map(({ newer, movedGroup, places }) => [newer.id, movedGroup, places])).toEqual([
      ['a', true, undefined],
      ['b', false, 0],
    ]);
  });

  it('counts results of one year as no times running', () => {
    const comparison = compareTable('2018,a,80,1\n2019,a,81,1');
    const [older, newer] = comparison.snapshots;
    const again = (years: readonly (Snapshot | undefined)[]) =>
      compareSnapshots(years as readonly Snapshot[], () => undefined).groups[0]?.series[0]?.streaks;
    expect(again([older, newer])).toEqual([{ kind: 'first', from: 0, to: 1 }]);
    expect(again([newer, newer])).toEqual([]);
    expect(again([older, newer, newer])).toEqual([]);
    expect(again([older, older, newer])).toEqual([{ kind: 'first', from: 1, to: 2 }]);
  });

  it('ends a streak with the last result', () => {
    const comparison = compareTable('2018,a,90,1\n2019,a,91,1\n2020,a,90,2\n2018,b,80,2\n2019,b,79,2\n2020,b,95,1');
    expect(comparison.groups[0]?.series.flatMap(({ streaks }) => streaks)).toEqual([]);
  });

  it.each([
    ['2018,a,90,1,Tốt\n2019,a,90.0,1,Tốt', false],
    ['2018,a,90,1,Tốt\n2019,a,90,1', false],
    ['2018,a,90,1,Tốt\n2019,a,90,1,Khá', true],
    ['2018,a,90,1\n2019,a,90,2', true],
    ['2018,a,90,1\n2019,a,90.01,1', true],
    ['2018,a,90,1\n2019,a,90,1\n2019,b,80,2', true],
  ])('of %j differs: %s', (rows, differs) => {
    expect(compareTable(rows).differs).toBe(differs);
  });
});
