/** The average of published figures. */
import { add, divide, type Exact, whole, ZERO } from '../model/exact.ts';

/** The mean of figures as they are shown, so that anybody can recompute it from the table; not of none. */
export function meanOf(values: readonly Exact[]): Exact {
  return divide(values.reduce(add, ZERO), whole(values.length));
}
