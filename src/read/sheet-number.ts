/**
 * The number of a spreadsheet's cell as the text that somebody typed. The file holds a binary double, often with 17
 * digits (92.085 stands as 92.084999999999994); the shortest decimal that is this very double is what was typed.
 */

/** A decimal of so many digits survives the way through a double; what needs more is the remains of a calculation. */
const MOST_DIGITS = 15;

/**
 * Plain decimal text with a dot; undefined where more than 15 digits are needed, or nothing can be made of it.
 * The one place where a text becomes a binary number: proved harmless, since only its shortest text goes on.
 */
export function typedNumber(stored: string): string | undefined {
  if (!/^-?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?$/.test(stored)) return undefined;
  const value = Number(stored);
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:e([+-][0-9]+))?$/.exec(`${value}`);
  if (parts === null) return undefined;
  const [, minus, whole, decimals = '', exponent = ''] = parts as unknown as [string, string, string, string?, string?];
  const digits = `${whole}${decimals}`;
  if (digits.replace(/^0+|0+$/g, '').length > MOST_DIGITS) return undefined;
  return minus + shifted(digits, whole.length + Number(exponent));
}

/** 0.8529 -> 85.29; the argument is what `typedNumber` gives. */
export function hundredfold(text: string): string {
  const minus = text.startsWith('-') ? '-' : '';
  const [whole, decimals = ''] = text.slice(minus.length).split('.') as [string, string?];
  return minus + shifted(whole + decimals, whole.length + 2);
}

/** The digits, whose last one behind the dot is no 0, with a dot before position `point`; without idle zeros. */
function shifted(digits: string, point: number): string {
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const behind = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0');
  const whole = before.replace(/^0+(?=.)/, '');
  return behind === '' ? whole : `${whole}.${behind}`;
}
