/** What a spreadsheet makes of an id that it takes for a number or a date: 1.10 becomes 1.1, 01 becomes 1, 1E5 becomes 100000, 1.10 the first of October. */

/** The id as a spreadsheet would write the number that it takes it for; undefined for an id that is no number. */
export function asNumber(id: string): string | undefined {
  const parts = /^0*([0-9]+)(?:\.([0-9]*?)0*)?$/.exec(id);
  if (parts === null) return withExponent(id);
  const [, whole = '', decimals = ''] = parts;
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** A whole number that was written with an exponent: 1E5 and 1.00E+05 are 100000. */
function withExponent(id: string): string | undefined {
  const [, whole, decimals = '', tens] = /^0*([1-9][0-9]*)(?:\.([0-9]+))?e\+?([0-9]{1,2})$/i.exec(id) ?? [];
  if (whole === undefined || tens === undefined) return undefined;
  const zeros = BigInt(tens) - BigInt(decimals.length);
  return zeros < 0n ? undefined : `${BigInt(whole + decimals) * 10n ** zeros}`;
}

/** The first of the ids, other than the text itself, that a spreadsheet would turn into the text. */
export function eatenId(text: string, ids: Iterable<string>): string | undefined {
  const number = withExponent(text) ?? text;
  for (const id of ids) if (id !== text && asNumber(id) === number) return id;
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
