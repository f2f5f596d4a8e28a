/** Sums of a block rounded, as score/filter.ts has it and proves it: with the same operations of doubles, in their order. */
import { GRID, SAFE } from './flush.ts';
import * as map from './map.ts';
import { floor, type Memory } from './memory.ts';

/** 2^-52. */
const STEP: f64 = 2.220446049250313e-16;

/**
 * Rounds the sums of so many rows of a block to whole numbers of 1/scale, which are written from `counts` on; gives of how
 * many doubles are not sure, for which what is written is no number. The error of a sum is at most `slack` times its magnitude.
 */
export function roundSums(m: Memory, sums: i32, rows: i32, scale: f64, slack: f64, counts: i32): i32 {
  let unsure: i32 = 0;
  for (let sum = sums; sum < sums + (rows << 3); sum += 8) {
    const grid = m.double(sum);
    const reach = m.double(sum + 2 * map.BLOCK_SUMS);
    let wholes = reach === 0 ? roundGrid(grid, scale) : NaN;
    // No number is not smaller than any.
    if (!(wholes <= SAFE)) {
      const whole = grid / GRID;
      const near = whole + m.double(sum + map.BLOCK_SUMS);
      wholes = wholesOf(near, slack * (reach + (whole < 0 ? -whole : whole)), scale);
      if (!(wholes <= SAFE)) unsure++;
    }
    m.setDouble(counts + (sum - sums), wholes);
  }
  return unsure;
}

/** As `roundGrid` of the filter; no number where doubles do not hold the way to it. */
function roundGrid(count: f64, scale: f64): f64 {
  const step = GRID / scale;
  const raised = 2 * (count < 0 ? -count : count) + step;
  if (!(raised <= SAFE)) return NaN;
  const wholes = floor(raised / (2 * step));
  return count < 0 ? 0 - wholes : wholes;
}

/** As `wholesOf` of the filter; no number where both ends of the bound do not round to the same. */
function wholesOf(near: f64, slack: f64, scale: f64): f64 {
  const magnitude = (near < 0 ? -near : near) * scale;
  const reach = slack * scale + 4 * STEP;
  const low = floor(magnitude - reach + 0.5);
  const high = floor(magnitude + reach + 0.5);
  if (low !== high || !(high <= SAFE)) return NaN;
  return near < 0 ? 0 - high : high;
}
