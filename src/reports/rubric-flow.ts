/** A value as one line of YAML, as between the brackets of rubric.yaml: what cells of tables and lines of files hold. */
import { isNumeral, writtenAs } from '../model/numeral.ts';

/** Texts that may stand without quotes: words, ids, shares; never what a reader could take for something else. */
const PLAIN = /^(?:\p{L}[\p{L}\p{M}\p{N} ._/()%-]*(?<! )|[0-9]+(?:\.[0-9]+)?%)$/u;
const OTHERWISE = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text, in quotes unless every reader of YAML takes it for the same text. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !OTHERWISE.test(text) ? text : JSON.stringify(text);
}

/** Keys of this format that are plain words elsewhere. */
const OWN_KEYS: readonly string[] = ['on', 'n'];

/** Any value of a rubric on one line. */
export function flow(value: unknown): string {
  if (isNumeral(value)) return writtenAs(value);
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${inner(value)}]`;
  if (typeof value === 'object' && value !== null) return `{ ${inner(value)} }`;
  return `${value}`;
}

/** The same without the brackets around it. */
export function inner(value: unknown): string {
  if (Array.isArray(value)) return value.map(flow).join(', ');
  if (isNumeral(value) || typeof value !== 'object' || value === null) return flow(value);
  return Object.entries(value)
    .map(([key, each]) => `${OWN_KEYS.includes(key) ? key : scalar(key)}: ${flow(each)}`)
    .join(', ');
}
