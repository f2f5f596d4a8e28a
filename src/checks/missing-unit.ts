/** A declared unit of which no row was read, and of which none can stand in a row that was lost. */
import { isSeen, rowsUnseen, type Unit } from '../model/assessment.ts';
import { type Fault, raise } from '../model/diagnostic.ts';
import { hasRows } from '../model/places.ts';
import { defineCheck } from './check.ts';
import { unitNamed } from './lost-rows.ts';

const fault: Fault<{ unit: string }> = {
  code: 'missing-unit',
  severity: 'error',
  title: {
    en: 'Every declared unit has entries; a unit that never reported is not ranked with 0.',
    vi: 'Mọi đơn vị đã khai báo đều có số liệu; đơn vị chưa báo cáo không được xếp hạng với 0 điểm.',
  },
  message: {
    en: ({ unit }) => `No entry of ${unit} was found.`,
    vi: ({ unit }) => `Không tìm thấy số liệu nào của ${unit}.`,
  },
  hint: {
    en: ({ unit }) => `add its file (entries/${unit}.csv) or its rows, or take the unit out of the units file.`,
    vi: ({ unit }) => `thêm tệp (entries/${unit}.csv) hoặc các dòng của đơn vị, hoặc bỏ đơn vị khỏi tệp đơn vị.`,
  },
};

export const missingUnit = defineCheck({
  fault,
  *run({ assessment, lost }) {
    // Where no row was lost, nobody asks whose file it was.
    const ids = new Set(lost.size === 0 ? [] : assessment.sheets.flatMap(({ units }) => units.map(({ id }) => id)));
    const own = new Set([...lost.keys()].map(unitNamed).filter((name) => ids.has(name)));
    // A file that is no unit's own may hold rows of anybody.
    const anyones = [...lost].reduce(
      (most, [file, rows]) => (ids.has(unitNamed(file)) ? most : Math.max(most, rows)),
      0,
    );
    for (const { units, leaves } of assessment.sheets) {
      const [first] = leaves;
      if (first === undefined || leaves.length <= anyones) continue;
      const met = leaves.filter(({ places }) => hasRows(places));
      for (const row of rowsUnseen(first)) {
        if (met.some((columns) => isSeen(columns, row))) continue;
        const unit = units.at(row) as Unit;
        if (own.has(unit.id)) continue;
        yield raise(fault, unit.place, { unit: unit.id }, { unit: unit.id });
      }
    }
  },
});
