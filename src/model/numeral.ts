/** A bare number in YAML, kept as the text that was written: `1.10` stays `1.10`. */
export interface Numeral {
  readonly numeral: string;
}

/** Whether a YAML value is a bare number. */
export function isNumeral(value: unknown): value is Numeral {
  return typeof value === 'object' && value !== null && 'numeral' in value;
}
