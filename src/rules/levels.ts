/** The rule levels: the name of a level has its points. */
import { unknownLevel } from '../faults/names.ts';
import { IDENTITY } from '../model/curve.ts';
import { compare, greatest, ZERO } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import * as z from '../schema/zod.ts';
import { factsOf } from './cell.ts';
import { pointsFlaws, reachFlaws } from './flaws.ts';
import { alikeFlaws, named } from './names.ts';
import { decimal } from './options.ts';
import { reachOf } from './reach.ts';
import { defineRule, refuse } from './rule.ts';
import { listText } from './tell.ts';

const options = z.strictObject({
  levels: named(decimal, 'level').describe('The points of each level by its name, such as kip-thoi: 1.'),
});

export const levels = defineRule<z.output<typeof options>>({
  summary: { en: 'The name of a level gives its points.', vi: 'Mỗi mức đánh giá có điểm của nó.' },
  options,
  relative: false,
  holds: () => 'name',
  fill: ({ levels }) => ({ names: levels }),
  flaws: ({ levels }, context) => [
    ...pointsFlaws(
      [...levels].map(([name, points]) => [['levels', name], points]),
      context,
    ),
    ...alikeFlaws(levels.keys(), context, (name) => ['levels', name]),
    ...reachFlaws(['levels'], [...levels.values()].reduce(greatest, ZERO), context),
  ],
  read(cell, { levels }, context) {
    const points = levels.get(cell);
    if (points !== undefined) return points;
    const names = [...levels.keys()];
    const guess = nearest(cell, names);
    const known = names.join(', ');
    return refuse(unknownLevel, { ...factsOf(cell, context), known, ...(guess ? { nearest: guess } : {}) });
  },
  curve: () => IDENTITY,
  tell: {
    en: ({ options }) => `levels: ${listText(options.levels)}`,
    vi: ({ options }) => `mức: ${listText(options.levels)}`,
  },
  because: ({ cell, points, max }, say) =>
    `${say.pick({ en: 'level', vi: 'mức' })} ${cell}: ${say.points(points, max)}`,
  reach: ({ points, options: { levels } }) =>
    [...levels]
      .filter(([, given]) => compare(given, points) > 0)
      .map(([name, given]) => ({
        ...reachOf(given, (say) => `${say.pick({ en: 'level', vi: 'mức' })} ${name}`),
        names: { of: 'level', list: [name] } as const,
      })),
});
