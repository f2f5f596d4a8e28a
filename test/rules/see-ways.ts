/** The ways to more points of one cell, as texts. */
import { pointsAt } from '../../src/model/curve.ts';
import { type Exact, parseDecimal, parseFraction, toText } from '../../src/model/exact.ts';
import { curveOf, type RuleName, ruleOf } from '../../src/rules/index.ts';
import { isRefusal } from '../../src/rules/rule.ts';
import { scoringOf } from './prove-rule.ts';

/** Each way as `points: words` or `from–to: words for so many points`, in one language. */
export function see(
  type: RuleName,
  options: string,
  max: string,
  cell: string,
  more: { readonly previous?: string; readonly at?: string; readonly lang?: 'en' | 'vi' } = {},
): readonly string[] | undefined {
  const { previous = '', lang = 'en' } = more;
  const scoring = scoringOf(type, options);
  const rule = ruleOf(scoring);
  const most = parseDecimal(max) as Exact;
  const context = { leaf: '1.1', max: most, mark: '.', previous } as const;
  const value = rule.read(cell, scoring.options, context);
  if (isRefusal(value)) throw new Error(value.fault.code);
  const points = pointsAt(curveOf(scoring, most), value) as Exact;
  const asked = { cell, previous, mark: '.', value, points, options: scoring.options, max: most, values: [] } as const;
  return rule.reach?.(asked).map(({ low, high, tell }) => {
    const range = toText(low) === toText(high) ? toText(low) : `${toText(low)}–${toText(high)}`;
    return `${range}: ${tell(more.at === undefined ? high : (parseFraction(more.at) as Exact))[lang]}`;
  });
}
