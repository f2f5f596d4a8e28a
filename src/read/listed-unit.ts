/**
 * A unit as it stands in a file. Of a national year there are a hundred thousand, and where each stands somebody asks
 * only of one at fault: so a unit keeps its line, shares what the file says of its columns, and its places are made
 * when they are asked for. A class, since closures would weigh more than what they save.
 */
import type { Unit } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';

/** A column of the file: its name, and where it stands; -1 where the file has none. */
export interface Column {
  readonly name: string;
  readonly at: number;
}

/** The file that names units, and where in it their ids, names and groups stand. */
export interface UnitFile {
  readonly file: string;
  readonly id: Column;
  readonly name: Column;
  readonly group: Column;
}

/** A unit that took nobody's place. */
export const NO_SUCCESSORS: readonly string[] = [];

/** The place of a cell. */
export function placeOf({ name, at }: Column, file: string, line: number): Place {
  return { file, line, column: at + 1, name };
}

/** What a row says of its unit. */
export type UnitTexts = Pick<Unit, 'id' | 'name' | 'group' | 'ranked' | 'note'>;

export class ListedUnit implements Unit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly ranked: boolean;
  readonly note: string;
  readonly successorOf?: readonly string[];
  readonly line: number;
  private readonly source: UnitFile;

  constructor(
    { id, name, group, ranked, note }: UnitTexts,
    successorOf: readonly string[],
    line: number,
    source: UnitFile,
  ) {
    this.id = id;
    this.name = name;
    this.group = group;
    this.ranked = ranked;
    this.note = note;
    this.line = line;
    this.source = source;
    if (successorOf.length > 0) this.successorOf = successorOf;
  }

  get place(): Place {
    return placeOf(this.source.id, this.source.file, this.line);
  }

  get namePlace(): Place {
    return placeOf(this.source.name, this.source.file, this.line);
  }

  get groupPlace(): Place {
    return placeOf(this.source.group, this.source.file, this.line);
  }
}
