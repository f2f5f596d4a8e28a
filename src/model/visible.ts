/**
 * Text of unknown origin made visible: what a terminal or a reader would not show becomes `\u{1b}`. Here is also the
 * encoder of the terminal, which is the face of every message, wherever it is kept.
 */
import { type Encoded, encodedAs, lettersOf, type Untrusted } from './encoded.ts';

/**
 * Control characters, direction overrides and marks, whatever Unicode says is not drawn (zero-width characters, fillers,
 * tags, a BOM), noncharacters, private characters, lone surrogates. What chooses the look of an emoji is seen by it.
 */
const HIDDEN =
  /(?!\ufe0f)\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})\ufe0f|[\p{Co}\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Latin letters, those of Vietnamese among them, digits and signs: most texts have nothing else. */
const SEEN = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/;

/** Whether a text holds a character that a reader would not see. */
export function hasHidden(text: string): boolean {
  return !SEEN.test(text) && text.search(HIDDEN) !== -1;
}

/** The text with every hidden character written out, cut to `limit` characters with `…`. */
export function visible(text: string, limit = 60): string {
  const cut = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
  return cut.replace(HIDDEN, (character) => codePoint(character));
}

/** The text with every hidden character written out but tabs and line breaks: for a cell that may hold lines. */
export function visibleLines(text: Untrusted): string {
  const letters = lettersOf(text);
  return hasHidden(letters) ? letters.replace(HIDDEN, (one) => (/[\t\r\n]/.test(one) ? one : codePoint(one))) : letters;
}

/** A character as `\u{1b}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The text for one line of a terminal or of a log: line breaks and tabs are blanks, the rest is made visible. */
export function printable(text: Untrusted): Encoded<'terminal'> {
  return encodedAs(visible(lettersOf(text).replace(/[\t\r\n]+/g, ' '), Number.POSITIVE_INFINITY).normalize('NFC'));
}

/** The same with its line breaks, and letters as they are composed: for what is said in several lines. */
export function printableLines(text: Untrusted): Encoded<'terminal'> {
  const lines = lettersOf(text).split('\n');
  return encodedAs(lines.map((line) => visible(line.replace(/[\t\r]+/g, ' '), Number.POSITIVE_INFINITY)).join('\n'));
}
