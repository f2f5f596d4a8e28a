/** Text of unknown origin made visible: what a terminal or a reader would not show becomes `\u{1b}`. */

/** Control characters, direction overrides and marks, zero-width characters, a lone BOM, lone surrogates. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

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

/** A character as `\u{1b}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
