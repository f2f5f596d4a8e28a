/** The rule bands: each band of values has its points; every bound says whether it belongs to its band. */
import { ONE } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { bandCurve, bandList, bandListFlaws, bandOf, isOpenBelow, tellBands, unitOf } from './band-list.ts';
import { readNumber, readPositive, readShare, upToWhole } from './cell.ts';
import { idleFlaws } from './flaws.ts';
import { over } from './options.ts';
import { reachOnCurve } from './reach.ts';
import { defineRule, MANY } from './rule.ts';
import { shareText } from './speech.ts';

const options = z.strictObject({
  bands: bandList.describe('The bands, in any order; together they cover every value once.'),
  over,
});

export const bands = defineRule<z.output<typeof options>>({
  summary: { en: 'A band of values gives its points.', vi: 'Mỗi bậc giá trị có điểm của nó.' },
  options,
  relative: false,
  holds: ({ bands }) => unitOf(bands),
  fill: ({ bands, over }) => (unitOf(bands) === 'share' && over !== 'cap' ? { upTo: ONE } : {}),
  flaws: ({ bands, over }, context) => [
    ...bandListFlaws(bands, unitOf(bands), 'half', context),
    ...idleFlaws('over', over !== undefined && unitOf(bands) === 'number', context),
  ],
  read(cell, { bands, over }, context) {
    if (unitOf(bands) === 'share') return upToWhole(readShare(cell, context), over, cell, context);
    return isOpenBelow(bands) ? readNumber(cell, context) : readPositive(cell, context);
  },
  accepts: ({ bands }) => (unitOf(bands) === 'share' ? ONE : MANY),
  curve: ({ bands }) => bandCurve(bands),
  tell: {
    en: ({ options }) => `bands: ${tellBands(options.bands, 'en')}`,
    vi: ({ options }) => `bậc: ${tellBands(options.bands, 'vi')}`,
  },
  because({ cell, value, points, options: { bands }, max }, say) {
    const unit = unitOf(bands);
    const what = unit === 'share' ? shareText(cell, value, say) : say.number(value);
    return `${what}; ${bandOf(bands, value, say)}: ${say.points(points, max)}`;
  },
  reach: ({ value, options: { bands } }) => reachOnCurve(bandCurve(bands), value, unitOf(bands)),
});
