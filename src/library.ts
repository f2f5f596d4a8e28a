/**
 * The library: what another program may build on. A project (or a rubric and files) is read and checked, scored,
 * and reported; nothing is printed and nothing written.
 *
 *   loadProject(source, folder) ─→ { assessment?, diagnostics } ─score→ Scoreboard ─reportRanking→ Report ─render→ text
 *
 * Figures are exact fractions (`Exact`); turn them into text with `toFixedText`, never into a binary float.
 */
export { type FormatName, formats, loadFormat } from './formats/index.ts';
export { diskSource, type Source } from './io.ts';
export { IoError } from './io-error.ts';
export { type Loaded, type LoadOptions, type LooseFiles, loadFiles, loadProject, loadRubricFile } from './load.ts';
export type { Assessment, Group, Sheet, Unit } from './model/assessment.ts';
export { type Diagnostic, hasErrors, type Severity } from './model/diagnostic.ts';
export { DIALECTS, type Dialect } from './model/dialect.ts';
export type { Document, Flat, Report } from './model/document.ts';
export {
  add,
  compare,
  type DecimalMark,
  type Exact,
  parseDecimal,
  parseFraction,
  round,
  toFixedText,
  toFractionText,
  toText,
} from './model/exact.ts';
export { type FaultList, listFaults } from './model/fault-list.ts';
export type { Place } from './model/place.ts';
export type { Rubric } from './model/rubric.ts';
export type { Figure, GroupBoard, Scoreboard, Standing } from './model/scoreboard.ts';
export type { Language } from './model/words.ts';
export { reportDiagnostics } from './reports/diagnostics.ts';
export { reportRanking } from './reports/ranking.ts';
export { score } from './score/index.ts';
export { VERSION } from './version.ts';
