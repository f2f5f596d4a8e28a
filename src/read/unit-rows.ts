/**
 * The units of a file as columns: where each row begins in the text and its cells in the row, the number of its group,
 * and, where the line before does not say it, its line. A row that is not plain keeps what it says. Units are made for
 * whoever asks: of a hundred thousand, an object each would weigh more than their text.
 */
import type { Unit } from '../model/assessment.ts';
import type { Units } from '../model/units.ts';
import { ListedUnit, type RowsOfUnits, type UnitFile, type UnitTexts } from './listed-unit.ts';

/** Numbers of groups that a byte holds. */
const BYTE = 256;

export class UnitRows implements Units, RowsOfUnits {
  length = 0;
  readonly source: UnitFile;
  /** The text of each group, by its number. */
  readonly groups: readonly string[];
  /** Where a plain row begins; below 0: the position of what a row says, less what there is none of. */
  private starts: Int32Array;
  private spans: Int32Array;
  private groupOf: Uint8Array | Int32Array;
  private readonly said: UnitTexts[] = [];
  /** Rows whose line does not follow that of the row before, and their lines. */
  private readonly turns: number[] = [];
  private readonly lines: number[] = [];
  private nextLine = -1;

  /** None yet; room for so many at first. */
  constructor(source: UnitFile, groups: readonly string[], expected: number) {
    this.source = source;
    this.groups = groups;
    this.starts = new Int32Array(expected);
    this.spans = new Int32Array(expected);
    this.groupOf = new Uint8Array(expected);
  }

  /** Adds the unit of a plain row, whose cells are texts as they stand, and who is ranked. Gives its row here. */
  addPlain(start: number, spans: number, group: number, line: number): number {
    const row = this.length;
    if (row === this.starts.length) this.grow(start);
    this.starts[row] = start;
    this.spans[row] = spans;
    this.note(row, group, line);
    return row;
  }

  /** Adds a unit of which these are the texts. */
  addSaid(said: UnitTexts, group: number, line: number): number {
    const row = this.length;
    if (row === this.starts.length) this.grow(0);
    this.starts[row] = ~this.said.length;
    this.said.push(said);
    this.note(row, group, line);
    return row;
  }

  /** Takes the last one away, which was plain. */
  dropLast(): void {
    this.length--;
    if (this.turns.at(-1) === this.length) {
      this.turns.pop();
      this.lines.pop();
    }
    this.nextLine = this.length === 0 ? -1 : this.lineAt(this.length - 1) + 1;
  }

  private note(row: number, group: number, line: number): void {
    if (group >= BYTE && this.groupOf instanceof Uint8Array) this.groupOf = Int32Array.from(this.groupOf);
    this.groupOf[row] = group;
    if (line !== this.nextLine) {
      this.turns.push(row);
      this.lines.push(line);
    }
    this.nextLine = line + 1;
    this.length = row + 1;
  }

  /** Makes room for as many as the text may have, if what is left of it has rows like those before `start`. */
  private grow(start: number): void {
    const { text } = this.source;
    const foreseen = start === 0 ? 0 : Math.ceil((this.length * text.length) / start);
    const room = Math.min(Math.max(foreseen, Math.ceil(1.5 * this.length)), 2 * this.length) + 16;
    const more = <A extends Int32Array | Uint8Array>(made: A, old: A): A => {
      made.set(old);
      return made;
    };
    this.starts = more(new Int32Array(room), this.starts);
    this.spans = more(new Int32Array(room), this.spans);
    const { groupOf } = this;
    this.groupOf =
      groupOf instanceof Uint8Array ? more(new Uint8Array(room), groupOf) : more(new Int32Array(room), groupOf);
  }

  /** Where a plain row begins; below 0 where the row is none. */
  startAt(row: number): number {
    return this.starts[row] as number;
  }

  spansAt(row: number): number {
    return this.spans[row] as number;
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

  at(row: number): Unit | undefined {
    return row < this.length ? new ListedUnit(this, row) : undefined;
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
      const [start, group, line] = [this.startAt(row), this.groupOf[row] as number, this.lineAt(row)];
      if (start < 0) kept.addSaid(this.saidAt(row), group, line);
      else kept.addPlain(start, this.spansAt(row), group, line);
    }
    return kept;
  }
}
