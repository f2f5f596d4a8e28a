/** Bars: the index of each ranked unit of a group from 0, with the grade lines across. */
import type { Chart, Shape } from '../../model/chart.ts';
import { type Exact, toText, ZERO } from '../../model/exact.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { GroupBoard, Standing } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { shown, spoken } from '../figures.ts';
import { barsDescription, barsTitle, endsDrawn } from '../words/charts.ts';
import { endsOf, gapShapes, MOST_ROWS } from './ends.ts';
import { along, atLeastZero, axisEnd, clipped, gradePart, labelWidth } from './scale.ts';

const WIDTH = 760;
const ROW = 26;
const TOP = 34;
const BAR = 16;
const NAME_COLUMNS = 30;
/** Room for a rank before the name and for a figure after the bar. */
const RANK = 36;
const FIGURE = 62;

/** The chart of a group's ranked units, best first; of very many the first and the last. */
export function drawBars({ name, rubric, standings }: GroupBoard, lang: Language): Chart {
  const ranked = standings.filter(({ rank, index }) => rank !== undefined && index !== undefined);
  const ends = endsOf(ranked);
  const units = ends.drawn;
  const left =
    RANK +
    labelWidth(
      units.map(({ unit }) => unit.name),
      NAME_COLUMNS,
    );
  const frame: Frame = {
    left: left + 12,
    length: WIDTH - left - 12 - FIGURE,
    end: axisEnd(ranked.map(indexOf)),
    bottom: TOP + ends.rows * ROW,
  };
  return {
    title: barsTitle[lang]({ group: name }),
    description: describe(units, ranked.length, rubric, lang),
    width: WIDTH,
    height: frame.bottom + 10,
    shapes: [
      ...gradeLines(rubric, frame, lang),
      ...units.flatMap((standing, at) => bar(standing, ends.rowOf(at), rubric, frame, lang)),
      ...gapShapes(ends, RANK, TOP, ROW, lang),
    ],
  };
}

interface Frame {
  readonly left: number;
  readonly length: number;
  readonly end: Exact;
  readonly bottom: number;
}

function indexOf({ index }: Standing): Exact {
  return index as Exact;
}

function describe(units: readonly Standing[], all: number, rubric: Rubric, lang: Language): string {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return '';
  const told = barsDescription[lang]({
    count: all,
    first: first.unit.name,
    last: last.unit.name,
    highest: spoken(shown(indexOf(first), rubric), lang),
    lowest: spoken(shown(indexOf(last), rubric), lang),
  });
  return units.length === all ? told : `${told} ${endsDrawn[lang]({ half: MOST_ROWS / 2, all })}`;
}

/** A line at the lower end of each grade, labelled at its top; labels that would touch are left out. */
function gradeLines({ grades }: Rubric, { left, length, end, bottom }: Frame, lang: Language): readonly Shape[] {
  let free = left + length + FIGURE;
  return (grades?.bands ?? []).flatMap((band): Shape[] => {
    if (band.from === undefined) return [];
    const x = left + along(band.from, ZERO, end, length);
    const text = `${clipped(band.name, 16)} ${spoken(toText(band.from), lang)}`;
    const half = labelWidth([text], 40) / 2;
    const fits = x + half <= free;
    if (fits) free = x - half - 6;
    const line: Shape = {
      kind: 'line',
      points: [
        [x, TOP - 8],
        [x, bottom],
      ],
      part: 'grid',
    };
    return fits ? [line, { kind: 'label', x, y: TOP - 18, text, anchor: 'middle', part: 'muted' }] : [line];
  });
}

function bar(standing: Standing, row: number, rubric: Rubric, frame: Frame, lang: Language): readonly Shape[] {
  const { unit, rank, tied, grade } = standing;
  const { left, length, end } = frame;
  const middle = TOP + row * ROW + ROW / 2;
  const width = along(atLeastZero(indexOf(standing)), ZERO, end, length);
  const figure = spoken(shown(indexOf(standing), rubric), lang);
  const part = gradePart(grade?.at, rubric.grades?.bands.length ?? 0);
  const name = clipped(unit.name, NAME_COLUMNS);
  const shape = { x: left, y: middle - BAR / 2, width, height: BAR, part: part === 'none' ? 'bar' : part } as const;
  return [
    { kind: 'label', x: RANK - 10, y: middle, text: `${tied ? '=' : ''}${rank}`, anchor: 'end', part: 'muted' },
    { kind: 'label', x: RANK, y: middle, text: name, anchor: 'start', part: 'label' },
    { kind: 'box', ...shape, hint: `${unit.name}: ${figure}` },
    {
      kind: 'label',
      x: left + length + FIGURE - 8,
      y: middle,
      text: figure,
      anchor: 'end',
      part: 'figure',
      strong: true,
    },
  ];
}
