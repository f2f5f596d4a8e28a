/** Cells and columns of the pages of a comparison. */
import { type Cell, number, type TableColumn } from '../model/document.ts';
import { type Exact, sign, toFixedText } from '../model/exact.ts';
import { dash } from './figures.ts';

/** `+0.77`, `-1.04`, `0.00`. */
export function signed(value: Exact, decimals: number): string {
  const shown = toFixedText(value, decimals);
  return sign(value) > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** A cell of a signed figure: better green, worse red. */
export function signedCell(value: Exact | undefined, decimals: number): Cell {
  if (value === undefined) return dash();
  return number(signed(value, decimals), sign(value) > 0 ? 'good' : sign(value) < 0 ? 'bad' : 'plain');
}

/** A column of figures. */
export const right = (title: string): TableColumn => ({ title, align: 'right' });

/** A column of names. */
export const wide = (title: string): TableColumn => ({ title, align: 'left', flexible: true });
