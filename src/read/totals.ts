/**
 * Rows of totals under a name that says nothing (`Toàn tỉnh`, `X`): the row is refused as that of an unknown unit or
 * leaf, and its figures tell what it is. Only a file that was refused for such a row is read a second time.
 */
import { unknownLeaf, unknownUnit } from '../faults/entries.ts';
import type { TotalKind } from '../faults/totals.ts';
import type { Diagnostic, Fault } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { type DecimalMark, equal, parseDecimal, powerOfTen, round, whole } from '../model/exact.ts';
import { createLedger } from '../model/fault-ledger.ts';
import type { Limits } from '../model/limits.ts';
import { isWide } from './columns.ts';
import { readCsv } from './csv.ts';

/** A figure as it stands in a cell: its value in units of 1/SCALE, and how many decimals are written. */
interface Figure {
  readonly value: bigint;
  readonly decimals: number;
  readonly isShare: boolean;
}

/** As many decimals as a value can have. */
const PLACES = 10;
const SCALE = powerOfTen(PLACES);

/** What stands in one column, in all rows of one leaf or unit. */
interface Sum {
  total: bigint;
  count: number;
  readonly first: bigint;
  differs: boolean;
}

/** The rows of one undeclared name. */
interface Suspect {
  readonly isOfUnit: boolean;
  /** Their figures, each with the key of the sum that it is held against. */
  readonly figures: { readonly key: string; readonly figure: Figure }[];
}

/** The file, and how its columns are called. */
interface TotalsFile {
  readonly text: string;
  readonly file: string;
  readonly mark: DecimalMark;
  readonly names: ReadonlyMap<string, string>;
  readonly dialect: Dialect;
  readonly limits: Limits | undefined;
}

/** The same faults, those of unknown units and leaves with what their rows look like, where no name is near. */
export function withTotals(diagnostics: readonly Diagnostic[], file: TotalsFile): readonly Diagnostic[] {
  const suspected = new Map<number, Diagnostic>();
  for (const one of diagnostics) {
    if (isSuspect(one, unknownUnit) || isSuspect(one, unknownLeaf)) suspected.set(one.place.line, one);
  }
  if (suspected.size === 0) return diagnostics;
  const kinds = kindsOf(suspected, file);
  return diagnostics.map((one): Diagnostic => {
    const totals = suspected.get(one.place.line) === one ? kinds.get(nameOf(one)) : undefined;
    return totals === undefined ? one : { ...one, facts: { ...(one.facts as object), totals } as never };
  });
}

function isSuspect({ fault, facts, place }: Diagnostic, law: Fault<never>): boolean {
  const { nearest, suspicion } = facts as { readonly nearest?: string; readonly suspicion?: string };
  return fault === law && place.column > 0 && nearest === undefined && suspicion === undefined;
}

/** One name stands for all rows of it. */
function nameOf({ fault, facts, unit = '' }: Diagnostic): string {
  return [fault.code, unit, (facts as { readonly shown: string }).shown].join('\n');
}

function kindsOf(
  suspected: ReadonlyMap<number, Diagnostic>,
  { text, file, mark, names, dialect, limits }: TotalsFile,
): ReadonlyMap<string, TotalKind> {
  const sums = new Map<string, Sum>();
  const suspects = new Map<string, Suspect>();
  const isAnyLeaf = [...suspected.values()].some(({ fault }) => fault === unknownLeaf);
  let [unitAt, leafAt] = [-1, -1];
  let columns: readonly number[] = [];
  const header = (cells: readonly string[]): true => {
    const called = cells.map((cell) => names.get(cell.toLowerCase()));
    unitAt = called.indexOf('unit');
    leafAt = isWide(cells) ? -1 : called.indexOf('criterion');
    columns = [...cells.keys()].filter((at) => !NO_FIGURES.includes(called[at]));
    return true;
  };
  const row = (cells: readonly string[], line: number): 'used' => {
    const suspect = suspected.get(line);
    const ofLeaf = `leaf\n${cells[leafAt] ?? ''}`;
    const ofUnit = `unit\n${cells[unitAt] ?? ''}`;
    for (const at of columns) {
      const figure = figureOf(cells[at] ?? '', mark);
      if (figure === undefined) continue;
      if (suspect === undefined) {
        enter(sums, `${ofLeaf}\n${at}`, figure);
        // Percentages of one unit are of different things, and nobody adds them up.
        if (isAnyLeaf && !figure.isShare) enter(sums, `${ofUnit}\n${at}`, figure);
      } else {
        const name = nameOf(suspect);
        const isOfUnit = suspect.fault === (unknownUnit as Fault);
        const known = suspects.get(name) ?? { isOfUnit, figures: [] };
        suspects.set(name, known);
        known.figures.push({ key: `${isOfUnit ? ofLeaf : ofUnit}\n${at}`, figure });
      }
    }
    return 'used';
  };
  readCsv(text, dialect, file, { header, row }, limits, createLedger(1));
  return new Map([...suspects].flatMap(([name, { figures }]) => kindOf(figures, sums).map((kind) => [name, kind])));
}

const NO_FIGURES: readonly (string | undefined)[] = ['unit', 'criterion', 'evidence', 'note'];

function figureOf(cell: string, mark: DecimalMark): Figure | undefined {
  const isShare = cell.endsWith('%');
  const digits = isShare ? cell.slice(0, -1).trimEnd() : cell;
  const value = parseDecimal(digits, mark);
  if (value === undefined) return undefined;
  const point = digits.indexOf(mark);
  return { value: (value.n * SCALE) / value.d, decimals: point === -1 ? 0 : digits.length - point - 1, isShare };
}

function enter(sums: Map<string, Sum>, key: string, { value }: Figure): void {
  const known = sums.get(key);
  if (known === undefined) sums.set(key, { total: value, count: 1, first: value, differs: false });
  else {
    known.total += value;
    known.count++;
    if (value !== known.first) known.differs = true;
  }
}

/**
 * What all figures are of those of the other rows, as far as they are written; nothing where one of them is not. What
 * any row might have is no sign: zeros, the mean of equal figures, a single count.
 */
function kindOf(figures: Suspect['figures'], sums: ReadonlyMap<string, Sum>): readonly TotalKind[] {
  const pairs = figures.map(({ key, figure }) => ({ figure, sum: sums.get(key) }));
  const isAll = (holds: (figure: Figure, sum: Sum) => boolean): boolean =>
    pairs.every(({ figure, sum }) => sum !== undefined && sum.count > 1 && holds(figure, sum));
  const isQuotient = ({ value, decimals }: Figure, total: bigint, count: number): boolean =>
    equal({ n: value, d: SCALE }, round({ n: total, d: SCALE * BigInt(count) }, decimals));
  if (figures.every(({ figure }) => figure.value === 0n)) return [];
  if (isAll((figure, { total }) => isQuotient(figure, total, 1))) return ['sum'];
  const varies = pairs.some(({ sum }) => sum?.differs);
  if (varies && isAll((figure, { total, count }) => isQuotient(figure, total, count))) return ['mean'];
  const counts = (figure: Figure, { count }: Sum): boolean => equal({ n: figure.value, d: SCALE }, whole(count));
  return figures.length > 1 && isAll(counts) ? ['count'] : [];
}
