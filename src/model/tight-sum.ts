/**
 * Sums of many fractions over the least common denominator: `sum` multiplies denominators, which over a hundred
 * leaves makes numbers of thousands of digits.
 */
import { toDouble } from './column.ts';
import { type Exact, ZERO } from './exact.ts';

/** The exact sum; its denominator divides the least common multiple of the denominators. ZERO for nothing. */
export function tightSum(values: readonly Exact[]): Exact {
  const byDenominator = new Map<bigint, bigint>();
  for (const { n, d } of values) if (n !== 0n) byDenominator.set(d, (byDenominator.get(d) ?? 0n) + n);
  let all = ZERO;
  for (const [d, n] of byDenominator) all = addTight(all, { n, d });
  return all;
}

function addTight(a: Exact, b: Exact): Exact {
  const shared = greatestDivisor(a.d, b.d);
  const more = b.d / shared;
  return { n: a.n * more + b.n * (a.d / shared), d: a.d * more };
}

/** Of two positive numbers; with doubles as soon as they hold both. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    const [small, smaller] = [toDouble(x), toDouble(y)];
    if (small !== undefined && smaller !== undefined) return BigInt(divisorOfDoubles(small, smaller));
    [x, y] = [y, x % y];
  }
  return x;
}

function divisorOfDoubles(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The same number in lowest terms. */
export function lowest({ n, d }: Exact): Exact {
  if (n === 0n) return ZERO;
  const shared = greatestDivisor(n < 0n ? -n : n, d);
  return shared === 1n ? { n, d } : { n: n / shared, d: d / shared };
}
