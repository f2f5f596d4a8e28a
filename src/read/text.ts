/** Bytes -> text, in the declared encoding, or the fault that says why not. */
import { controlCharacter, notText, undecodable } from '../faults/csv.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import { wholeFile } from '../model/place.ts';
import { codePoint } from '../model/visible.ts';

/** First bytes of files that people rename to .csv, and what they are. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet or another zip file (.xlsx, .ods, .docx)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel or Word file (.xls, .doc)'],
  ['%PDF', 'a PDF'],
  ['\u001f\u008b', 'a gzip file'],
  ['{\\rtf', 'an RTF document'],
];

/** Everything below a blank but tab and line ends, and the marks that turn the direction of writing. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * The text of a file: one leading BOM removed, UTF-16 recognised by its BOM, line ends made `\n`,
 * composed to NFC. Errors: not-text, undecodable, control-character.
 */
export function readText(bytes: Uint8Array, encoding: string, file: string): Reading<string> {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const signature = SIGNATURES.find(([head]) => start.startsWith(head));
  if (signature)
    return {
      diagnostics: [raise(notText, wholeFile(file), { looksLike: signature[1] })],
    };
  const actual = utf16ByMark(bytes) ?? encoding;
  const text = decode(bytes, actual);
  if (text === undefined) return { diagnostics: [undecodableAt(bytes, actual, file)] };
  const lines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).normalize('NFC');
  const forbidden = FORBIDDEN.exec(lines);
  if (forbidden === null) return { value: lines, diagnostics: [] };
  const { line, column } = position(lines, forbidden.index);
  const excerpt = {
    text: lineAt(lines, forbidden.index),
    from: column - 1,
    length: 1,
  };
  return {
    diagnostics: [raise(controlCharacter, { file, line, column: 0, excerpt }, { character: codePoint(forbidden[0]) })],
  };
}

function utf16ByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The text, or undefined where a byte does not belong to the encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds the first byte that cannot be read: the shortest prefix that fails, by halving. */
function undecodableAt(bytes: Uint8Array, encoding: string, file: string): Diagnostic {
  const decoder = (end: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoder(middle)) good = middle;
    else bad = middle;
  }
  const line = bytes.subarray(0, good).filter((byte) => byte === 0x0a).length + 1;
  const byte = `0x${(bytes[bad - 1] ?? 0).toString(16).padStart(2, '0')}`;
  return raise<{ encoding: string; byte: string }>(undecodable, { file, line, column: 0 }, { encoding, byte });
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
