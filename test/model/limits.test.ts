import { describe, expect, it } from 'vitest';
import { LIMIT_NAMES, LIMITS, parseLimits } from '../../src/model/limits.ts';

describe('limits', () => {
  it('are the ones that the documentation names', () => {
    expect(LIMITS).toEqual({
      ...{ file: 1_000_000_000, line: 1_000_000, cell: 65_536, rows: 20_000_000, columns: 2_000 },
      ...{ files: 20_000, yaml: 1_000_000, depth: 20, name: 200 },
    });
    expect(LIMIT_NAMES).toEqual(['file', 'line', 'cell', 'rows', 'columns', 'files', 'yaml', 'depth', 'name']);
  });

  it('may be changed one by one, the others staying', () => {
    expect(parseLimits('rows=50000000')).toEqual({ ...LIMITS, rows: 50_000_000 });
    expect(parseLimits('rows=7, cell=120,name=1')).toEqual({ ...LIMITS, rows: 7, cell: 120, name: 1 });
    expect(parseLimits('file=123456789012')).toEqual({ ...LIMITS, file: 123_456_789_012 });
  });

  it('do not change for the next who asks', () => {
    parseLimits('rows=1');
    expect(LIMITS.rows).toBe(20_000_000);
  });

  it.each([
    ...['', 'rows', 'rows=', 'rows=0', 'rows=-1', 'rows=1e3', 'rows=1.5', 'rows=01', 'rows = 1', 'row=1', 'ROWS=1'],
    ...[
      'rows=1,',
      ',rows=1',
      'rows=1;cell=2',
      'rows=1,bytes=2',
      'rows=1234567890123',
      'xrows=1',
      'rows=1x',
      'toString=1',
    ],
  ])('are not %j', (written) => {
    expect(parseLimits(written)).toBeUndefined();
  });
});
