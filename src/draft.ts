/** What a draft ranks: the units without a fault, where each fault is of one unit alone. */
import type { Assessment } from './model/assessment.ts';
import { withoutUnits } from './model/selection.ts';
import { isOneUnits } from './read/columns.ts';
import { unitOf } from './read/file-unit.ts';
import type { Journey } from './take.ts';

/** Units at fault left out; undefined where an error concerns no single unit, or nothing remains. */
export function draftOf(assessment: Assessment, journey: Journey, files: readonly string[]): Assessment | undefined {
  const units = assessment.sheets.flatMap((sheet) => [...sheet.units]);
  const ownerOf = ownersOf(journey, files, new Set(units.map(({ id }) => id)));
  const faults = new Map<string, number>();
  const { ofUnits, ofFiles } = journey.ledger;
  const errors = journey.diagnostics.filter(({ severity }) => severity === 'error');
  const told = errors.map(({ unit, place }) => [unit ?? ownerOf(place.file), 1] as const);
  const gone = [...ofFiles].map(([file, count]) => [ownerOf(file), count] as const);
  for (const [unit, count] of [...told, ...gone, ...ofUnits]) {
    if (unit === undefined) return undefined;
    faults.set(unit, (faults.get(unit) ?? 0) + count);
  }
  const leftOut = units.flatMap((unit) =>
    faults.has(unit.id) ? [{ unit, faults: faults.get(unit.id) as number }] : [],
  );
  return leftOut.length === units.length ? undefined : withoutUnits(assessment, leftOut);
}

/**
 * The unit that a file of entries is about as a whole, so that a draft can leave it out where the file cannot be read:
 * the one of `units` that it is named after, if its header has no column for others. Each file is looked at once.
 */
function ownersOf(
  { source, sheets, limits }: Journey,
  files: readonly string[],
  units: ReadonlySet<string>,
): (file: string) => string | undefined {
  const find = (path: string): string | undefined => {
    if (path === '-' || source.kind(path) !== 'file' || source.size(path) > limits.file) return undefined;
    const sheet = sheets.get(path);
    const owner = sheet?.form?.unit || unitOf(path);
    const [header = ''] = (sheet?.text ?? new TextDecoder().decode(source.bytes(path))).split(/[\r\n]/, 1);
    return units.has(owner) && isOneUnits(header) ? owner : undefined;
  };
  const left = new Set(files);
  const owners = new Map<string, string | undefined>();
  return (file) => {
    if (left.delete(file)) owners.set(file, find(file));
    return owners.get(file);
  };
}
