/** Close calls: units within a small margin of a grade line, and neighbours in rank within it; all on exact figures. */
import { compare, type Exact, negate, sign, subtract } from '../model/exact.ts';
import type { GradeBand } from '../model/rubric.ts';
import type { GroupBoard, Standing } from '../model/scoreboard.ts';

export interface GradeEdge {
  readonly standing: Standing;
  readonly band: GradeBand;
  /** Index − lower end of the grade, in the sense in which grades are decided: negative below the line. */
  readonly distance: Exact;
}

export interface RankEdge {
  readonly above: Standing;
  readonly below: Standing;
  /** In the sense in which ranks are decided; 0 where a tie-break decided, or nothing. */
  readonly gap: Exact;
  /** Between the fractions; negative where rounding or a tie-break turned the order around. */
  readonly exactGap: Exact;
}

/** Every grade line that a unit is at most `margin` away from, on either side, in the order of the board. */
export function findGradeEdges({ rubric, standings }: GroupBoard, margin: Exact): readonly GradeEdge[] {
  const { grades } = rubric;
  if (grades === undefined) return [];
  return standings.flatMap((standing) => {
    const index = grades.on === 'exact' ? standing.exact : standing.index;
    if (index === undefined) return [];
    return grades.bands.flatMap((band): GradeEdge[] => {
      if (band.from === undefined) return [];
      const distance = subtract(index, band.from);
      return compare(magnitude(distance), margin) <= 0 ? [{ standing, band, distance }] : [];
    });
  });
}

/** Ranked neighbours at most `margin` apart, from the top down. */
export function findRankEdges({ rubric, standings }: GroupBoard, margin: Exact): readonly RankEdge[] {
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const key = ({ exact, index }: Standing): Exact | undefined => (rubric.rank.on === 'exact' ? exact : index);
  return ranked.flatMap((above, at): RankEdge[] => {
    const below = ranked[at + 1];
    const [higher, lower] = [key(above), below === undefined ? undefined : key(below)];
    if (below === undefined || higher === undefined || lower === undefined) return [];
    const gap = subtract(higher, lower);
    const exactGap = subtract(above.exact as Exact, below.exact as Exact);
    return compare(gap, margin) <= 0 ? [{ above, below, gap, exactGap }] : [];
  });
}

/** Without its sign. */
export function magnitude(value: Exact): Exact {
  return sign(value) < 0 ? negate(value) : value;
}
