/** What a spreadsheet makes of an id that it takes for a number or a date: 1.10 becomes 1.1, 01 becomes 1, 1.10 the first of October. */

/** The id as a spreadsheet would write the number that it takes it for; undefined for an id that is no number. */
export function asNumber(id: string): string | undefined {
  const parts = /^0*([0-9]+)(?:\.([0-9]*?)0*)?$/.exec(id);
  if (parts === null) return undefined;
  const [, whole = '', decimals = ''] = parts;
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** The first of the ids, other than the text itself, that a spreadsheet would turn into the text. */
export function eatenId(text: string, ids: Iterable<string>): string | undefined {
  for (const id of ids) if (id !== text && asNumber(id) === text) return id;
  return undefined;
}

const DATES: readonly RegExp[] = [
  /^[0-9]{1,4}[-/][0-9]{1,2}(?:[-/][0-9]{2,4})?$/,
  /^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$/,
  /^[0-9]{1,2}[- ](?:[a-z]{3}|thg ?[0-9]{1,2})(?:[- ][0-9]{2,4})?$/i,
  /^(?:[a-z]{3}|thg ?[0-9]{1,2})[- ][0-9]{1,4}$/i,
  // The day's number, of the years 2000 to 2064.
  /^(?:3[6-9]|[45][0-9])[0-9]{3}$/,
];

/** Whether a text looks like a date, or the number of a day, that a spreadsheet has made of an id such as 1.10. */
export function isSpreadsheetDate(text: string): boolean {
  return DATES.some((pattern) => pattern.test(text));
}
