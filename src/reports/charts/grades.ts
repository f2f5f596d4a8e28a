/** Grades: how many units of a group each grade has. */
import type { Chart, Shape } from '../../model/chart.ts';
import { whole, ZERO } from '../../model/exact.ts';
import type { GroupBoard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { chartWords, gradesDescription, gradesTitle } from '../words/charts.ts';
import { along, clipped, gradePart, labelWidth } from './scale.ts';

const WIDTH = 560;
const ROW = 34;
const BAR = 22;
const TOP = 8;
const NAME_COLUMNS = 30;
const FIGURE = 48;

export interface GradeCount {
  readonly name: string;
  /** Position in the rubric's bands; absent for those without a grade. */
  readonly at?: number;
  readonly count: number;
}

/** Best first; a last line for units without a grade where there are any. Empty where the rubric has no grades. */
export function countGrades({ rubric, standings }: GroupBoard, lang: Language): readonly GradeCount[] {
  const bands = rubric.grades?.bands ?? [];
  if (bands.length === 0) return [];
  const counts = bands.map(({ name }, at) => ({
    name,
    at,
    count: standings.filter(({ grade }) => grade?.at === at).length,
  }));
  const without = standings.filter(({ grade }) => grade === undefined).length;
  return without === 0 ? counts : [...counts, { name: chartWords.noGrade[lang], count: without }];
}

/** The chart of a group's grades; undefined where its rubric gives none. */
export function drawGrades(group: GroupBoard, lang: Language): Chart | undefined {
  const counts = countGrades(group, lang);
  if (counts.length === 0) return undefined;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const left = labelWidth(
    counts.map(({ name }) => name),
    NAME_COLUMNS,
  );
  const length = WIDTH - left - 12 - FIGURE;
  const bands = group.rubric.grades?.bands.length ?? 0;
  return {
    title: gradesTitle[lang]({ group: group.name }),
    description: gradesDescription[lang]({ list: counts.map(({ name, count }) => `${name} ${count}`).join(', ') }),
    width: WIDTH,
    height: TOP * 2 + counts.length * ROW,
    shapes: counts.flatMap(({ name, at, count }, row): Shape[] => {
      const middle = TOP + row * ROW + ROW / 2;
      const width = along(whole(count), ZERO, whole(most), length);
      const x = left + 12;
      return [
        { kind: 'label', x: left, y: middle, text: clipped(name, NAME_COLUMNS), anchor: 'end', part: 'label' },
        { kind: 'box', x, y: middle - BAR / 2, width, height: BAR, part: gradePart(at, bands) },
        { kind: 'label', x: x + width + 8, y: middle, text: `${count}`, anchor: 'start', part: 'figure', strong: true },
      ];
    }),
  };
}
