/** The audit of a published table: every check that its columns allow. */
import type { PublishedBands, PublishedTable, TableAudit } from '../model/published.ts';
import { checkGrades } from './audit-grades.ts';
import { checkRanks } from './audit-ranks.ts';
import { checkSums } from './audit-sums.ts';

/** Findings in the order of the file. Without bands the lines that fit the printed grades are found. */
export function auditTable(table: PublishedTable, bands: PublishedBands | undefined): TableAudit {
  const findings = [...checkSums(table), ...checkRanks(table), ...checkGrades(table, bands)];
  return {
    table,
    findings: findings.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
  };
}
