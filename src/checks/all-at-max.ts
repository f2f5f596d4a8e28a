/** A leaf on which every unit has the maximum, so that it tells nobody apart. */
import type { LeafColumns } from '../model/assessment.ts';
import { EXEMPT, stateOf } from '../model/column.ts';
import type { Curve } from '../model/curve.ts';
import { type Fault, raise } from '../model/diagnostic.ts';
import { isOutside, SURVEY } from '../model/entry.ts';
import { type Exact, equal } from '../model/exact.ts';
import type { Leaf } from '../model/rubric.ts';
import { defineCheck } from './check.ts';
import { lastFilled, pointsBy } from './points.ts';

const fault: Fault<{ leaf: string; units: string }> = {
  code: 'all-at-max',
  severity: 'note',
  title: {
    en: 'A leaf tells units apart: not all of three or more have its maximum.',
    vi: 'Tiêu chí phân biệt được các đơn vị: không phải tất cả (từ ba đơn vị) đều đạt điểm tối đa.',
  },
  message: {
    en: ({ leaf, units }) => `All ${units} units have the maximum of ${leaf}.`,
    vi: ({ leaf, units }) => `Cả ${units} đơn vị đều đạt điểm tối đa của ${leaf}.`,
  },
  hint: {
    en: () => 'look whether it was really appraised; next year it may be raised or left out.',
    vi: () => 'xem mục này đã được thẩm định thật chưa; năm sau có thể nâng yêu cầu hoặc bỏ.',
  },
};

/** Of one or two units it says nothing that they agree. */
const FEWEST = 3;

export const allAtMax = defineCheck({
  fault,
  *run({ assessment, basis, curveOf }) {
    for (const { rubric, units, leaves } of assessment.sheets) {
      for (const [at, columns] of leaves.entries()) {
        const leaf = rubric.leaves[at] as Leaf;
        if (isOutside(rubric.stages, leaf.source, basis)) continue;
        const stage = basis === undefined ? rubric.stages.length - 1 : rubric.stages.indexOf(basis);
        const curve = curveOf(leaf);
        const upTo = leaf.source === SURVEY ? 0 : stage;
        const count = curve === undefined ? undefined : atMax(columns, units.length, upTo, leaf.max, curve);
        if (count !== undefined && count >= FEWEST) {
          yield raise(fault, leaf.place, { leaf: leaf.id, units: `${count}` });
        }
      }
    }
  },
});

/** How many units the leaf applies to, if all have its maximum; undefined as soon as one has not. */
function atMax(columns: LeafColumns, size: number, upTo: number, max: Exact, curve: Curve): number | undefined {
  const pointsOf = pointsBy(curve);
  let count = 0;
  for (let row = 0; row < size; row++) {
    const column = lastFilled(columns, row, 0, upTo);
    const points = columns.overrides.get(row)?.points ?? (column && pointsOf(column, row));
    if (points === undefined && columns.values.some((each) => stateOf(each, row) === EXEMPT)) continue;
    if (points === undefined || !equal(points, max)) return undefined;
    count++;
  }
  return count;
}
