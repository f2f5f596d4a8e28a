/**
 * fast-check with few cases of each property, and without the search for the smallest one that fails. What a test counts
 * over all cases cannot be asked then, so that a test ends behind the property that was cut short. A mutant that only a later
 * case or such a count would notice survives here: the score can be too low by it, never too high.
 */
import fc from 'fast-check';

export const MOST_CASES = 100;

/** Thrown where a test may end, having noticed nothing. */
export const CUT_SHORT = Symbol('cut short');

function assert(property, { numRuns = MOST_CASES, ...options } = {}) {
  fc.assert(property, { ...options, numRuns: Math.min(numRuns, MOST_CASES), endOnFailure: true });
  if (numRuns > MOST_CASES) throw CUT_SHORT;
}

// biome-ignore lint/style/noDefaultExport: it stands in for a package whose export is default
export default { ...fc, assert };
