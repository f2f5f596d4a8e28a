/** The crosswalk: what continues what, and what is refused. */
import { describe, expect, it } from 'vitest';
import { walkAcross } from '../../src/analyse/crosswalk.ts';
import type { SnapshotRubric } from '../../src/model/comparison.ts';
import { exact } from '../../src/model/exact.ts';

type LeafSpec = readonly [id: string, criterion?: string, title?: string];

function rubric(
  leaves: readonly LeafSpec[],
  origins: readonly (readonly [string, readonly string[]])[] = [],
): SnapshotRubric {
  return {
    ...{ id: 'r', title: 'R', sha256: '', scale: exact(1n) },
    leaves: leaves.map(([id, criterion = id, title = id]) => ({
      id,
      title,
      max: exact(1n),
      criterion,
      domain: id.charAt(0),
    })),
    origins: origins.map(([node, from], at) => ({
      node,
      from: from.map((id) => ({ id, place: { file: 'rubric.yaml', line: at + 1, column: 1 } })),
      place: { file: 'rubric.yaml', line: at + 1, column: 1 },
    })),
  };
}

describe('walkAcross', () => {
  it('joins by id what says nothing, and tells titles that differ', () => {
    const { crosswalk, flaws } = walkAcross(
      rubric([['1.1'], ['1.2', '1.2', 'Báo cáo'], ['1.3']]),
      rubric([['1.1'], ['1.2', '1.2', 'Kiểm tra'], ['1.4']]),
    );
    expect(flaws).toEqual([]);
    expect(crosswalk).toMatchObject({ added: [2], dropped: [2], doubtful: ['1.2'], isSame: false });
    expect(crosswalk?.blocks.map(({ older, newer }) => [older, newer])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });

  it('follows what the newer rubric says: renumbered, merged, split, new', () => {
    const older = rubric([['1.1'], ['1.2'], ['1.3'], ['2.1.1', '2.1'], ['2.1.2', '2.1']]);
    const newer = rubric(
      [['1.1'], ['1.2'], ['1.3.1', '1.3'], ['1.3.2', '1.3'], ['2.1']],
      [
        ['1.1', ['1.2']],
        ['1.2', []],
        ['1.3', ['1.3']],
        ['2.1', ['2.1']],
      ],
    );
    const { crosswalk, flaws } = walkAcross(older, newer);
    expect(flaws).toEqual([]);
    expect(crosswalk?.blocks.map(({ older: from, newer: to }) => [from, to])).toEqual([
      [[1], [0]],
      [[2], [2, 3]],
      [[3, 4], [4]],
    ]);
    expect(crosswalk).toMatchObject({ added: [1], dropped: [0] });
  });

  it.each([
    [
      'an older criterion that two continue',
      [
        ['1.1', ['1.1']],
        ['1.2', ['1.1']],
      ],
      'twice',
      '1.1',
      2,
    ],
    ['one named twice in one place', [['1.1', ['1.1', '1.1']]], 'twice', '1.1', 1],
    [
      'a criterion and its own part',
      [
        ['1.1', ['2.1']],
        ['1.2', ['2.1.1']],
      ],
      'twice',
      '2.1.1',
      2,
    ],
    ['an id that is not there', [['1.1', ['9.9']]], 'unknown', '', 1],
    [
      'a part below a criterion that speaks for it',
      [
        ['2.1', ['1.1']],
        ['2.1.1', ['1.2']],
      ],
      'twice',
      '2.1.1',
      2,
    ],
  ] as const)('refuses %s at its place', (_, origins, kind, leaf, line) => {
    const leaves: readonly LeafSpec[] = [['1.1'], ['1.2'], ['2.1.1', '2.1'], ['2.1.2', '2.1']];
    const { crosswalk, flaws } = walkAcross(rubric(leaves), rubric(leaves, origins));
    expect(crosswalk).toBeUndefined();
    expect(flaws.map((flaw) => [flaw.kind, flaw.leaf, flaw.place.line])).toEqual([[kind, leaf, line]]);
  });

  it('is the identity for one and the same rubric, whatever it says of an older one', () => {
    const same = { ...rubric([['1.1'], ['1.2']], [['1.1', ['7.7']]]), sha256: 'abc' };
    expect(walkAcross(same, same).crosswalk).toMatchObject({ added: [], dropped: [], isSame: true });
  });
});
