/** Values and points in the words of a rule: numbers with a dot, in every language. */
import { type Exact, HUNDRED, multiply, toText } from '../model/exact.ts';
import type { Unit } from './options.ts';

/** `70 %` of the share 7/10, `70` of the number 70. */
export function boundText(value: Exact, unit: Unit): string {
  return unit === 'share' ? `${toText(multiply(value, HUNDRED))} %` : toText(value);
}

/** `kip-thoi: 1; khong: 0`. */
export function listText(points: ReadonlyMap<string, Exact>): string {
  return [...points].map(([name, value]) => `${name}: ${toText(value)}`).join('; ');
}
