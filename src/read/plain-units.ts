/**
 * Rows of a units file of which nothing is to be told, each known by one look: no quotes, no blanks around a cell, no
 * letters but those of Latin script, and what is seldom said (unranked, successor_of) is not said. Of ten thousand units
 * it takes a third of the time that looking at cell after cell takes.
 */
import { garblingOf } from '../model/garbled.ts';

/** What a row says of its unit, and where the next row begins. */
export interface PlainUnit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly note: string;
  readonly end: number;
}

/** What a reader sees (model/visible.ts) without blanks, quotes, the delimiters that a dialect may have, and what hides a guard. */
const SEEN = '!#-&(-+\\--:<-{}~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u1e00-\\u1eff';
const WORDS = `[${SEEN}](?:[ ${SEEN}]*[${SEEN}])?`;

const CELLS: ReadonlyMap<string, string> = new Map([
  ['id', '[a-z0-9_][a-z0-9_-]*'],
  ['name', WORDS],
  ['group', WORDS],
  ['note', `(?:${WORDS})?`],
  ['unranked', ''],
  ['successor_of', ''],
]);

/**
 * The way to the unit whose row begins at a place of the text; undefined where the row is not plain. `columns` are those
 * of the file, in its order.
 */
export function plainUnits(
  text: string,
  columns: readonly string[],
  delimiter: string,
): (at: number) => PlainUnit | undefined {
  // Of a text that shows no sign of it, no cell does.
  if (garblingOf(text) !== undefined) return () => undefined;
  const cells = columns.map((name) => `(${CELLS.get(name)})`);
  const row = new RegExp(`${cells.join(`\\u{${delimiter.charCodeAt(0).toString(16)}}`)}\\n`, 'uy');
  const position = (column: string): number => 1 + columns.indexOf(column);
  const [id, name, group, note] = [position('id'), position('name'), position('group'), position('note')] as const;
  return (at) => {
    row.lastIndex = at;
    const found = row.exec(text);
    if (found === null) return undefined;
    return {
      id: found[id] as string,
      name: found[name] as string,
      group: found[group] as string,
      note: note === 0 ? '' : (found[note] as string),
      end: row.lastIndex,
    };
  };
}
