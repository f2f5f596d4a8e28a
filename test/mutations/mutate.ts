/** Damage to bytes: what disks, editors, mail and people do to files. Seeded, so that each case can be met again. */

/** A whole number from 0 to below `most`. */
export type Dice = (most: number) => number;

/** Mulberry32 by Tommy Ettinger, public domain: enough chance for damage, the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** Pieces that mean something to one reader or another. */
const PIECES = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    ' ',
    '  ',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\0',
    '\u001b[2J',
    '\u0085',
    '\u2028',
  ],
  ...[
    '-',
    '+',
    '.',
    '0',
    '1',
    '9',
    '00',
    'e9',
    '%',
    '/',
    '/0',
    '0x',
    '\u2212',
    '１',
    '٣',
    '½',
    '_',
    "'",
    '=',
    '@',
    '#',
    ' #',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '---\n',
    '...\n',
    '? ',
    '| ',
    '> ',
    '\\',
    '\\u0000',
    '~',
    'null',
    'true',
    'no',
    'n/a',
    '#REF!',
    '1.10',
    '1.1',
    'kip-thoi',
    '__proto__',
  ],
].map((piece) => new TextEncoder().encode(piece));

type Damage = (bytes: Uint8Array, roll: Dice) => Uint8Array;

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A place and one at most 40 bytes behind it. */
function span(bytes: Uint8Array, roll: Dice): readonly [number, number] {
  const from = roll(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + roll(roll(4) === 0 ? 40 : 3))];
}

function lines(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    found.push(bytes.slice(start, end));
    start = end;
  }
  return found;
}

const textIn = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Each kind of damage by its name. */
export const DAMAGE: Readonly<Record<string, Damage>> = {
  flip: (bytes, roll) => {
    const changed = bytes.slice();
    const at = roll(Math.max(1, changed.length));
    if (changed.length > 0) changed[at] = (changed[at] as number) ^ (1 << roll(8));
    return changed;
  },
  set: (bytes, roll) => {
    const changed = bytes.slice();
    if (changed.length > 0) changed[roll(changed.length)] = roll(256);
    return changed;
  },
  digit: (bytes, roll) => {
    const places = [...bytes.keys()].filter((at) => (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39);
    const changed = bytes.slice();
    const at = places[roll(Math.max(1, places.length))];
    if (at !== undefined) changed[at] = 0x30 + roll(10);
    return changed;
  },
  cut: (bytes, roll) => {
    const [from, to] = span(bytes, roll);
    return join(bytes.slice(0, from), bytes.slice(to));
  },
  truncate: (bytes, roll) => bytes.slice(0, roll(bytes.length + 1)),
  duplicate: (bytes, roll) => {
    const [from, to] = span(bytes, roll);
    return join(bytes.slice(0, to), bytes.slice(from));
  },
  insert: (bytes, roll) => {
    const at = roll(bytes.length + 1);
    return join(bytes.slice(0, at), PIECES[roll(PIECES.length)] as Uint8Array, bytes.slice(at));
  },
  line: (bytes, roll) => {
    const all = lines(bytes);
    const at = roll(Math.max(1, all.length));
    const [taken = new Uint8Array()] = all.splice(at, 1);
    if (roll(3) > 0) all.splice(roll(all.length + 1), 0, taken);
    if (roll(3) === 0) all.splice(roll(all.length + 1), 0, taken);
    return join(...all);
  },
  swap: (bytes, roll) => {
    const [from, to] = span(bytes, roll);
    const [other, end] = span(bytes.slice(to), roll);
    return join(
      bytes.slice(0, from),
      bytes.slice(to + other, to + end),
      bytes.slice(to, to + other),
      bytes.slice(from, to),
      bytes.slice(to + end),
    );
  },
  'utf-16': (bytes, roll) => {
    const text = textIn(bytes);
    const little = Buffer.from(roll(2) === 0 ? `\ufeff${text}` : text, 'utf16le');
    return Uint8Array.from(roll(2) === 0 ? little : little.swap16());
  },
  mojibake: (bytes) => new TextEncoder().encode(Buffer.from(bytes).toString('latin1')),
  latin1: (bytes) => Uint8Array.from(Buffer.from(textIn(bytes), 'latin1')),
  decompose: (bytes) => new TextEncoder().encode(textIn(bytes).normalize('NFD')),
  'line-ends': (bytes, roll) => new TextEncoder().encode(textIn(bytes).replaceAll('\n', roll(2) === 0 ? '\r\n' : '\r')),
  mark: (bytes) => join(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
};

/** Files of which one has suffered one damage, now and then two; and what was done. */
export function damaged(
  files: ReadonlyMap<string, Uint8Array>,
  roll: Dice,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly path: string; readonly done: string } {
  const paths = [...files.keys()];
  const path = paths[roll(paths.length)] as string;
  const names = Object.keys(DAMAGE);
  const times = roll(5) === 0 ? 2 : 1;
  let bytes = files.get(path) as Uint8Array;
  const done: string[] = [];
  for (let time = 0; time < times; time++) {
    // Small damage is the hardest to notice, and comes most often.
    const name = names[roll(3) === 0 ? roll(names.length) : roll(9)] as string;
    bytes = (DAMAGE[name] as Damage)(bytes, roll);
    done.push(name);
  }
  return { files: new Map([...files, [path, bytes]]), path, done: done.join('+') };
}
