/** The units of a sheet, by row. Of a national year there are a hundred thousand, and hardly one is asked for as a whole. */
import type { Place } from './place.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Id of the group it is ranked in (khối). */
  readonly group: string;
  /** False: scored, listed apart. */
  readonly ranked: boolean;
  readonly note: string;
  /** Ids of units whose place it took, in an earlier year: one (renamed), several (merged); absent: none. */
  readonly successorOf?: readonly string[] | undefined;
  readonly place: Place;
  /** Where its name stands; absent without a units file. */
  readonly namePlace?: Place;
  /** Where its group is named; absent without a units file. */
  readonly groupPlace?: Place;
}

/** Units in their order; an array is one of these. */
export interface Units extends Iterable<Unit> {
  readonly length: number;
  /** The unit of a row, which may be made for whoever asks: two of one row need not be the same object. */
  at(row: number): Unit | undefined;
  map<T>(make: (unit: Unit, row: number) => T): T[];
  some(is: (unit: Unit) => boolean): boolean;
  filter(is: (unit: Unit) => boolean): Units;
  /** What is asked of every row, without its unit; absent: the units say it. */
  idAt?(row: number): string;
  groupAt?(row: number): string;
  isRankedAt?(row: number): boolean;
}

/** Id of a row's unit. */
export function idAt(units: Units, row: number): string {
  return units.idAt ? units.idAt(row) : (units.at(row) as Unit).id;
}

/** Id of the group of a row's unit. */
export function groupAt(units: Units, row: number): string {
  return units.groupAt ? units.groupAt(row) : (units.at(row) as Unit).group;
}

/** Whether a row's unit is ranked. */
export function isRankedAt(units: Units, row: number): boolean {
  return units.isRankedAt ? units.isRankedAt(row) : (units.at(row) as Unit).ranked;
}
