/** A JSON object whose last key holds very many rows, one a line: written while they come, and never a text as a whole. */
import { toJson, writtenOut } from './json.ts';

/** Characters gathered before they become bytes. */
const PIECE = 262_144;

export interface JsonRows {
  readonly add: (row: unknown) => void;
  /** The object: the keys of `head`, then `rows`. In pieces, since a text of that length may not exist. */
  readonly close: (head: object) => readonly Uint8Array[];
}

/** An object without rows yet. */
export function createJsonRows(): JsonRows {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let gathered = '';
  let isFirst = true;
  const flush = (): void => {
    pieces.push(encoder.encode(writtenOut(gathered)));
    gathered = '';
  };
  return {
    add(row) {
      gathered += `${isFirst ? '' : ','}\n    ${JSON.stringify(row)}`;
      isFirst = false;
      if (gathered.length > PIECE) flush();
    },
    close(head) {
      gathered += isFirst ? ']\n}\n' : '\n  ]\n}\n';
      flush();
      const start = toJson(head).replace(/\n\}$/, ',\n  "rows": [');
      return [encoder.encode(start), ...pieces];
    },
  };
}
