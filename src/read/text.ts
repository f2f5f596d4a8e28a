/** Bytes -> text, in the declared encoding, or the fault that says why not. */
import { aboveLimit, controlCharacter, notText, undecodable } from '../faults/text.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import { LIMITS, type LimitName, type Limits } from '../model/limits.ts';
import { wholeFile } from '../model/place.ts';
import { codePoint } from '../model/visible.ts';
import type { Words } from '../model/words.ts';
import { decode, decodeLoosely, encodingLike, readableBytes, utf16ByMark } from './decode.ts';
import { strangerOf } from './signatures.ts';

/** Everything below a blank but tab and line ends, a byte order mark inside, and what turns the direction of writing. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

const NAMES: ReadonlyMap<string, Words> = new Map([
  ['\0', { en: 'NUL; the file is damaged', vi: 'NUL; tệp đã hỏng' }],
  ['\u000c', { en: 'form feed', vi: 'sang trang' }],
  ['\u001a', { en: 'Ctrl-Z', vi: 'Ctrl-Z' }],
  ['\u001b', { en: 'escape', vi: 'escape' }],
  ['\u0085', { en: 'a line end of other systems', vi: 'xuống dòng của hệ thống khác' }],
  ['\u2028', { en: 'line separator', vi: 'dấu ngắt dòng' }],
  ['\u2029', { en: 'paragraph separator', vi: 'dấu ngắt đoạn' }],
  ['\ufeff', { en: 'a byte order mark that is not the first character', vi: 'dấu BOM không ở đầu tệp' }],
]);

/** Letters that a text in NFC may not have, or of which two may be one: none below U+0300 (UAX #15). */
const COMPOSABLE = /[\u0300-\uffff]/;

type TextKind = 'csv' | 'yaml' | 'json';

export interface TextForm {
  /** What the text is to be read as; csv if absent. */
  readonly kind?: 'csv' | 'yaml' | 'json';
  readonly limits?: Limits;
}

/**
 * The text of a file: one leading BOM removed, UTF-16 recognised by its BOM, line ends made `\n`,
 * composed to NFC. Errors: not-text, undecodable, control-character, above-limit.
 */
export function readText(bytes: Uint8Array, encoding: string, file: string, form: TextForm = {}): Reading<string> {
  const { kind = 'csv', limits = LIMITS } = form;
  const most = kind === 'yaml' ? 'yaml' : 'file';
  if (bytes.length > limits[most])
    return refused(raise(aboveLimit, wholeFile(file), facts(most, bytes.length, limits)));
  const actual = utf16ByMark(bytes) ?? encoding;
  const looksLike = strangerOf(bytes, kind, actual);
  if (looksLike) return refused(raise(notText, wholeFile(file), { kind, looksLike }));
  const text = decode(bytes, actual);
  if (text === undefined) return refused(undecodableAt(bytes, actual, file, kind));
  const feeds = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lines = COMPOSABLE.test(feeds) ? feeds.normalize('NFC') : feeds;
  const long = longLine(lines, limits.line);
  if (long) return refused(raise(aboveLimit, { file, line: long.line, column: 0 }, facts('line', long.length, limits)));
  const forbidden = forbiddenIn(lines);
  if (forbidden === undefined) return { value: lines, diagnostics: [] };
  const index = lines.search(FORBIDDEN);
  const { line, column } = position(lines, index);
  const excerpt = { text: lineAt(lines, index), from: column - 1, length: 1 };
  return refused(raise(controlCharacter, { file, line, column: kind === 'yaml' ? column : 0, excerpt }, forbidden));
}

/** The first character of a text that no file may hold, and how many there are; undefined where there is none. */
export function forbiddenIn(text: string): Parameters<typeof controlCharacter.message.en>[0] | undefined {
  const character = FORBIDDEN.exec(text)?.[0];
  if (character === undefined) return undefined;
  const name = NAMES.get(character);
  const count = String(text.split(new RegExp(FORBIDDEN, 'u')).length - 1);
  return { character: codePoint(character), ...(name ? { name } : {}), count };
}

function refused(diagnostic: Diagnostic): Reading<never> {
  return { diagnostics: [diagnostic] };
}

function facts(what: LimitName, found: number, limits: Limits) {
  return { what, found: String(found), limit: String(limits[what]) };
}

/** The first line of more than `most` characters. */
function longLine(text: string, most: number): { readonly line: number; readonly length: number } | undefined {
  for (let start = 0; text.length - start > most; ) {
    // All lines before the last end that is near enough are short enough.
    const end = text.lastIndexOf('\n', start + most);
    if (end < start) {
      const found = text.indexOf('\n', start);
      return { line: position(text, start).line, length: (found === -1 ? text.length : found) - start };
    }
    start = end + 1;
  }
  return undefined;
}

function undecodableAt(bytes: Uint8Array, encoding: string, file: string, kind: TextKind): Diagnostic {
  const good = readableBytes(bytes, encoding);
  const before = decodeLoosely(bytes.subarray(0, good), encoding);
  const { line, column } = position(before.replace(/\r\n?/g, '\n'), before.length);
  const start = bytes.lastIndexOf(0x0a, good) + 1;
  const end = bytes.indexOf(0x0a, good);
  const shown = decodeLoosely(bytes.subarray(start, end === -1 ? undefined : end), encoding).trimEnd();
  const excerpt = encoding.startsWith('utf-16') ? {} : { excerpt: { text: shown, from: column - 1, length: 1 } };
  const looksLike = kind === 'csv' && encoding === 'utf-8' ? encodingLike(bytes) : undefined;
  return raise(
    undecodable,
    { file, line, column: 0, ...excerpt },
    {
      encoding,
      byte: `0x${(bytes[good] ?? 0).toString(16).padStart(2, '0')}`,
      ...(looksLike ? { looksLike } : {}),
      ...(kind === 'yaml' ? { isYaml: true } : {}),
    },
  );
}

/** Line and column, both from 1, of a character. */
export function position(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: index - start + 1 };
}

/** The whole line that a character stands in. */
export function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end === -1 ? undefined : end);
}
