/** Which part of a scoreboard a ranking shows: groups and units, sorted into ranked, unranked and without index. */
import type { AcceptedCase } from '../model/acceptance.ts';
import type { GroupEdges } from '../model/edges.ts';
import { once } from '../model/once.ts';
import type { GroupBoard, Passing, Scoreboard, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';

export interface RankingOptions {
  readonly lang: Language;
  /** A table of the points by domain, and columns of them in the flat table. */
  readonly domains: boolean;
  /** Only ranks up to this one, on the page, in the flat table and in the data; the unranked are left out too. */
  readonly top?: number;
  /** Only the group of this id. */
  readonly group?: string;
  /** In the data, the points of every leaf of every unit, so that a later comparison needs no old files. */
  readonly leaves?: boolean;
  readonly toolVersion: string;
  /** Warnings that the council let stand. */
  readonly accepted?: readonly AcceptedCase[];
  /** The close calls of each group, for the line that tells of them. */
  readonly edges?: readonly GroupEdges[];
}

export interface GroupView {
  readonly board: GroupBoard;
  /** In the order of the board: all that is shown. */
  readonly shown: readonly Standing[];
  /** The same for whoever goes through them once. */
  readonly passing: Passing;
  readonly ranked: readonly Standing[];
  readonly unranked: readonly Standing[];
  readonly withoutIndex: readonly Standing[];
  /** How many are ranked, shown or not. */
  readonly rankedInAll: number;
}

/** The groups asked for, in the order of the board; empty where no group has the id. */
export function viewRanking(board: Scoreboard, options: RankingOptions): readonly GroupView[] {
  return board.groups
    .filter((group) => options.group === undefined || group.id === options.group)
    .map((group) => viewGroup(group, options.top));
}

/** Each list is made when it is asked for: a flat table of a million units needs but the first. */
function viewGroup(board: GroupBoard, top: number | undefined): GroupView {
  const isShown = ({ rank }: Standing): boolean => top === undefined || (rank !== undefined && rank <= top);
  const shown = once(() => (top === undefined ? board.standings : board.standings.filter(isShown)));
  const ranked = once(() => shown().filter(({ rank }) => rank !== undefined));
  const unranked = once(() => shown().filter(({ rank, index }) => rank === undefined && index !== undefined));
  const withoutIndex = once(() => shown().filter(({ rank, index }) => rank === undefined && index === undefined));
  const rankedInAll = once(() => board.standings.filter(({ rank }) => rank !== undefined).length);
  return {
    board,
    get shown() {
      return shown();
    },
    get passing() {
      return (top === undefined && board.passing) || shown();
    },
    get ranked() {
      return ranked();
    },
    get unranked() {
      return unranked();
    },
    get withoutIndex() {
      return withoutIndex();
    },
    get rankedInAll() {
      return rankedInAll();
    },
  };
}
