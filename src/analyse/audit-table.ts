/** The audit of a published table: every check that its columns allow. */
import type { PublishedBands, PublishedTable, TableAudit, UnitList } from '../model/published.ts';
import { checkGrades } from './audit-grades.ts';
import { checkLists } from './audit-lists.ts';
import { checkRanks } from './audit-ranks.ts';
import { checkSums } from './audit-sums.ts';

/**
 * Findings in the order of the file, then those in the list of units. Without bands the lines that fit the printed
 * grades are found; without a list counts are held against the rows alone.
 */
export function auditTable(table: PublishedTable, bands?: PublishedBands, list?: UnitList): TableAudit {
  const findings = [
    ...checkSums(table),
    ...checkLists(table, list),
    ...checkRanks(table),
    ...checkGrades(table, bands),
  ];
  const isOther = ({ place }: TableAudit['findings'][number]): number => (place.file === table.file ? 0 : 1);
  return {
    table,
    findings: findings.toSorted(
      (a, b) => isOther(a) - isOther(b) || a.place.line - b.place.line || a.place.column - b.place.column,
    ),
  };
}
