/**
 * Reads plain YAML: maps and lists in blocks or in brackets, scalars of one line, folded and literal texts without blank
 * lines. Whatever else a text holds, a fault above all, it leaves to the package yaml by giving nothing, so that the
 * package stays the authority and is loaded only where it is needed. What it gives is what the package would give
 * (held by test/read/plain-yaml.test.ts), in a thirtieth of the time of a process that has just begun.
 */
import { numeralOf } from '../model/numeral.ts';
import type { Range, YamlNode } from './yaml-node.ts';
import { AMBIGUOUS, OWN_KEYS } from './yaml-words.ts';

/** What stands where; `indent` is that of the present line, -1 after the last. */
interface Reader {
  readonly text: string;
  at: number;
  indent: number;
  /** How many maps and lists may still stand in the present one. */
  depth: number;
}

type PairsOf<Node> = Node extends { readonly pairs: ReadonlyMap<string, infer Pair> } ? Map<string, Pair> : never;

/** Nothing here is plain: tabs, line breaks of old, documents, anchors are told by the authority. */
const NEVER_PLAIN = /[\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029\ufeff]|\r(?!\n)|^(?:---|\.\.\.)/m;

const BLANK_LINES = /(?: *(?:#[^\n]*)?\r?\n)*(?: *(?:#[^\n]*)?$)?/y;
const BLANKS = / */y;
const LINE_END = /(?: *| +#[^\n]*)(?:\r?\n|$)/y;
const DOUBLE = /"[^"\\\r\n]*"/y;
const SINGLE = /'(?:[^'\r\n]|'')*'/y;
/** From a character that can only begin a text or a number, up to a comment, a colon before a blank, or the line's end. */
const PLAIN = /(?:[^\s?:,[\]{}#&*!|>'"%@`-]|-(?=[^\s,[\]{}]))(?:[^\r\n#:]|(?<=\S)#|:(?=\S))*/y;
/** The same within brackets. */
const PLAIN_IN_FLOW = /(?:[^\s?:,[\]{}#&*!|>'"%@`-]|-(?=[^\s,[\]{}]))(?:[^\r\n#:,[\]{}]|(?<=\S)#|:(?=[^\s,[\]{}]))*/y;
const COLON = /:(?=[ \r\n]|$)/y;
const TEXT_HEAD = /[>|]-?(?: *| +#[^\n]*)\r?\n/y;

/** How anything begins that is no text. */
const MEANT = /^[-+.0-9~nNtTfF]/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const TRUE = /^(?:[Tt]rue|TRUE)$/;
const FALSE = /^(?:[Ff]alse|FALSE)$/;
const NUMBER =
  /^(?:[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

/** Longer keys are no keys to YAML. */
const LONGEST_KEY = 1000;

/** The tree of a text that is plain throughout and begins with a map; undefined for any other. */
export function readPlainYaml(text: string, depth: number): YamlNode | undefined {
  if (NEVER_PLAIN.test(text)) return undefined;
  const reader: Reader = { text, at: 0, indent: 0, depth };
  toNextLine(reader);
  const root = reader.indent === 0 ? readMap(reader, 0) : undefined;
  return reader.indent === -1 ? root : undefined;
}

/** How many letters of the pattern stand at the present place, which is then behind them; -1 where it does not fit. */
function skip(reader: Reader, pattern: RegExp): number {
  const from = reader.at;
  pattern.lastIndex = from;
  // Not `exec`: what it matched would be an object for each blank of a rubric.
  if (!pattern.test(reader.text)) return -1;
  reader.at = pattern.lastIndex;
  return reader.at - from;
}

function isNext(reader: Reader, letters: string): boolean {
  return reader.text.startsWith(letters, reader.at);
}

/** From the beginning of a line to the first letter of the next that holds more than a comment. */
function toNextLine(reader: Reader): void {
  skip(reader, BLANK_LINES);
  reader.indent = reader.at === reader.text.length ? -1 : skip(reader, BLANKS);
}

/** Whether only a comment is left of the line; the next one is then at hand. */
function endLine(reader: Reader): boolean {
  if (skip(reader, LINE_END) < 0) return false;
  toNextLine(reader);
  return true;
}

/** A map whose keys stand in one column. It ends at the end of the text. */
function readMap(reader: Reader, column: number): YamlNode | undefined {
  const from = reader.at;
  const pairs = new Map() as PairsOf<YamlNode>;
  if (--reader.depth < 0) return undefined;
  do {
    const key = readKey(reader, PLAIN);
    if (key === undefined || pairs.has(key.name)) return undefined;
    const value = readAfterKey(reader, column);
    if (value === undefined || reader.indent > column) return undefined;
    pairs.set(key.name, { range: key.range, value });
  } while (reader.indent === column && !isDash(reader));
  reader.depth++;
  // Where it ends matters only within its first line, and nothing else stands there.
  return { kind: 'map', range: [from, reader.text.length], pairs };
}

/** A list whose dashes stand in one column. */
function readList(reader: Reader, column: number): YamlNode | undefined {
  const from = reader.at;
  const items: YamlNode[] = [];
  if (--reader.depth < 0) return undefined;
  do {
    reader.at++;
    const item = readItem(reader, column, column + 1 + skip(reader, BLANKS));
    if (item === undefined || reader.indent > column) return undefined;
    items.push(item);
  } while (reader.indent === column && isDash(reader));
  reader.depth++;
  return { kind: 'list', range: [from, reader.text.length], items };
}

/** What stands behind a dash, on its line or below it. */
function readItem(reader: Reader, column: number, inner: number): YamlNode | undefined {
  if (endLine(reader)) return reader.indent > column ? readBlock(reader) : undefined;
  if (isDash(reader)) return undefined;
  const start = reader.at;
  const isMap = readKey(reader, PLAIN) !== undefined;
  reader.at = start;
  return isMap ? readMap(reader, inner) : readInline(reader, column);
}

/** What stands behind the colon of a key in a column, on its line or below it. */
function readAfterKey(reader: Reader, column: number): YamlNode | undefined {
  if (endLine(reader)) {
    if (reader.indent === column && isDash(reader)) return readList(reader, column);
    return reader.indent > column ? readBlock(reader) : undefined;
  }
  skip(reader, BLANKS);
  return readInline(reader, column);
}

function readBlock(reader: Reader): YamlNode | undefined {
  return isDash(reader) ? readList(reader, reader.indent) : readMap(reader, reader.indent);
}

/** A dash before a blank or the end of its line. */
function isDash(reader: Reader): boolean {
  return isNext(reader, '- ') || isNext(reader, '-\n') || isNext(reader, '-\r');
}

/** A value that begins on the line of its key or dash, to the end of its last line. */
function readInline(reader: Reader, column: number): YamlNode | undefined {
  if (isNext(reader, '>') || isNext(reader, '|')) return readText(reader, column);
  const value = readValue(reader, PLAIN, column);
  return value && endLine(reader) ? value : undefined;
}

/** A scalar of one line, or a map or list in brackets. */
function readValue(reader: Reader, plain: RegExp, column: number): YamlNode | undefined {
  if (isNext(reader, '[') || isNext(reader, '{')) return readFlow(reader, column);
  const from = reader.at;
  const quoted = takeQuoted(reader);
  if (quoted !== undefined) return { kind: 'scalar', range: [from, reader.at], value: quoted };
  const written = takePlain(reader, plain);
  if (written === undefined || AMBIGUOUS.test(written)) return undefined;
  return { kind: 'scalar', range: [from, reader.at], value: meaningOf(written) };
}

function takeQuoted(reader: Reader): string | undefined {
  const from = reader.at;
  const isDouble = isNext(reader, '"');
  if (!isDouble && !isNext(reader, "'")) return undefined;
  if (skip(reader, isDouble ? DOUBLE : SINGLE) < 0) return undefined;
  const written = reader.text.slice(from + 1, reader.at - 1);
  return isDouble ? written : written.replaceAll("''", "'");
}

function takePlain(reader: Reader, plain: RegExp): string | undefined {
  const from = reader.at;
  if (skip(reader, plain) < 0) return undefined;
  while (reader.text[reader.at - 1] === ' ') reader.at--;
  return reader.text.slice(from, reader.at);
}

function meaningOf(written: string): unknown {
  if (!MEANT.test(written)) return written;
  if (NUMBER.test(written)) return numeralOf(written);
  if (NULL.test(written)) return null;
  if (TRUE.test(written)) return true;
  return FALSE.test(written) ? false : written;
}

/** A key up to behind its colon. Undefined for one that is no text, that means something to YAML, or for none. */
function readKey(reader: Reader, plain: RegExp): { readonly name: string; readonly range: Range } | undefined {
  const from = reader.at;
  const quoted = takeQuoted(reader);
  const name = quoted ?? takePlain(reader, plain);
  const range: Range = [from, reader.at];
  if (name === undefined || range[1] - range[0] > LONGEST_KEY || skip(reader, COLON) < 0) return undefined;
  if (name === '<<' || name === '__proto__') return undefined;
  if (quoted === undefined && typeof meaningOf(name) !== 'string') return undefined;
  if (quoted === undefined && AMBIGUOUS.test(name) && !OWN_KEYS.includes(name)) return undefined;
  return { name, range };
}

/** A map or a list in brackets, on one line or over lines that all stand further in than the key or dash. */
function readFlow(reader: Reader, column: number): YamlNode | undefined {
  const { text } = reader;
  const from = reader.at;
  const isMap = text[reader.at++] === '{';
  const close = isMap ? '}' : ']';
  const pairs = new Map() as PairsOf<YamlNode>;
  const items: YamlNode[] = [];
  if (--reader.depth < 0 || !toNextInFlow(reader, column)) return undefined;
  for (let isFirst = true; !isNext(reader, close); isFirst = false) {
    if (!isFirst && (text[reader.at++] !== ',' || !toNextInFlow(reader, column))) return undefined;
    const key = isMap ? readKey(reader, PLAIN_IN_FLOW) : undefined;
    if (isMap && (key === undefined || pairs.has(key.name) || !toNextInFlow(reader, column))) return undefined;
    const value = readValue(reader, PLAIN_IN_FLOW, column);
    if (value === undefined || !toNextInFlow(reader, column)) return undefined;
    if (key) pairs.set(key.name, { range: key.range, value });
    else items.push(value);
  }
  reader.at++;
  reader.depth++;
  const range: Range = [from, reader.at];
  return isMap ? { kind: 'map', range, pairs } : { kind: 'list', range, items };
}

/** Over blanks, comments and line breaks; false where a line does not stand further in than `column`. */
function toNextInFlow(reader: Reader, column: number): boolean {
  skip(reader, BLANKS);
  if (skip(reader, LINE_END) < 0) return true;
  toNextLine(reader);
  return reader.indent > column;
}

/** A folded (>) or literal (|) text: lines in one column, none of them blank; `-` drops the last line break. */
function readText(reader: Reader, column: number): YamlNode | undefined {
  const from = reader.at;
  if (skip(reader, TEXT_HEAD) < 0) return undefined;
  const inner = skip(reader, BLANKS);
  if (inner <= column) return undefined;
  const lines: string[] = [];
  for (;;) {
    const end = reader.text.indexOf('\n', reader.at);
    const line = reader.text.slice(reader.at, end).replace(/\r$/, '');
    if (end === -1 || line === '' || line.startsWith(' ') || line.endsWith(' ')) return undefined;
    lines.push(line);
    reader.at = end + 1;
    const next = reader.at;
    if (skip(reader, BLANKS) === inner && !isNext(reader, '\n') && !isNext(reader, '\r')) continue;
    reader.at = next;
    toNextLine(reader);
    // What looks like a comment further in may still be a line of the text.
    if (reader.indent > column || /^ +#/m.test(reader.text.slice(next, reader.at))) return undefined;
    const value = lines.join(reader.text[from] === '>' ? ' ' : '\n') + (reader.text[from + 1] === '-' ? '' : '\n');
    return { kind: 'scalar', range: [from, reader.text.length], value };
  }
}
