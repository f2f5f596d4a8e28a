/**
 * What a run of generated cases has met, counted from the cases and their expected results, so that a generator that
 * no longer draws something is found out.
 */
import { type Case, leavesOf, type Rubric, rubricOf, stagesOf } from './case.ts';
import type { ExpectedResult, ExpectedUnit } from './score.ts';

export type Coverage = Map<string, number>;

/** Counts one case and what it gives on a basis. */
export function cover(coverage: Coverage, whole: Case, result: ExpectedResult): void {
  const met = (what: string, times = 1) => {
    if (times > 0) coverage.set(what, (coverage.get(what) ?? 0) + times);
  };
  met('cases');
  met(whole.rubrics.length > 1 ? 'several rubrics' : 'one rubric');
  met(result.refused.length > 0 ? 'refused for a missing value' : 'scored');
  for (const rubric of whole.rubrics) {
    coverRubric(met, rubric);
  }
  met(`basis ${result.basis}`);
  for (const { group, listing } of result.groups) {
    const rubric = rubricOf(whole, group);
    const isOfficial = stagesOf(rubric).at(-1) === result.basis;
    met(isOfficial ? 'groups on the official basis' : 'groups on another basis');
    coverStandings(met, rubric, listing);
    for (const unit of listing) {
      coverUnit(met, rubric, unit);
    }
  }
}

type Meet = (what: string, times?: number) => void;

function coverRubric(met: Meet, rubric: Rubric): void {
  for (const leaf of leavesOf(rubric)) {
    met(`rule ${leaf.rule.type}`);
    met(`source ${leaf.source ?? 'default'}`);
  }
  for (const { kind, rule } of rubric.adjustments ?? []) {
    met(kind);
    met(`rule ${rule.type} of an adjustment`);
  }
  met(`rounding at ${rubric.rounding?.at ?? 'default'}`);
  met(`${rubric.rounding?.decimals ?? 'default'} decimals`);
  met(`rank on ${rubric.rank?.on ?? 'default'}`);
  met(`ties ${rubric.rank?.ties ?? 'default'}`);
  met(`missing ${rubric.missing ?? 'default'}`);
  met(`grades on ${rubric.grades?.on ?? 'default'}`);
}

function coverUnit(met: Meet, rubric: Rubric, unit: ExpectedUnit): void {
  met('units');
  met('exempt leaf', unit.exempt.length > 0 ? 1 : 0);
  met('missing leaf', unit.missing.length > 0 ? 1 : 0);
  met('override', unit.overridden.length > 0 ? 1 : 0);
  met('leaf outside the basis', unit.outside.length > 0 ? 1 : 0);
  met('unranked', unit.unranked ? 1 : 0);
  met('without an index', unit.index === null ? 1 : 0);
  met('exempt domain', unit.components.some(({ level, index }) => level === 'domain' && index === null) ? 1 : 0);
  met('gate held', unit.grade === unit.gradeOfIndex ? 0 : 1);
  met('fraction that no decimal holds', /\/(?!1$)/.test(unit.exactPoints) && !isDecimal(unit.exactPoints) ? 1 : 0);
  met('bonus', unit.bonus === '0/1' ? 0 : 1);
  met('penalty', unit.penalty === '0/1' ? 0 : 1);
  met('index above 100', aboveHundred(unit.exactIndex) ? 1 : 0);
  met('index below 0', unit.exactIndex?.startsWith('-') ? 1 : 0);
  const lines = (rubric.grades?.bands ?? []).flatMap(({ from }) => from ?? []);
  met('index on a grade line', lines.some((line) => `${line}/1` === unit.exactIndex) ? 1 : 0);
  const gates = rubric.grades?.gates ?? [];
  met(
    'component on a gate',
    gates.some(({ below }) => unit.components.some(({ exactIndex }) => exactIndex === `${below}/1`)) ? 1 : 0,
  );
  met('half of the last digit', isHalf(unit.exactPoints, rubric.rounding?.decimals ?? 2) ? 1 : 0);
}

/** Pairs of neighbours in the listing: tied, told apart by a tie-break, or by no more than the fraction. */
function coverStandings(met: Meet, rubric: Rubric, listing: readonly ExpectedUnit[]): void {
  for (const [at, unit] of listing.entries()) {
    const above = listing[at - 1];
    if (above === undefined || above.rank === null || unit.rank === null) {
      continue;
    }
    const on = rubric.rank?.on ?? 'rounded';
    const isEqual = on === 'exact' ? above.exactIndex === unit.exactIndex : above.index === unit.index;
    met(`tie under ${rubric.rank?.ties ?? 'default'}`, above.rank === unit.rank ? 1 : 0);
    met('tie broken by a component', isEqual && above.rank !== unit.rank ? 1 : 0);
    met('tie broken by the fraction alone', on === 'exact' && !isEqual && above.index === unit.index ? 1 : 0);
    met('tie of unequal fractions', on === 'rounded' && isEqual && above.exactIndex !== unit.exactIndex ? 1 : 0);
  }
}

function isDecimal(fraction: string): boolean {
  let rest = BigInt(fraction.split('/')[1] ?? '1');
  for (const factor of [2n, 5n]) {
    while (rest % factor === 0n) rest /= factor;
  }
  return rest === 1n;
}

function isHalf(fraction: string, decimals: number): boolean {
  const [above = 0n, under = 1n] = fraction.split('/').map(BigInt);
  return (above * 2n * 10n ** BigInt(decimals)) % under === 0n && (above * 10n ** BigInt(decimals)) % under !== 0n;
}

function aboveHundred(fraction: string | null): boolean {
  const [above = 0n, under = 1n] = (fraction ?? '0/1').split('/').map(BigInt);
  return above > 100n * under;
}
