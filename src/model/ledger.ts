/**
 * Several sums of many fractions side by side, all over one denominator. Numerators of a denominator are added as
 * doubles while these hold them exactly; only what has been added up is ever made a large number.
 */
import { toDouble } from './column.ts';
import type { Exact } from './exact.ts';
import { greatestDivisor } from './tight-sum.ts';

/** Numerators of the sums, in the order of their numbers, over one denominator; lowest terms are not promised. */
export interface Closed {
  readonly ns: readonly bigint[];
  readonly d: bigint;
}

export interface Ledger {
  /** Adds a fraction to the sum of this number, counted from 0. */
  readonly add: (sum: number, value: Exact) => void;
  readonly close: () => Closed;
}

/** A ledger of so many sums, all 0. */
export function createLedger(count: number): Ledger {
  const short = new Map<number, number[]>();
  /** What no double holds, each by itself. */
  const long: { readonly sum: number; readonly value: Exact }[] = [];
  const addShort = (sum: number, n: number, d: number): boolean => {
    let numerators = short.get(d);
    if (numerators === undefined) {
      numerators = new Array<number>(count).fill(0);
      short.set(d, numerators);
    }
    const added = (numerators[sum] as number) + n;
    if (!Number.isSafeInteger(added)) return false;
    numerators[sum] = added;
    return true;
  };
  return {
    add(sum, value) {
      if (value.n === 0n) return;
      const [n, d] = [toDouble(value.n), toDouble(value.d)];
      if (n === undefined || d === undefined || !addShort(sum, n, d)) long.push({ sum, value });
    },
    close() {
      const lines = [...short].map(([d, numerators]) => ({ d: BigInt(d), numerators: numerators.map(BigInt) }));
      for (const { sum, value } of long) {
        const numerators = new Array<bigint>(count).fill(0n);
        numerators[sum] = value.n;
        lines.push({ d: value.d, numerators });
      }
      const all = lines.reduce((common, { d }) => commonMultiple(common, d), 1n);
      const ns = new Array<bigint>(count).fill(0n);
      for (const { d, numerators } of lines) {
        const times = all / d;
        for (const [sum, n] of numerators.entries()) ns[sum] = (ns[sum] as bigint) + n * times;
      }
      return { ns, d: all };
    },
  };
}

/** The least number that both divide; both positive. */
export function commonMultiple(a: bigint, b: bigint): bigint {
  // The rest is soon small where b is: then doubles find the divisor.
  return a * (b / greatestDivisor(b, a % b));
}
