/** Shows the line and the cell of faults in CSV files, which carry only numbers until somebody looks at them. */
import type { Source } from './io.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Dialect } from './model/dialect.ts';
import type { Excerpt, Place } from './model/place.ts';
import { readText } from './read/text.ts';

/** The same diagnostics, each place (and related place) with its excerpt where the line can be shown. */
export function withExcerpts(
  diagnostics: readonly Diagnostic[],
  source: Source,
  dialect: Dialect,
): readonly Diagnostic[] {
  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    if (!texts.has(file)) {
      const isThere = source.kind(file) === 'file';
      texts.set(file, (isThere && readText(source.bytes(file), dialect.encoding, file).value) || '');
    }
    return texts.get(file) as string;
  };
  const show = (place: Place): Place => {
    if (place.excerpt || place.line === 0) return place;
    const line = lineOf(textOf(place.file), place.line);
    if (line === undefined || line === '') return place;
    return { ...place, excerpt: { text: line, ...cellIn(line, place.column, dialect.delimiter) } };
  };
  return diagnostics.map((diagnostic) => ({ ...diagnostic, place: show(diagnostic.place) }));
}

function lineOf(text: string, number: number): string | undefined {
  let start = 0;
  for (let line = 1; line < number; line++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
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
