/** A reader of CSV that shares nothing with src: bytes -> rows of cells as RFC 4180 has them, or nothing. */

/** The text of bytes in UTF-8, or UTF-16 by its mark; composed, each line end one line feed. */
export function plainText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true })
      .decode(bytes)
      .split(/\r\n|\r|\n/)
      .join('\n')
      .normalize('NFC');
  } catch {
    return undefined;
  }
}

/** Rows that are not blank; undefined where a quote is out of place, or a row is not as long as the first. */
export function plainRows(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) return undefined;
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          at++;
        }
        cell += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') {
        if (text[at] === '"') return undefined;
        cell += text[at++];
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at++;
      if (at < text.length && text[at] !== '\n') continue;
      row.push('');
    }
    if (at < text.length && text[at] !== '\n') return undefined;
    at++;
    rows.push(row);
    row = [];
  }
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
  return sameLength(filled);
}

/** One empty cell more at the end of all lines is let through. */
function sameLength(rows: readonly string[][]): readonly (readonly string[])[] | undefined {
  const [header] = rows;
  if (header === undefined) return undefined;
  const isTrailing = header.length > 1 && header.at(-1) === '';
  const width = isTrailing ? header.length - 1 : header.length;
  const even = rows.every((row) => row.length === header.length && (!isTrailing || row[width] === ''));
  return even ? rows.map((row) => row.slice(0, width)) : undefined;
}
