/**
 * A bare number in YAML, kept as the text that was written: `1.10` stays `1.10`. It is a symbol of that text, which
 * no schema takes for a text, a number or a map of keys.
 */
export type Numeral = symbol;

/** The bare number that was written so. */
export function numeralOf(written: string): Numeral {
  return Symbol(written);
}

/** Whether a YAML value is a bare number. */
export function isNumeral(value: unknown): value is Numeral {
  return typeof value === 'symbol';
}

/** The text of a bare number. */
export function writtenAs(numeral: Numeral): string {
  return numeral.description as string;
}
