/**
 * The units of a file as columns: where each row begins in the text and its cells in the row, the number of its group,
 * and, where the line before does not say it, its line. A row that is not plain keeps what it says. Units are made for
 * whoever asks: of a hundred thousand, an object each would weigh more than their text.
 */
import type { Unit } from '../model/assessment.ts';
import { APART, type Room } from '../model/room.ts';
import type { Units } from '../model/units.ts';
import { ListedUnit, type RowsOfUnits, type UnitFile, type UnitTexts } from './listed-unit.ts';
import type { ByteTable } from './scan-table.ts';

export class UnitRows implements Units, RowsOfUnits {
  length = 0;
  readonly source: UnitFile;
  /** The text of each group, by its number. */
  readonly groups: readonly string[];
  /** Where a plain row begins; below 0: the position of what a row says, less what there is none of. */
  starts: Int32Array;
  spans: Int32Array;
  /** The number of each row's group. */
  groupOf: Int32Array;
  /** A table of their ids, each under the number of its row; absent: there is none. */
  ids: ByteTable | undefined = undefined;
  private readonly room: Room;
  private readonly said: UnitTexts[] = [];
  /** Rows whose line does not follow that of the row before, and their lines. */
  private readonly turns: number[] = [];
  private readonly lines: number[] = [];
  private nextLine = -1;

  /** None yet; there is room for so many that are `expected`. */
  constructor(source: UnitFile, groups: readonly string[], expected: number, room: Room = APART) {
    this.source = source;
    this.groups = groups;
    this.room = room;
    this.starts = room.int32(expected);
    this.spans = room.int32(expected);
    this.groupOf = room.int32(expected);
  }

  /** Adds a unit of which these are the texts, and gives its row here. */
  addSaid(said: UnitTexts, group: number, line: number): number {
    const row = this.length;
    if (row === this.starts.length) this.reserve(2 * row + 1);
    this.starts[row] = ~this.said.length;
    this.said.push(said);
    this.groupOf[row] = group;
    this.noteRows(1, line);
    return row;
  }

  /** Takes so many more rows, which were written, on lines from `line` on. */
  noteRows(count: number, line: number): void {
    if (count === 0) return;
    if (line !== this.nextLine) {
      this.turns.push(this.length);
      this.lines.push(line);
    }
    this.nextLine = line + count;
    this.length += count;
  }

  /** Makes room for so many. */
  reserve(count: number): void {
    const larger = (old: Int32Array): Int32Array => {
      const made = this.room.int32(count);
      made.set(old);
      return made;
    };
    this.starts = larger(this.starts);
    this.spans = larger(this.spans);
    this.groupOf = larger(this.groupOf);
  }

  /** Where a plain row begins; below 0 where the row is none. */
  startAt(row: number): number {
    return this.starts[row] as number;
  }

  /** What a row says that is not plain. */
  saidAt(row: number): UnitTexts {
    return this.said[~(this.starts[row] as number)] as UnitTexts;
  }

  idAt(row: number): string {
    const start = this.starts[row] as number;
    if (start < 0) return this.saidAt(row).id;
    const spans = this.spans[row] as number;
    const from = start + (spans & 0xff);
    return this.source.text.slice(from, from + ((spans >> 8) & 0xff));
  }

  nameAt(row: number): string {
    const start = this.starts[row] as number;
    if (start < 0) return this.saidAt(row).name;
    const spans = this.spans[row] as number;
    const from = start + ((spans >> 16) & 0xff);
    return this.source.text.slice(from, from + (spans >>> 24));
  }

  groupAt(row: number): string {
    return this.groups[this.groupOf[row] as number] as string;
  }

  isRankedAt(row: number): boolean {
    return (this.starts[row] as number) >= 0 || this.saidAt(row).ranked;
  }

  lineAt(row: number): number {
    const { turns } = this;
    let low = 0;
    for (let high = turns.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((turns[middle] as number) > row) high = middle;
      else low = middle;
    }
    return (this.lines[low] as number) + row - (turns[low] as number);
  }

  /** As of an array, a row below 0 is counted from the end. */
  at(row: number): Unit | undefined {
    const at = row < 0 ? row + this.length : row;
    return at >= 0 && at < this.length ? new ListedUnit(this, at) : undefined;
  }

  *[Symbol.iterator](): Generator<Unit> {
    for (let row = 0; row < this.length; row++) yield new ListedUnit(this, row);
  }

  map<T>(make: (unit: Unit, row: number) => T): T[] {
    const made: T[] = [];
    for (let row = 0; row < this.length; row++) made.push(make(new ListedUnit(this, row), row));
    return made;
  }

  some(is: (unit: Unit) => boolean): boolean {
    for (let row = 0; row < this.length; row++) if (is(new ListedUnit(this, row))) return true;
    return false;
  }

  filter(is: (unit: Unit) => boolean): Units {
    return this.without((row) => !is(new ListedUnit(this, row)));
  }

  /** Its units, as a list would be, and not the whole text of their file. */
  toJSON(): readonly Unit[] {
    return [...this];
  }

  /** All but those of these rows. */
  without(isOut: (row: number) => boolean): Units {
    const { source, groups, length } = this;
    const kept = new UnitRows(source, groups, length);
    for (let row = 0; row < length; row++) {
      if (isOut(row)) continue;
      const at = kept.length;
      if (this.startAt(row) < 0) kept.addSaid(this.saidAt(row), 0, this.lineAt(row));
      else {
        kept.starts[at] = this.starts[row] as number;
        kept.spans[at] = this.spans[row] as number;
        kept.noteRows(1, this.lineAt(row));
      }
      kept.groupOf[at] = this.groupOf[row] as number;
    }
    return kept;
  }
}
