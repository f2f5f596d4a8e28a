/** Texts of csv outputs that begin like a formula: who is told of them, and what --raw-csv refuses. */
import { formulaStart } from '../faults/formulas.ts';
import type { Assessment } from '../model/assessment.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { FormulaPolicy, FormulaStart, Guarded } from '../model/formula-start.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import type { Words } from '../model/words.ts';

/** The starts of one output. */
export interface FormulaStarts {
  readonly policy: FormulaPolicy;
  /** What was guarded; nothing where nothing was, or where texts are left as they are. */
  readonly guarded: () => Guarded | undefined;
  /** With --raw-csv the faults, each text once; the place is that of the unit of this name, else the output. */
  readonly faults: (assessment: Assessment | undefined, output: string) => readonly Diagnostic[];
}

/** None yet; `raw`: texts are left as they are, and each is a fault. */
export function createFormulaStarts(raw: boolean): FormulaStarts {
  const firsts = new Map<string, FormulaStart>();
  let count = 0;
  const found = (start: FormulaStart): void => {
    count++;
    if ((raw || firsts.size === 0) && !firsts.has(start.text)) firsts.set(start.text, start);
  };
  return {
    policy: { raw, found },
    guarded() {
      const [first] = firsts.values();
      return raw || first === undefined ? undefined : { count, first };
    },
    faults(assessment, output) {
      if (!raw || firsts.size === 0) return [];
      const places = placesOfNames(assessment, firsts);
      return [...firsts.values()].map(({ text, row, column }) => {
        const facts = { shown: visible(text), row: `${row}`, column: visible(column) };
        return raise(formulaStart, places.get(text) ?? wholeFile(output), facts);
      });
    },
  };
}

function placesOfNames(assessment: Assessment | undefined, of: ReadonlyMap<string, unknown>): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { units } of assessment?.sheets ?? []) {
    for (const { name, place, namePlace = place } of units) {
      if (of.has(name) && !places.has(name)) places.set(name, namePlace);
    }
  }
  return places;
}

/** What is said when the output stands: how many texts, and the first of them. */
export function tellGuarded({ count, first, file }: Guarded, output: string): Words {
  const [name, column, shown] = [file ?? output, first.column, first.text].map((text) => visible(text));
  const isOne = count === 1;
  return {
    en: `${name}: ${isOne ? '1 text begins' : `${count} texts begin`} like a formula and ${isOne ? 'has' : 'have'} a ' in front, so that no spreadsheet takes ${isOne ? 'it' : 'them'} for one; ${isOne ? 'it stands' : 'the first stands'} in row ${first.row}, column ${column}: ${shown}`,
    vi: `${name}: ${count} nội dung bắt đầu giống công thức nên được thêm ' ở trước để bảng tính không hiểu là công thức; ${isOne ? 'nội dung đó' : 'nội dung đầu tiên'} ở dòng ${first.row}, cột ${column}: ${shown}`,
  };
}
