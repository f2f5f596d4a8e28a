/** Heat map: the component index of every unit in every domain, tinted by its height. */
import type { Chart, Shape } from '../../model/chart.ts';
import { round } from '../../model/exact.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { GroupBoard, Standing } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { shown, spoken } from '../figures.ts';
import { endsDrawn, heatDescription, heatTitle } from '../words/charts.ts';
import { endsOf, gapShapes, MOST_ROWS } from './ends.ts';
import { clipped, heatOf, labelWidth } from './scale.ts';

const ROW = 26;
const COLUMN = 60;
const TOP = 34;
const NAME_COLUMNS = 34;

/**
 * The chart of all units of a group, in the order of the board; of very many the first and the last. A domain that
 * does not apply stays untinted.
 */
export function drawHeatmap({ name, rubric, standings }: GroupBoard, lang: Language): Chart {
  const ends = endsOf(standings);
  const left =
    24 +
    labelWidth(
      ends.drawn.map(({ unit }) => unit.name),
      NAME_COLUMNS,
    );
  return {
    title: heatTitle[lang]({ group: name }),
    description: [
      heatDescription[lang]({ units: standings.length, domains: rubric.domains.length }),
      ...(ends.gap === undefined ? [] : [endsDrawn[lang]({ half: MOST_ROWS / 2, all: standings.length })]),
    ].join(' '),
    width: left + rubric.domains.length * COLUMN + 4,
    height: TOP + ends.rows * ROW + 8,
    shapes: [
      ...rubric.domains.map(
        ({ id }, at): Shape => ({
          kind: 'label',
          x: left + at * COLUMN + COLUMN / 2,
          y: TOP - 14,
          text: clipped(id, 8),
          anchor: 'middle',
          part: 'muted',
          strong: true,
        }),
      ),
      ...ends.drawn.flatMap((standing, at) => rowShapes(standing, ends.rowOf(at), left, rubric, lang)),
      ...gapShapes(ends, left, TOP, ROW, lang),
    ],
  };
}

function rowShapes(standing: Standing, row: number, left: number, rubric: Rubric, lang: Language): readonly Shape[] {
  const y = TOP + row * ROW;
  const middle = y + ROW / 2;
  const name = clipped(standing.unit.name, NAME_COLUMNS);
  return [
    { kind: 'label', x: left - 12, y: middle, text: name, anchor: 'end', part: 'label' },
    ...standing.domains.flatMap(({ index }, at): Shape[] => {
      const x = left + at * COLUMN;
      if (index === undefined)
        return [{ kind: 'label', x: x + COLUMN / 2, y: middle, text: '–', anchor: 'middle', part: 'muted' }];
      const figure = spoken(shown(index, rubric), lang);
      const part = `heat-${heatOf(round(index, rubric.rounding.decimals))}` as const;
      const hint = `${standing.unit.name}, ${rubric.domains[at]?.title ?? ''}: ${figure}`;
      return [
        { kind: 'box', x: x + 1, y: y + 1, width: COLUMN - 2, height: ROW - 2, part, hint },
        { kind: 'label', x: x + COLUMN / 2, y: middle, text: figure, anchor: 'middle', part },
      ];
    }),
  ];
}
