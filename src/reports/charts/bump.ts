/** Bump chart: a line from each unit's rank before to its rank now. */
import type { Chart, Part, Shape } from '../../model/chart.ts';
import type { Language } from '../../model/words.ts';
import type { Movement, Moves } from '../movement.ts';
import { bumpDescription, bumpTitle, moversDrawn, yearNamed } from '../words/charts.ts';
import { MOST_ROWS } from './ends.ts';
import { clipped, labelWidth } from './scale.ts';

const WIDTH = 760;
const ROW = 26;
const TOP = 44;
const NAME_COLUMNS = 26;
const MARGIN = 34;

const PARTS: Readonly<Record<Movement['direction'], Part>> = {
  up: 'up',
  down: 'down',
  level: 'level',
  fresh: 'none',
  gone: 'none',
};

/**
 * The chart of a group's movements; those on one side only are a dot without a line. Of very many only those that
 * moved most are drawn, in the order of their ranks.
 */
export function drawBump({ group, year, yearBefore, movements: all }: Moves, lang: Language): Chart {
  const movements = largest(all);
  const names = movements.map(({ name }) => name);
  const side = MARGIN + labelWidth(names, NAME_COLUMNS);
  const [left, right] = [side + 14, WIDTH - side - 14];
  const before = slots(movements, 'before');
  const now = slots(movements, 'rank');
  const count = (direction: Movement['direction']): number =>
    all.filter((movement) => movement.direction === direction).length;
  const told = {
    before: yearNamed[lang]({ year: yearBefore, which: 'before' }),
    now: yearNamed[lang]({ year, which: 'now' }),
  };
  const title = (x: number, text: string, anchor: 'start' | 'end'): Shape => ({
    kind: 'label',
    x,
    y: TOP - 24,
    text,
    anchor,
    part: 'muted',
    strong: true,
  });
  return {
    title: bumpTitle[lang]({ group: group.name, ...told }),
    description: [
      bumpDescription[lang]({ up: count('up'), down: count('down'), level: count('level'), fresh: count('fresh') }),
      ...(movements === all ? [] : [moversDrawn[lang]({ shown: movements.length, all: all.length })]),
    ].join(' '),
    width: WIDTH,
    height: TOP + Math.max(before.size, now.size) * ROW,
    shapes: [
      title(left, told.before, 'end'),
      title(right, told.now, 'start'),
      ...movements.flatMap((movement) => moveShapes(movement, before.get(movement), now.get(movement), left, right)),
    ],
  };
}

function largest(movements: readonly Movement[]): readonly Movement[] {
  if (movements.length <= MOST_ROWS) return movements;
  const size = ({ places = 0 }: Movement): number => Math.abs(places);
  const most = new Set(movements.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_ROWS));
  return movements.filter((movement) => most.has(movement));
}

/** Row of each movement on one side: by rank, ties in the order given. */
function slots(movements: readonly Movement[], side: 'before' | 'rank'): ReadonlyMap<Movement, number> {
  const there = movements.filter((movement) => movement[side] !== undefined);
  const sorted = there.toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0));
  return new Map(sorted.map((movement, at) => [movement, TOP + at * ROW]));
}

function moveShapes(
  movement: Movement,
  from: number | undefined,
  to: number | undefined,
  left: number,
  right: number,
): readonly Shape[] {
  const part = PARTS[movement.direction];
  const name = clipped(movement.name, NAME_COLUMNS);
  const end = (x: number, y: number, rank: number | undefined, anchor: 'start' | 'end'): Shape[] => {
    const out = anchor === 'end' ? -1 : 1;
    return [
      { kind: 'dot', x, y, part },
      { kind: 'label', x: x + out * 12, y, text: `${rank}`, anchor, part: 'figure', strong: true },
      { kind: 'label', x: x + out * MARGIN, y, text: name, anchor, part: 'label' },
    ];
  };
  const hint = `${movement.name}: ${movement.before} → ${movement.rank}`;
  const line: Shape[] =
    from === undefined || to === undefined
      ? []
      : [
          {
            kind: 'line',
            points: [
              [left, from],
              [right, to],
            ],
            part,
            hint,
          },
        ];
  return [
    ...line,
    ...(from === undefined ? [] : end(left, from, movement.before, 'end')),
    ...(to === undefined ? [] : end(right, to, movement.rank, 'start')),
  ];
}
