/**
 * Rows of a units file of which nothing is to be told, each known by one look: no quotes, no blanks around a cell, no
 * letters but those of Latin script, and what is seldom said (unranked, successor_of) is not said. Of ten thousand units
 * it takes a third of the time that looking at cell after cell takes.
 */
import { garblingOf } from '../model/garbled.ts';
import { NOT_OF_TOTALS } from './sheets.ts';

/** What a letter may be, in bits. What is none of it ends a cell, or the look. */
const BEGINS_ID = 1;
const IN_ID = 2;
const SEEN = 4;
const BLANK = 8;
const NO_TOTAL = 16;

/** What a reader sees (model/visible.ts) without blanks, quotes, the delimiters that a dialect may have, and what hides a guard. */
const SEEN_LETTERS = ['!!', '#&', '(+', '-:', '<{', '}~', '\u00a1\u00ac', '\u00ae\u02ff', '\u1e00\u1eff'];
const LAST_SEEN = 0x1eff;

const NEWLINE = 0x0a;

/**
 * Letters that are looked at together: as numbers side by side, which are read faster than those of a text. Few at first,
 * so that the change to the next ones is met before V8 compiles the way to it.
 */
const MOST_LETTERS = 32_768;
const FIRST_LETTERS = 1024;

/** How each column is looked at. */
type Kind = typeof ID | typeof WORDS | typeof NOTE | typeof EMPTY;
const ID = 0;
const WORDS = 1;
const NOTE = 2;
const EMPTY = 3;

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['id', ID],
  ['name', WORDS],
  ['group', WORDS],
  ['note', NOTE],
  ['unranked', EMPTY],
  ['successor_of', EMPTY],
]);

/** The letters of a text some at a time, and where in them the cells of the row stand that was looked at last. */
export class PlainUnits {
  /** A 0 stands behind the last of them. */
  readonly letters: Uint16Array;
  /** Of each column, one after the other, where its cell begins and ends among the letters. */
  readonly bounds: Int32Array;
  /** Where the row begins among the letters. */
  from = 0;
  /** Whether the row may be the header or one of totals: its id has two letters, or no letter of its name says otherwise. */
  mayBeNone = false;
  private readonly text: string;
  private readonly kinds: readonly Kind[];
  private readonly name: number;
  private readonly delimiter: number;
  private readonly classes: Uint8Array;
  /** Where the letters begin in the text. */
  private start = 0;
  private filled = 0;
  private next = FIRST_LETTERS;

  constructor(text: string, columns: readonly string[], delimiter: string) {
    this.text = text;
    this.kinds = columns.map((name) => KINDS.get(name) as Kind);
    this.name = columns.indexOf('name');
    this.bounds = new Int32Array(2 * columns.length);
    this.delimiter = delimiter.charCodeAt(0);
    this.classes = classesOfLetters();
    this.letters = new Uint16Array(Math.min(text.length, MOST_LETTERS) + 1);
  }

  /**
   * Looks at the row that begins at a place of the text, and says where the next one begins; -1 where it is not plain.
   */
  look(at: number): number {
    this.from = at - this.start;
    if (this.from < 0 || this.from >= this.filled) this.fill(at);
    let next = this.lookAt();
    // What is cut off by the end of the letters is looked at once more.
    if (next === CUT && (this.from > 0 || this.filled < MOST_LETTERS)) {
      this.fill(at);
      next = this.lookAt();
    }
    return next < 0 ? -1 : this.start + next;
  }

  /** The text of a column; empty where there is none. */
  cell(column: number): string {
    if (column < 0) return '';
    const { start, bounds } = this;
    return this.text.slice(start + (bounds[2 * column] as number), start + (bounds[2 * column + 1] as number));
  }

  private fill(at: number): void {
    const { letters, text, next } = this;
    const bytes = Buffer.from(letters.buffer);
    this.filled = bytes.write(text.slice(at, at + Math.min(next, letters.length - 1)), 'utf16le') >> 1;
    this.next = MOST_LETTERS;
    letters[this.filled] = 0;
    this.start = at;
    this.from = 0;
  }

  private lookAt(): number {
    const { letters, bounds, kinds, classes } = this;
    let at = this.from;
    let isShortId = false;
    let isNoTotal = false;
    let column = 0;
    let code = 0;
    for (; column < kinds.length; column++) {
      const kind = kinds[column] as Kind;
      const start = at;
      code = letters[at] as number;
      let own = code > LAST_SEEN ? 0 : (classes[code] as number);
      if (kind === ID) {
        if ((own & BEGINS_ID) === 0) break;
        while ((own & IN_ID) !== 0) {
          code = letters[++at] as number;
          own = code > LAST_SEEN ? 0 : (classes[code] as number);
        }
        isShortId = at - start === 2;
      } else if (kind !== EMPTY) {
        if ((own & BLANK) !== 0) break;
        let last = 0;
        let all = 0;
        while ((own & (SEEN | BLANK)) !== 0) {
          last = own;
          all |= own;
          code = letters[++at] as number;
          own = code > LAST_SEEN ? 0 : (classes[code] as number);
        }
        if ((last & BLANK) !== 0 || (at === start && kind !== NOTE)) break;
        if (column === this.name) isNoTotal = (all & NO_TOTAL) !== 0;
      }
      if (code !== (column === kinds.length - 1 ? NEWLINE : this.delimiter)) break;
      bounds[2 * column] = start;
      bounds[2 * column + 1] = at++;
    }
    if (column < kinds.length) return code === 0 ? CUT : -1;
    this.mayBeNone = isShortId || !isNoTotal;
    return at;
  }
}

/** The letters end before the row does. */
const CUT = -2;

function classesOfLetters(): Uint8Array {
  const classes = new Uint8Array(LAST_SEEN + 1);
  for (const range of SEEN_LETTERS) classes.fill(SEEN, range.charCodeAt(0), range.charCodeAt(1) + 1);
  classes[0x20] = BLANK;
  for (let code = 0; code < 0x80; code++) {
    const letter = String.fromCharCode(code);
    if (/[a-z0-9_]/.test(letter)) classes[code] = (classes[code] as number) | BEGINS_ID | IN_ID;
    else if (letter === '-') classes[code] = (classes[code] as number) | IN_ID;
    if (NOT_OF_TOTALS.test(letter)) classes[code] = (classes[code] as number) | NO_TOTAL;
  }
  return classes;
}

/** The way to the plain rows of a text with these columns, in its order; undefined where there is none. */
export function plainUnits(text: string, columns: readonly string[], delimiter: string): PlainUnits | undefined {
  // Of a text that shows no sign of it, no cell does.
  return garblingOf(text) === undefined ? new PlainUnits(text, columns, delimiter) : undefined;
}
