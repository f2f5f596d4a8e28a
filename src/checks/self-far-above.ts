/**
 * A self-assessment far above the appraisal that no note explains: by half of the leaf's maximum or more, in points.
 * It may be a slip of either cell; if not, the unit may ask why.
 */
import { flagsAt, HAS_NOTE, type LeafColumns, placeOfRow, ROW_SEEN } from '../model/assessment.ts';
import { isFilled } from '../model/column.ts';
import { type Fault, raise, see } from '../model/diagnostic.ts';
import { add, compare, toFixedText } from '../model/exact.ts';
import { APPRAISED, type Leaf } from '../model/rubric.ts';
import { defineCheck } from './check.ts';
import { lastFilled, pointsBy } from './points.ts';

const fault: Fault<Record<'unit' | 'leaf' | 'self' | 'appraised' | 'max', string>> = {
  code: 'self-far-above',
  severity: 'warning',
  title: {
    en: 'Where appraisal takes half of the maximum or more from a self-assessment, a note says why.',
    vi: 'Khi thẩm định giảm từ một nửa điểm tối đa trở lên so với tự đánh giá, ghi chú phải nêu lý do.',
  },
  message: {
    en: ({ unit, leaf, self, appraised, max }) =>
      `${unit} has ${self} points for ${leaf} by its own figure and ${appraised} by appraisal, of ${max}; no note says why.`,
    vi: ({ unit, leaf, self, appraised, max }) =>
      `${unit} tự đánh giá ${leaf} được ${self} điểm, thẩm định ${appraised} điểm, tối đa ${max}; không có ghi chú nêu lý do.`,
  },
  hint: {
    en: () => 'compare the two cells for a slip; if both are right, say why in "note".',
    vi: () => 'đối chiếu hai ô xem có nhập nhầm; nếu đều đúng, nêu lý do ở "ghi chú".',
  },
};

export const selfFarAbove = defineCheck({
  fault,
  *run({ assessment, basis, curveOf }) {
    const { files } = assessment;
    for (const { rubric, units, leaves } of assessment.sheets) {
      const first = rubric.stages.indexOf(APPRAISED);
      const last = basis === undefined ? rubric.stages.length - 1 : rubric.stages.indexOf(basis);
      if (rubric.stages[0] !== 'self' || last < first) continue;
      for (const [at, columns] of leaves.entries()) {
        const leaf = rubric.leaves[at] as Leaf;
        const own = columns.values[0];
        const curve = leaf.source === 'survey' || own?.n.length === 0 ? undefined : curveOf(leaf);
        if (curve === undefined || own === undefined) continue;
        const pointsOf = pointsBy(curve);
        for (let row = 0; row < units.length; row++) {
          const official =
            isExplained(columns, row) || !isFilled(own, row) ? undefined : lastFilled(columns, row, first, last);
          if (official === undefined) continue;
          const [self, appraised] = [pointsOf(own, row), pointsOf(official, row)];
          if (self === undefined || appraised === undefined) continue;
          // self − appraised ≥ max ÷ 2
          if (compare(add(self, self), add(add(appraised, appraised), leaf.max)) < 0) continue;
          const place = placeOfRow(files, columns.places, row);
          const texts = {
            self: toFixedText(self, 2),
            appraised: toFixedText(appraised, 2),
            max: toFixedText(leaf.max, 2),
          };
          const related = see('max', leaf.maxPlace);
          const unit = units.at(row)?.id as string;
          yield raise(fault, place, { unit, leaf: leaf.id, ...texts }, { unit, related });
        }
      }
    }
  },
});

function isExplained(columns: LeafColumns, row: number): boolean {
  const flag = flagsAt(columns, row);
  return (flag & ROW_SEEN) === 0 || (flag & HAS_NOTE) !== 0 || columns.overrides.has(row);
}
