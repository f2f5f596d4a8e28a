/** What one side of a claim amounts to: by the printed figures, and by all that would print the same. */
import type { Expression, Printed, Relation } from '../model/audit.ts';
import { add, divide, type Exact, exact, multiply, negate, sign, subtract } from '../model/exact.ts';
import {
  addIntervals,
  divideIntervals,
  type Interval,
  lastPlace,
  multiplyIntervals,
  negateInterval,
  point,
  roundedFrom,
} from './audit-interval.ts';

/** The value by the printed figures; undefined where it divides by 0. */
export function amountOf(expression: Expression): Exact | undefined {
  if (expression.kind === 'number') return expression.number.value;
  if (expression.kind === 'negative') {
    const value = amountOf(expression.of);
    return value && negate(value);
  }
  const [left, right] = [amountOf(expression.left), amountOf(expression.right)];
  if (left === undefined || right === undefined) return undefined;
  switch (expression.operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return sign(right) === 0 ? undefined : divide(left, right);
  }
}

/**
 * All values, if each figure with decimals stands for what rounds to it; a whole number is a count and stands for
 * itself. Undefined where a divisor may be 0.
 */
export function rangeOf(expression: Expression): Interval | undefined {
  if (expression.kind === 'number') {
    const { number } = expression;
    return number.decimals === 0 ? point(number.value) : printedRange(number);
  }
  if (expression.kind === 'negative') {
    const range = rangeOf(expression.of);
    return range && negateInterval(range);
  }
  const [left, right] = [rangeOf(expression.left), rangeOf(expression.right)];
  if (left === undefined || right === undefined) return undefined;
  switch (expression.operator) {
    case '+':
      return addIntervals(left, right);
    case '-':
      return addIntervals(left, negateInterval(right));
    case '*':
      return multiplyIntervals(left, right);
    case '/':
      return divideIntervals(left, right);
  }
}

/** All values that would be printed so. */
export function printedRange(number: Printed): Interval {
  return roundedFrom(number.value, lastPlaceOf(number));
}

/** What one step in the last printed digit is worth: of `70,5%` 0.001. */
export function lastPlaceOf({ decimals, isPercent }: Printed): Exact {
  const unit = lastPlace(decimals);
  return isPercent ? multiply(unit, exact(1n, 100n)) : unit;
}

/** Whether a relation holds of two amounts that `compare` orders so. */
export function relationHolds(relation: Relation, order: number): boolean {
  switch (relation) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}
