/** The units that entries name, where no units file declares them. */
import { totalRow } from '../faults/entries.ts';
import type { Unit } from '../model/assessment.ts';
import { collect, type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { absorb, createLedger, type Ledger } from '../model/fault-ledger.ts';
import { LIMITS } from '../model/limits.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { UNIT_COLUMN } from './columns.ts';
import { type CsvSink, readCsv } from './csv.ts';
import type { EntriesFile } from './entries.ts';
import { isTotal } from './sheets.ts';

/** The units that entries without a units file speak of: the file's own, or those of its unit column; all in one group. */
export function unitsOfEntries(
  files: Iterable<EntriesFile>,
  dialect: Dialect,
  group: string,
  ledger: Ledger = createLedger(),
): {
  readonly units: readonly Unit[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const units = new Map<string, Unit>();
  const diagnostics: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  // What refuses rows is told when they are read as entries, unless nothing else is left to say here.
  const own = createLedger(ledger.most);
  const add = (id: string, place: Place): void => {
    if (id.trim() === '' || units.has(id)) return;
    if (isTotal(id)) diagnostics.push(raise(totalRow, place, { shown: visible(id) }));
    else units.set(id, { id, name: id, group, ranked: true, note: '', place });
  };
  for (const { text, file, unit } of files) {
    let at = -1;
    const sink: CsvSink = {
      header: (cells) => {
        at = cells.findIndex((cell) => UNIT_COLUMN.includes(cell.toLowerCase()));
        if (at === -1) add(unit ?? '-', wholeFile(file));
        return at !== -1;
      },
      row: (cells, line) => {
        add(cells[at] as string, { file, line, column: at + 1, name: 'unit' });
        return 'used';
      },
    };
    collect(refused, readCsv(text, dialect, file, sink, LIMITS, own).diagnostics);
  }
  // Where no row says of whom it speaks, what refused the rows is all there is to say.
  if (units.size > 0) return { units: [...units.values()], diagnostics };
  absorb(ledger, own);
  return { units: [], diagnostics: diagnostics.concat(refused) };
}
