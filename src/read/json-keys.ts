/** Keys that stand twice in one object of a JSON text: `JSON.parse` keeps the last of them in silence. */
import { repeatedKey } from '../faults/yaml.ts';
import { type Diagnostic, raise, see } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';

/** Where a character stands: its position, its line, and where that begins. */
interface Spot {
  readonly at: number;
  readonly line: number;
  readonly start: number;
}

/** An object that is open: where its keys stand, and whether the next text is one. A list has none, wherever it is. */
interface Open {
  readonly keys: Map<string, Spot> | undefined;
  isAtKey: boolean;
}

const [LINE_FEED, QUOTE, COMMA, COLON, ESCAPE] = [0x0a, 0x22, 0x2c, 0x3a, 0x5c];
const [LIST, END_OF_LIST, MAP, END_OF_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Errors: repeated-key. The text must be JSON; of another one little can be said. */
export function repeatedKeys(text: string, file: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: Open[] = [];
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const inside = open.at(-1);
    if (code === LINE_FEED) {
      line++;
      start = at + 1;
    } else if (code === MAP) open.push({ keys: new Map(), isAtKey: true });
    else if (code === LIST) open.push({ keys: undefined, isAtKey: false });
    else if (code === END_OF_MAP || code === END_OF_LIST) open.pop();
    else if (code === COMMA && inside) inside.isAtKey = true;
    else if (code === COLON && inside) inside.isAtKey = false;
    else if (code === QUOTE) {
      const end = endOfText(text, at);
      if (inside?.isAtKey && inside.keys) {
        const written = text.slice(at, end + 1);
        const again = enter(inside.keys, written, { at, line, start });
        if (again) found.push(raiseAgain(text, written, again, file));
      }
      at = end;
    }
  }
  return found;
}

/** The quote that ends the text whose first quote stands at `from`. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === ESCAPE ? 2 : 1;
  return at;
}

/** A key that stands there already. */
interface Again {
  readonly key: string;
  readonly first: Spot;
  readonly spot: Spot;
}

function enter(keys: Map<string, Spot>, written: string, spot: Spot): Again | undefined {
  // `"\u0069d"` is the key `id`.
  const key = written.includes('\\') ? unescaped(written) : written.slice(1, -1);
  const first = keys.get(key);
  if (first === undefined) keys.set(key, spot);
  return first && { key, first, spot };
}

function unescaped(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}

/** Characters of a long line that are kept on each side: a text may be all in one line. */
const BESIDE = 200;

function raiseAgain(text: string, { length }: string, { key, first, spot }: Again, file: string): Diagnostic {
  const placeOf = ({ at, line, start }: Spot): Place => {
    const from = Math.max(start, at - BESIDE);
    const [shown = ''] = text.slice(from, at + length + BESIDE).split('\n', 1);
    return { file, line, column: at - start + 1, excerpt: { text: shown, from: at - from, length } };
  };
  return raise(repeatedKey, placeOf(spot), { key: visible(key) }, { related: see('first', placeOf(first)) });
}
