/** Counts against lists: sizes of groups, summaries and rows against a list of units; each on a small table by hand. */
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/analyse/audit-table.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import type { Check, PublishedTable, UnitList } from '../../src/model/published.ts';
import { readPublished } from '../../src/read/published.ts';
import { readUnitList } from '../../src/read/unit-list.ts';

/** `line:column kind verdict` of each finding of a check. */
function told(text: string, check: Check, list?: string): readonly string[] {
  const { value, diagnostics } = readPublished(`${text}\n`, DIALECTS.data, 'table.csv', undefined, list !== undefined);
  expect(diagnostics).toEqual([]);
  const read = list === undefined ? undefined : readUnitList(`${list}\n`, DIALECTS.data, 'list.csv');
  expect(read?.diagnostics ?? []).toEqual([]);
  return auditTable(value as PublishedTable, undefined, read?.value as UnitList)
    .findings.filter((finding) => finding.check === check)
    .map(({ place, kind, verdict }) => `${place.file[0]}${place.line}:${place.column} ${kind} ${verdict}`);
}

describe('a printed size of a group', () => {
  it.each([
    ['name,size\na,2\nb,2', ['t2:2 size confirmed']],
    ['name,size\na,3\nb,3', ['t2:2 size refuted']],
    ['name,size\na,1\nb,1', ['t2:2 size refuted']],
    // Two sizes are printed of one group: one of them is wrong.
    ['name,size\na,2\nb,3', ['t2:2 size confirmed', 't3:2 size refuted']],
    // Each group by itself.
    ['name,group,size\na,so,2\nb,so,2\nc,huyen,2', ['t2:3 size confirmed', 't4:3 size refuted']],
    // With ranks the table may show the first and the last alone, but no rank that the group has not.
    ['name,rank,size\na,1,19\nb,19,19', ['t2:3 part-of-list possible']],
    ['name,rank,size\na,1,19\nb,20,19', ['t2:3 part-of-list possible', 't3:2 beyond refuted']],
    ['name,rank,size\na,1,1\nb,2,1', ['t2:3 size refuted', 't3:2 beyond refuted']],
  ])('%j: %j', (text, expected) => {
    expect(told(text.replace('size', 'so_don_vi'), 'sizes')).toEqual(expected);
  });

  it('lets no gap be left where all are listed', () => {
    expect(told('name,rank,units\na,1,3\nb,2,3\nc,3,3', 'ties')).toEqual(['t2:2 style confirmed']);
    expect(told('name,rank,units\na,1,3\nb,1,3\nc,3,3', 'ties')).toEqual(['t2:2 style confirmed']);
    expect(told('name,rank,units\na,1,3\nb,1,3\nc,2,3', 'ties')).toEqual(['t4:2 style confirmed']);
    expect(told('name,rank,units\na,1,4\nb,2,4\nc,3,4\nd,5,4', 'ties')).toEqual(['t5:2 gap refuted']);
    expect(told('name,rank\na,1\nb,2\nc,4', 'ties')).toEqual(['t2:2 style confirmed']);
  });

  it('adds up where each row is a group', () => {
    expect(told('khoi,so_don_vi\nTất cả,44\nSở,21\nNgành dọc,6\nHuyện,8\nSự nghiệp,9', 'counts')).toEqual([
      't2:2 sum confirmed',
    ]);
    expect(told('khoi,so_don_vi\nSở,21\nHuyện,8\nTổng cộng,30', 'counts')).toEqual(['t4:2 sum refuted']);
  });
});

describe('a list of units', () => {
  const list = 'id,name,group,grade\na,Xã A,xa,Tốt\nb,Xã B,xa,Khá\nc,Phường C,phuong,Khá';

  it('has each row, and each of it is a row, by id or by name', () => {
    expect(told('name\nxã  a\nb\nPhường C', 'units', list)).toEqual(
      [2, 3, 4].map((at) => `t${at}:1 unlisted confirmed`),
    );
    expect(told('name\nXã A\nXã D\nXã A', 'units', list)).toEqual([
      ...['t2:1 unlisted confirmed', 't3:1 unlisted refuted', 't4:1 repeated refuted', 't4:1 unlisted confirmed'],
      ...['l3:2 absent refuted', 'l4:2 absent refuted'],
    ]);
  });

  it('is held against group by group where both have groups', () => {
    expect(told('name,group\nXã A,xa\nXã B,phuong\nPhường C,phuong', 'units', list)).toEqual([
      ...['t2:1 unlisted confirmed', 't3:1 unlisted refuted', 't4:1 unlisted confirmed', 'l3:2 absent refuted'],
    ]);
  });

  it('has as many units of each grade or group as a summary counts', () => {
    expect(told('xep_loai,so_luong\nTốt,1\nKhá,2\nYếu,0\nTổng cộng,3', 'listed', list)).toEqual([
      ...['t2:2 listed confirmed', 't3:2 listed confirmed', 't4:2 listed confirmed', 't5:2 listed confirmed'],
    ]);
    expect(told('xep_loai,so_luong\nTốt,2\nKhá,2\nTổng cộng,4', 'listed', list)).toEqual([
      ...['t2:2 listed refuted', 't3:2 listed confirmed', 't4:2 listed refuted'],
    ]);
    expect(told('khoi,so_don_vi\nTất cả,3\nxa,2\nphuong,2', 'listed', list)).toEqual([
      ...['t2:2 listed confirmed', 't3:2 listed confirmed', 't4:2 listed refuted'],
    ]);
  });

  it('says nothing of rows where the table is a summary', () => {
    expect(told('xep_loai,so_luong\nTốt,1\nKhá,2', 'units', list)).toEqual([]);
  });

  it.each([
    ['colour\nred\n', 'missing-column 1:0'],
    ['name\nXã A\n\nxã a\n', 'repeated-unit 4:1'],
    ['id,name\na,\n', 'blank-cell 2:2'],
    ['id\na\nb\na\n', 'repeated-unit 4:1'],
  ])('%j is refused: %s', (text, fault) => {
    const { value, diagnostics } = readUnitList(text, DIALECTS.data, 'list.csv');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ fault: { code }, place }) => `${code} ${place.line}:${place.column}`)).toEqual([fault]);
  });
});
