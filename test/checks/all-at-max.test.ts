/** Three units that all have the maximum are told; two, or one that has less, are not. */
import { describe, expect, it } from 'vitest';
import { found, rubricOf } from './find.ts';

const rubric = rubricOf([['1.1', 2, 'exempt: allowed, rule: { type: proportional, full_at: 90% }']]);
const rows = (cells: readonly string[]) =>
  cells.map((cell, at) => `so-${at},1.1,,${cell},,${cell === 'n/a' ? 'Không phát sinh.' : ''}`);

describe('all-at-max', () => {
  it.each([
    [['90%', '95%', '100%'], true],
    [['90%', '95%', '89.99%'], false],
    [['90%', '100%'], false],
    [['90%', '95%', '100%', 'n/a'], true],
    [['90%', '95%', 'n/a'], false],
  ])('%j: %s', (cells, told) => {
    expect(found(rubric, rows(cells))).toEqual(told ? ['all-at-max 1.1'] : []);
  });
});
