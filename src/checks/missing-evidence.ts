/** A reported value whose leaf asks for evidence, with neither evidence nor a note. */
import {
  EVIDENCE_ASKED,
  flagsAt,
  HAS_EVIDENCE,
  HAS_NOTE,
  type LeafColumns,
  placeOfRow,
  ROW_SEEN,
} from '../model/assessment.ts';
import { isFilled } from '../model/column.ts';
import { type Fault, raise } from '../model/diagnostic.ts';
import { defineCheck } from './check.ts';

const fault: Fault<{ unit: string; leaf: string }> = {
  code: 'missing-evidence',
  severity: 'warning',
  title: {
    en: 'Where the rubric asks for evidence, a value comes with evidence or a note.',
    vi: 'Mục yêu cầu tài liệu kiểm chứng phải có tài liệu, hoặc giải trình ở ghi chú.',
  },
  message: {
    en: ({ unit, leaf }) => `${unit} gives ${leaf} a value, but neither evidence nor a note.`,
    vi: ({ unit, leaf }) => `${unit} nhập giá trị cho ${leaf} nhưng không có tài liệu kiểm chứng hay giải trình.`,
  },
  hint: {
    en: () => 'name the document in "evidence", or say in "note" why there is none.',
    vi: () => 'ghi tên tài liệu ở "tài liệu kiểm chứng", hoặc giải trình ở "ghi chú".',
  },
};

export const missingEvidence = defineCheck({
  fault,
  *run({ assessment }) {
    const { files } = assessment;
    for (const { rubric, units, leaves, adjustments } of assessment.sheets) {
      const asked = [
        ...rubric.leaves.map((leaf, at) => [leaf, leaves[at] as LeafColumns] as const),
        ...rubric.adjustments.map((adjustment, at) => [adjustment, adjustments[at] as LeafColumns] as const),
      ].filter(([node]) => node.evidence);
      for (const [node, columns] of asked) {
        for (let row = 0; row < units.length; row++) {
          const flag = flagsAt(columns, row);
          const isAsked = (flag & (ROW_SEEN | EVIDENCE_ASKED)) === (ROW_SEEN | EVIDENCE_ASKED);
          if (!isAsked || (flag & (HAS_EVIDENCE | HAS_NOTE)) !== 0) continue;
          if (!columns.values.some((column) => isFilled(column, row))) continue;
          const place = placeOfRow(files, columns.places, row);
          const unit = units.at(row)?.id as string;
          yield raise(fault, place, { unit, leaf: node.id }, { unit });
        }
      }
    }
  },
});
