/** A leaf of which a unit that did report has no row, and whose row cannot be one of those that were lost. */
import { type FileCount, isSeen, type LeafColumns, placeOfRow, rowsUnseen, type Unit } from '../model/assessment.ts';
import { type Fault, raise, see } from '../model/diagnostic.ts';
import { isOutside } from '../model/entry.ts';
import type { Place } from '../model/place.ts';
import { hasRows, lineAt } from '../model/places.ts';
import type { Leaf } from '../model/rubric.ts';
import { defineCheck } from './check.ts';

const fault: Fault<{ unit: string; leaf: string; asZero: boolean }> = {
  code: 'missing-row',
  severity: 'error',
  title: {
    en: 'Every unit has a row for every leaf.',
    vi: 'Mỗi đơn vị có một dòng cho mọi mục chấm điểm.',
  },
  message: {
    en: ({ unit, leaf, asZero }) =>
      asZero
        ? `${unit} has no row for ${leaf}: it counts as 0, as the rubric says.`
        : `${unit} has no row for ${leaf}.`,
    vi: ({ unit, leaf, asZero }) =>
      asZero
        ? `${unit} không có dòng cho ${leaf}: tính 0 điểm theo quy định của bộ tiêu chí.`
        : `${unit} không có dòng cho ${leaf}.`,
  },
  hint: {
    en: ({ leaf }) => `add the row ${leaf}; if it seems to be there, look whether a spreadsheet changed its id.`,
    vi: ({ leaf }) => `thêm dòng ${leaf}; nếu dường như đã có, hãy xem bảng tính có đổi mã hay không.`,
  },
};

export const missingRow = defineCheck({
  fault,
  *run({ assessment, basis, lost }) {
    const { files } = assessment;
    for (const { rubric, units, leaves } of assessment.sheets) {
      const asZero = rubric.missing === 'zero';
      for (const row of rowsWithGaps(leaves, units.length)) {
        const unit = units.at(row) as Unit;
        const missing = leaves.flatMap((columns, at) => (isSeen(columns, row) ? [] : [rubric.leaves[at] as Leaf]));
        const place = lastRow(leaves, row, files);
        if (missing.length <= (lost.get(place.file) ?? 0)) continue;
        for (const leaf of missing) {
          if (isOutside(rubric.stages, leaf.source, basis)) continue;
          const facts = { unit: unit.id, leaf: leaf.id, asZero };
          yield raise(fault, place, facts, {
            unit: unit.id,
            related: see('criterion', leaf.place),
            ...(asZero ? { severity: 'warning' } : {}),
          });
        }
      }
    }
  },
});

/** Rows that some leaves have and others have not: leaf by leaf, since a leaf's rows lie side by side. */
function rowsWithGaps(leaves: readonly LeafColumns[], size: number): readonly number[] {
  const met = leaves.filter(({ places }) => hasRows(places));
  // Where a file was refused as a whole, no leaf has a row of anybody.
  if (met.length === 0) return [];
  const absent = leaves.length - met.length;
  let lacking = absent === 0 ? undefined : new Uint32Array(size).fill(absent);
  for (const columns of met) {
    for (const row of rowsUnseen(columns)) {
      lacking ??= new Uint32Array(size);
      lacking[row] = (lacking[row] as number) + 1;
    }
  }
  const rows: number[] = [];
  for (let row = 0; lacking && row < size; row++) {
    const count = lacking[row] as number;
    if (count > 0 && count < leaves.length) rows.push(row);
  }
  return rows;
}

/** Where the row would be added: after the unit's last one. */
function lastRow(leaves: readonly LeafColumns[], row: number, files: readonly FileCount[]): Place {
  const last = leaves.reduce((best, columns) =>
    lineAt(columns.places, row) > lineAt(best.places, row) ? columns : best,
  );
  return placeOfRow(files, last.places, row);
}
