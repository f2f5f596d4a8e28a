/** A value written the way a figure beside it was printed: its mark, decimals, groups of thousands, per cent sign. */
import type { Printed } from '../model/audit.ts';
import { type Exact, exact, HUNDRED, multiply, round, sign, toFixedText } from '../model/exact.ts';

/** More decimals of a value than were printed are shown to so many places. */
const MORE_DECIMALS = 3;

/** The value rounded half up to the figure's precision, in the figure's way of writing. */
export function printLike(value: Exact, figure: Printed): string {
  return write(toFixedText(scaled(value, figure), figure.decimals), figure);
}

/** The value with a few more decimals and `…` where it goes on; without them where it ends sooner. */
export function printLonger(value: Exact, figure: Printed): string {
  const own = scaled(value, figure);
  const most = figure.decimals + MORE_DECIMALS;
  for (let decimals = figure.decimals; decimals <= most; decimals++) {
    const rounded = round(own, decimals);
    if (rounded.n * own.d === own.n * rounded.d) return write(toFixedText(own, decimals), figure);
  }
  return write(toFixedText(cut(own, most), most), figure, '…');
}

/** Digits after the last place taken away, as by somebody who cuts where they should round. */
export function cut(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  return exact((value.n * scale) / value.d, scale);
}

/** The value in the figure's own unit: a share in per cent where the figure is one. */
export function scaled(value: Exact, { isPercent }: Printed): Exact {
  return isPercent ? multiply(value, HUNDRED) : value;
}

function write(decimal: string, { mark, isGrouped, isPercent, text }: Printed, more = ''): string {
  const [whole = '', decimals] = decimal.replace('-', '').split('.');
  const grouped = isGrouped ? whole.replace(/\B(?=(?:[0-9]{3})+$)/g, mark === ',' ? '.' : ',') : whole;
  const number = (decimals === undefined ? grouped : `${grouped}${mark}${decimals}`) + more;
  const blank = /\s%$/.exec(text)?.[0].slice(0, -1) ?? '';
  return `${decimal.startsWith('-') ? '-' : ''}${number}${isPercent ? `${blank}%` : ''}`;
}

/** Whether a value, rounded to the figure's precision, is the figure (with the sign it has in the claim). */
export function roundsTo(value: Exact, figure: Printed, target: Exact): boolean {
  const own = scaled(value, figure);
  const wanted = scaled(target, figure);
  const rounded = round(own, figure.decimals);
  return rounded.n * wanted.d === wanted.n * rounded.d;
}

/** The same for cutting instead of rounding; of no meaning for a value that ends there anyway. */
export function cutsTo(value: Exact, figure: Printed, target: Exact): boolean {
  const own = scaled(value, figure);
  const wanted = scaled(target, figure);
  const shortened = cut(own, figure.decimals);
  return shortened.n * wanted.d === wanted.n * shortened.d && sign(own) !== 0;
}
