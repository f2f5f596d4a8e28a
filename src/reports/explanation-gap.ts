/** Differences between two units as cells. */
import { type Cell, number } from '../model/document.ts';
import { type Exact, negate, sign, toFixedText } from '../model/exact.ts';
import type { VersusExtra } from '../model/explanation.ts';
import type { Standing } from '../model/scoreboard.ts';
import type { Telling } from './explanation-story.ts';
import { dash } from './figures.ts';

/** A difference with its sign: `+1.25`, `-0.5`; a dash for none. */
export function gapCell(gap: Exact, { decimals }: Telling, isStrong = false): Cell {
  if (sign(gap) === 0) return dash();
  const digits = toFixedText(gap, decimals);
  return number(sign(gap) > 0 ? `+${digits}` : digits, isStrong ? 'strong' : 'plain');
}

/** Bonus and penalty in points, as the domains above; a rounding is of the index, of which each has its own. */
export function extraCell(kind: VersusExtra['kind'], { bonus, penalty }: Standing, telling: Telling): Cell {
  const points = kind === 'bonus' ? bonus : kind === 'penalty' ? negate(penalty) : undefined;
  return points === undefined || sign(points) === 0 ? dash() : gapCell(points, telling);
}
