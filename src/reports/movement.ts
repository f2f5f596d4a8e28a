/** Who moved since an earlier ranking: each group's units then and now, side by side. */
import { type Exact, subtract } from '../model/exact.ts';
import type { PreviousRanking, PreviousUnit } from '../model/previous.ts';
import type { GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';

export interface Movement {
  readonly name: string;
  readonly standing?: Standing;
  readonly before?: number;
  readonly rank?: number;
  /** Places gained; negative for places lost; absent unless ranked both times. */
  readonly places?: number;
  /** Index now − index before, of the shown figures; absent unless there are both. */
  readonly change?: Exact;
  readonly indexBefore?: Exact;
  readonly gradeBefore?: string;
  /** `fresh`: not ranked before; `gone`: not ranked now. */
  readonly direction: 'up' | 'down' | 'level' | 'fresh' | 'gone';
}

export interface Moves {
  readonly group: GroupBoard;
  readonly year: number | undefined;
  readonly yearBefore: number | undefined;
  /** Ranked now, by rank; then those that were ranked before only. */
  readonly movements: readonly Movement[];
}

/** The movements of each group whose units were ranked before, matched by unit id; none for a group that was not there. */
export function findMoves(board: Scoreboard, previous: PreviousRanking): readonly Moves[] {
  const before = new Map(previous.groups.flatMap(({ units }) => units.map((unit) => [unit.unit, unit] as const)));
  return board.groups.flatMap((group) => {
    const ranked = group.standings.filter(({ rank }) => rank !== undefined);
    const known = ranked.some(({ unit }) => before.get(unit.id)?.rank !== undefined);
    if (!known) return [];
    const ids = new Set(ranked.map(({ unit }) => unit.id));
    const sameGroup = previous.groups.find(({ id }) => id === group.id)?.units ?? [];
    const gone = sameGroup.filter(({ unit, rank }) => rank !== undefined && !ids.has(unit));
    return [
      {
        group,
        year: board.year,
        yearBefore: previous.year,
        movements: [
          ...ranked.map((standing) => movementOf(standing, before.get(standing.unit.id))),
          ...gone.map(goneOf),
        ],
      },
    ];
  });
}

function movementOf(standing: Standing, before: PreviousUnit | undefined): Movement {
  const { unit, rank, index } = standing;
  const places = before?.rank === undefined || rank === undefined ? undefined : before.rank - rank;
  return {
    name: unit.name,
    standing,
    ...(rank === undefined ? {} : { rank }),
    ...(before?.rank === undefined ? {} : { before: before.rank }),
    ...(places === undefined ? {} : { places }),
    ...(before?.index === undefined ? {} : { indexBefore: before.index }),
    ...(before?.index === undefined || index === undefined ? {} : { change: subtract(index, before.index) }),
    ...(before?.grade === undefined ? {} : { gradeBefore: before.grade }),
    direction: places === undefined ? 'fresh' : places > 0 ? 'up' : places < 0 ? 'down' : 'level',
  };
}

function goneOf({ name, rank, index, grade }: PreviousUnit): Movement {
  return {
    name,
    ...(rank === undefined ? {} : { before: rank }),
    ...(index === undefined ? {} : { indexBefore: index }),
    ...(grade === undefined ? {} : { gradeBefore: grade }),
    direction: 'gone',
  };
}
