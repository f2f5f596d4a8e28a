/** The columns of entries by every spelling, English and Vietnamese, and what they say of the shape. */
import { FIXED_COLUMNS } from '../model/entry.ts';
import { spellings } from './header.ts';
import type { SheetBuild } from './sheets.ts';

/** A map, not an object: a stage may be called `constructor`. */
const OTHER_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['criterion', ['tiêu chí', 'mã tiêu chí']],
  ['unit', ['đơn vị', 'mã đơn vị']],
  ['self', ['tự đánh giá']],
  ['appraised', ['thẩm định']],
  ['survey', ['điều tra xã hội học']],
  ['previous', ['năm trước']],
  ['override', ['điểm quyết định']],
  ['evidence', ['tài liệu kiểm chứng']],
  ['note', ['ghi chú']],
]);

/** The columns that files of these rubrics may have, by every spelling. */
export function entryColumns(builds: readonly SheetBuild[]): ReadonlyMap<string, string> {
  const stages = builds.flatMap(({ sheet }) => sheet.rubric.stages);
  const names = [...new Set([...FIXED_COLUMNS, ...stages])];
  return spellings(new Map(names.map((name) => [name, OTHER_SPELLINGS.get(name) ?? []])));
}

/** Whether a header is that of the wide shape: a unit, and no criterion. */
export function isWide(header: readonly string[]): boolean {
  return has(header, 'unit') && !has(header, 'criterion');
}

/** Whether a header is that of one unit's file, whatever stands between its cells: a criterion, and no unit. */
export function isOneUnits(line: string): boolean {
  const header = line.split(/[,;\t|]/).map((cell) => cell.replace(/^[\uFEFF\s"]+|[\s"]+$/g, '').normalize('NFC'));
  return has(header, 'criterion') && !has(header, 'unit');
}

function has(header: readonly string[], name: string): boolean {
  return header.some((cell) => [name, ...(OTHER_SPELLINGS.get(name) ?? [])].includes(cell.toLowerCase()));
}

/** Spellings of the column that says whose row it is. */
export const UNIT_COLUMN: readonly string[] = ['unit', ...(OTHER_SPELLINGS.get('unit') ?? [])];
