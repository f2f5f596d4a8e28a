/** Whose row it is: the seat of a unit, the target of a leaf, and what to say where there is none. */
import { notALeaf, totalRow, unknownLeaf, unknownUnit } from '../faults/entries.ts';
import { blankCell } from '../faults/project.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { garblingOf } from '../model/garbled.ts';
import { nearest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { eatenId, isSpreadsheetDate } from '../model/spreadsheet-id.ts';
import { visible } from '../model/visible.ts';
import { isTotal, type LeafGuess, type Seat, type SheetBuild, type World } from './sheets.ts';

/** The seat of a unit's id; undefined after the fault was told. Errors: blank-cell, total-row, unknown-unit. */
export function findSeat(diagnostics: Diagnostic[], id: string, placeOf: () => Place, world: World): Seat | undefined {
  const seat = world.seats.get(id);
  if (seat) return seat;
  const place = placeOf();
  if (id.trim() === '') diagnostics.push(raise(blankCell, place, { name: place.name ?? 'unit' }));
  else blameUnit(diagnostics, place, id, world);
  return undefined;
}

/** Errors: total-row, unknown-unit. */
export function blameUnit(diagnostics: Diagnostic[], place: Place, id: string, world: World): void {
  if (isTotal(id)) {
    diagnostics.push(raise(totalRow, place, { shown: visible(id) }));
    return;
  }
  const guess = guessUnit(id, world);
  const garbled = garblingOf(id);
  diagnostics.push(
    raise(unknownUnit, place, {
      shown: visible(id),
      ...(guess ? { nearest: guess } : {}),
      ...(garbled ? { garbled } : {}),
    }),
  );
}

/** Errors: blank-cell, total-row, not-a-leaf, unknown-leaf. */
export function blameLeaf(diagnostics: Diagnostic[], place: Place, id: string, { build, unit }: Seat): void {
  const more = { unit: unit.id };
  if (id.trim() === '') diagnostics.push(raise(blankCell, place, { name: place.name ?? 'criterion' }, more));
  else if (build.parents.has(id)) diagnostics.push(raise(notALeaf, place, { id }, more));
  else if (isTotal(id)) diagnostics.push(raise(totalRow, place, { shown: visible(id) }, more));
  else {
    diagnostics.push(raise(unknownLeaf, place, { shown: visible(id), ...guessLeaf(id, build) }, more));
  }
}

/** Guesses looked for in one run: each costs a look at every unit or leaf, and nobody reads more. */
const MOST_GUESSES = 100;

/** The id of the unit whose id or name is nearest to a text. */
function guessUnit(text: string, { builds, guesses }: World): string | undefined {
  if (!guesses.has(text) && guesses.size < MOST_GUESSES) {
    const units = builds.flatMap(({ sheet }) => [...sheet.units]);
    const ids = units.map(({ id }) => id);
    const guess = nearest(text, [...ids, ...units.map(({ name }) => name)]);
    guesses.set(text, units.find(({ id, name }) => id === guess || name === guess)?.id);
  }
  return guesses.get(text);
}

/** The leaf whose id is nearest to a text; a spreadsheet's doing goes before a slip of the hand. */
function guessLeaf(text: string, { targets, guesses }: SheetBuild): LeafGuess {
  const known = guesses.get(text);
  if (known) return known;
  if (guesses.size >= MOST_GUESSES) return {};
  const eaten = eatenId(text, targets.keys());
  const guess = eaten ?? nearest(text, [...targets.keys()]);
  const found: LeafGuess = isSpreadsheetDate(text)
    ? { suspicion: 'date' }
    : { ...(guess ? { nearest: guess } : {}), ...(eaten ? { suspicion: 'number' } : {}) };
  guesses.set(text, found);
  return found;
}
