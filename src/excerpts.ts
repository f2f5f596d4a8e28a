/** Shows the line and the cell of faults in CSV files, which carry only numbers until somebody looks at them. */
import type { Source } from './io.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Dialect } from './model/dialect.ts';
import type { Excerpt, Place } from './model/place.ts';
import { isWorkbook } from './read/sheet-cells.ts';
import { readSheetText } from './read/sheet-text.ts';
import { readText } from './read/text.ts';

/**
 * The same diagnostics, each place with its excerpt where the line can be shown. They come in the order of their
 * files, so that one text is held at a time.
 */
export function withExcerpts(
  diagnostics: readonly Diagnostic[],
  source: Source,
  dialect: Dialect,
): readonly Diagnostic[] {
  let open: { readonly file: string; readonly text: string; readonly starts: readonly number[] } | undefined;
  const linesOf = (file: string): NonNullable<typeof open> => {
    if (open?.file !== file) {
      const isThere = source.kind(file) === 'file';
      const text = (isThere && textIn(source.bytes(file), file, dialect)) || '';
      open = { file, text, starts: lineStarts(text) };
    }
    return open;
  };
  const show = (place: Place): Place => {
    if (place.excerpt || place.line === 0) return place;
    const { text, starts } = linesOf(place.file);
    const line = lineOf(text, starts, place.line);
    if (line === '') return place;
    return { ...place, excerpt: { text: line, ...cellIn(line, place.column, dialect.delimiter) } };
  };
  return diagnostics.map((diagnostic) => ({ ...diagnostic, place: show(diagnostic.place) }));
}

/** The text of a file as it was read, that of a spreadsheet as CSV. */
function textIn(bytes: Uint8Array, file: string, dialect: Dialect): string | undefined {
  if (isWorkbook(file)) return readSheetText(bytes, dialect, file).value?.text;
  return readText(bytes, dialect.encoding, file).value;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A line by its number, from 1; empty where there is none. */
function lineOf(text: string, starts: readonly number[], number: number): string {
  const start = starts[number - 1];
  if (start === undefined) return '';
  const next = starts[number];
  return text.slice(start, next === undefined ? undefined : next - 1);
}

/** Where the n-th cell stands in a line; the whole line for 0 or a cell that is on another line. */
function cellIn(line: string, column: number, delimiter: string): Omit<Excerpt, 'text'> {
  let from = 0;
  let at = 1;
  let quoted = false;
  for (let index = 0; index <= line.length; index++) {
    const character = line[index];
    if (character === '"') quoted = !quoted;
    if (index < line.length && (quoted || character !== delimiter)) continue;
    if (at === column) return { from, length: Math.max(1, index - from) };
    at++;
    from = index + 1;
  }
  return { from: 0, length: Math.max(1, line.length) };
}
