/** Cells of a workbook in short: what the sheets of reports are made of. */
import type { Tone } from '../model/document.ts';
import type { Untrusted } from '../model/encoded.ts';
import type { BookNumber, BookText, Role } from '../model/workbook.ts';

/** A text cell. */
export function bookText(text: Untrusted, role: Role = 'body', tone: Tone = 'plain'): BookText {
  return { kind: 'text', text, role, tone };
}

/** A number cell; `text` is a decimal text with a dot. */
export function bookNumber(text: string, tone: Tone = 'plain', role: Role = 'body'): BookNumber {
  return { kind: 'number', text, role, tone };
}

/** The longest name of a sheet that Excel takes. */
const MOST = 31;

/** A name for each sheet: without what Excel refuses, cut to its length, each only once whatever the case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '-';
    for (let count = 1; ; count++) {
      const tail = count === 1 ? '' : ` (${count})`;
      const short = `${clean.slice(0, MOST - tail.length).trimEnd()}${tail}`;
      if (taken.has(short.toLowerCase())) continue;
      taken.add(short.toLowerCase());
      return short;
    }
  });
}
