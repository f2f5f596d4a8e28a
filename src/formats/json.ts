/** The data of a report as JSON, indented by 2; what cannot be seen in an editor or terminal is escaped. */
import { type Encoded, encodedAs, templateOf } from '../model/encoded.ts';
import type { Format } from './format.ts';

/** Control, format (direction marks, zero width) and line separator characters that JSON.stringify lets through. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** JSON with nothing in it that cannot be seen; the line breaks between its parts stay. */
export function writtenOut(json: string): Encoded<'json'> {
  return encodedAs(json.replace(UNSEEN, escaped));
}

/** A value as such JSON, indented by 2. */
export function toJson(value: unknown): Encoded<'json'> {
  return writtenOut(JSON.stringify(value, null, 2));
}

const json = templateOf<'json'>();

/** The same as a file: it ends with a line break. */
export function jsonFile(value: unknown): Encoded<'json'> {
  return json`${toJson(value)}\n`;
}

export const format: Format<'json'> = {
  render({ data }) {
    return jsonFile(data);
  },
};
