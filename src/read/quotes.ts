/** Where the quote stands that breaks a row: csv-parse only says where it noticed. */

export interface BrokenQuote {
  /** Never closed; inside a cell that does not begin with one; or closing a cell that goes on after it. */
  readonly kind: 'open' | 'stray' | 'after';
  /** Position in the text of the quote at fault. */
  readonly at: number;
}

/**
 * The broken quote of the row that begins at `start`; undefined where its quotes are sound. A quote that opens on one
 * line and is "closed" by one on a later line with more text behind was meant to be closed on its own line: open.
 */
export function brokenQuoteIn(text: string, start: number, delimiter: string): BrokenQuote | undefined {
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const close = closing(text, at + 1);
      if (close === -1) return { kind: 'open', at };
      const next = text[close + 1];
      if (next !== undefined && next !== delimiter && next !== '\n') {
        const isLater = text.slice(at, close).includes('\n');
        return isLater ? { kind: 'open', at } : { kind: 'after', at: close };
      }
      at = close + 1;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') {
        if (text[at] === '"') return { kind: 'stray', at };
        at++;
      }
    }
    if (text[at] !== delimiter) return undefined;
    at++;
  }
}

/** The quote that closes a cell: the next one that is not doubled; -1 if there is none. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The number, from 1, of the cell that the character at `at` belongs to, in the row that begins at `start`. */
export function cellNumber(text: string, start: number, at: number, delimiter: string): number {
  let cell = 1;
  let isQuoted = false;
  for (let index = start; index < at; index++) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === delimiter && !isQuoted) cell++;
  }
  return cell;
}
