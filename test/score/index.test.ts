/** The whole way from an assessment to a scoreboard: what is carried over, and who stands in which group. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import type { GroupBoard, Standing } from '../../src/model/scoreboard.ts';
import { score } from '../../src/score/index.ts';
import { build, buildAssessment, buildRubric, buildSheet } from './build.ts';

const domains = { D: { a: { max: '2' } } };

describe('a scoreboard', () => {
  it('carries the year, the title and the note where there are any, and the files and who was left out', () => {
    const assessment = build({ domains }, [{ id: 'u', cells: { a: '1' } }]);
    expect(Object.keys(score(assessment))).toEqual(['basis', 'groups', 'files', 'leftOut']);
    const files = [{ file: 'a.csv', read: 1, used: 1, blank: 0, refused: 0 }];
    const unit = assessment.sheets[0]?.units.at(0);
    const leftOut = [{ unit: unit as NonNullable<typeof unit>, faults: 2 }];
    const board = score({ ...assessment, year: 2019, title: 'Chỉ số', note: 'thử', files, leftOut });
    expect(board).toMatchObject({ year: 2019, title: 'Chỉ số', note: 'thử', basis: 'appraised', files, leftOut });
  });

  it('has a board for each group with units, in the order of the groups and not of the sheets', () => {
    const one = buildSheet(buildRubric({ domains }), [
      { id: 'x', group: 'so', cells: { a: '1' } },
      { id: 'y', group: 'xa', cells: { a: '2' } },
      { id: 'z', group: 'so', cells: { a: '1.5' } },
    ]);
    const two = buildSheet(buildRubric({ domains }), [{ id: 'w', group: 'huyen', cells: { a: '0' } }]);
    const groups = ['huyen', 'so', 'trong', 'xa'].map((id) => ({ id, name: `Cấp ${id}` }));
    const board = score({ ...buildAssessment(one, two), groups });
    expect(board.groups.map(({ id, name }) => [id, name])).toEqual([
      ['huyen', 'Cấp huyen'],
      ['so', 'Cấp so'],
      ['xa', 'Cấp xa'],
    ]);
    expect(board.groups.map(({ standings }) => standings.map(({ unit, rank }) => `${unit.id} ${rank}`))).toEqual([
      ['w 1'],
      ['z 1', 'x 2'],
      ['y 1'],
    ]);
    expect(board.groups[1]?.rubric).toBe(one.rubric);
    // Both groups of the sheet share its marks, by the unit's own row.
    expect(board.groups[1]?.marks).toBe(board.groups[2]?.marks);
    expect(board.groups[2]?.standings[0]?.row).toBe(1);
  });

  it('gives standings one by one, the same as those it keeps; a copy of a board has those alone', () => {
    const cells = ['0.5', '2', '1.5', '2'].map((value, at) => ({ id: `u${at}`, cells: { a: value } }));
    const [group] = score(build({ domains }, cells)).groups as [GroupBoard];
    const { standings, passing } = group;
    const told = (one: Standing | undefined) => one && [one.unit.id, one.row, one.rank, one.tied, toText(one.points)];
    expect(standings.map(told)).toEqual([
      ['u1', 1, 1, true, '2'],
      ['u3', 3, 1, true, '2'],
      ['u2', 2, 3, false, '1.5'],
      ['u0', 0, 4, false, '0.5'],
    ]);
    expect([0, 1, 2, 3, 4].map((at) => told(passing?.at(at)))).toEqual([...standings.map(told), undefined]);
    expect(passing).toHaveLength(4);
    expect(group.standings).toBe(standings);
    expect({ ...group }.passing).toBeUndefined();
    expect({ ...group }.standings).toBe(standings);
  });

  it('grades by the figures of nodes below the domain too, before it ranks', () => {
    const spec = {
      domains: { D: { a: { max: '2' }, b: { max: '2' } } },
      grades: { bands: [['tot', '50'], ['yeu']], gates: [{ nodes: ['b'], below: '50', cap: 'yeu' }] },
    } as const;
    const board = score(
      build(spec, [
        { id: 'u', cells: { a: '2', b: '0.5' } },
        { id: 'v', cells: { a: '0.5', b: '2' } },
      ]),
    );
    const [first, second] = board.groups[0]?.standings ?? [];
    // Both have 62.5 %; the first is held by its criterion b, of which it has a quarter.
    expect([first?.rank, second?.rank, first?.tied]).toEqual([1, 1, true]);
    expect([first?.grade?.at, second?.grade?.at]).toEqual([1, 0]);
    expect(first?.grade?.holds.map(({ index }) => toText(index))).toEqual(['25']);
  });

  it('is scored on the basis that is named', () => {
    const assessment = build({ domains }, [{ id: 'u', cells: { a: { self: '2', appraised: '1' } } }]);
    const index = (basis?: string) =>
      toText(score(assessment, basis).groups[0]?.standings[0]?.index ?? { n: -1n, d: 1n });
    expect([index(), index('self'), index('appraised')]).toEqual(['50', '100', '50']);
    expect(score(assessment, 'self').basis).toBe('self');
  });
});
