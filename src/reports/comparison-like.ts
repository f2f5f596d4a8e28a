/** The like-for-like tables of a comparison, and how the other year's entries on each criterion were scored. */
import type { LikeForLike, LikeLeaf, LikeWhy } from '../model/comparison.ts';
import { type Block, type Cell, number, text } from '../model/document.ts';
import { round, subtract, toFixedText } from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import { right, signedCell, wide } from './comparison-cells.ts';
import { dash } from './figures.ts';
import { comparisonWords } from './words/comparison.ts';
import { likeTitle, likeWhy, likeWords, rescoredLine, shareLine, someCells } from './words/comparison-like.ts';
import { words } from './words.ts';

export interface Labels {
  readonly older: string;
  readonly newer: string;
}

/** A line names at most so many units or criteria. */
const NAMED = 20;

/** Items by commas, the first of many. */
export function listOf(items: readonly string[]): string {
  return items.length <= NAMED ? items.join(', ') : `${items.slice(0, NAMED).join(', ')}, … (${items.length})`;
}

/** A muted paragraph. */
export function note(line: string): Block {
  return { kind: 'paragraph', text: line, tone: 'muted' };
}

/** One table under one rubric; `other` names the result of the other one. Nothing where no unit has a common criterion. */
export function likeBlocks(
  like: LikeForLike | undefined,
  rubric: string,
  decimals: number,
  labels: Labels,
  other: string,
  lang: Language,
): readonly Block[] {
  if (like === undefined || like.rows.length === 0) return [];
  const rank = (value: number | undefined): Cell => (value === undefined ? dash() : number(`${value}`));
  return [
    { kind: 'heading', level: 3, text: likeTitle[lang]({ rubric }) },
    {
      kind: 'table',
      columns: [
        wide(words.unit[lang]),
        right(`${labels.older} (%)`),
        right(words.rank[lang]),
        right(`${labels.newer} (%)`),
        right(words.rank[lang]),
        right(comparisonWords.change[lang]),
      ],
      rows: like.rows.map(({ unit, older, newer }) => [
        text(unit.name),
        number(toFixedText(older.index, decimals)),
        rank(older.rank),
        number(toFixedText(newer.index, decimals)),
        rank(newer.rank),
        // Of the figures as shown, as in the table of movements: a reader who subtracts them must get the same.
        signedCell(subtract(round(newer.index, decimals), round(older.index, decimals)), decimals),
      ]),
    },
    ...meansLines(like.leaves, rubric, other, lang).map(note),
  ];
}

/** Which criteria were scored again, and which by their share and why. */
function meansLines(leaves: readonly LikeLeaf[], rubric: string, other: string, lang: Language): readonly string[] {
  const again = leaves.filter((leaf) => leaf.means === 'rescored');
  const shares = leaves.filter((leaf) => leaf.means === 'share');
  if (again.length === 0 && shares.every(({ why }) => why === 'unknown')) return [likeWords.allShares[lang]];
  const whys = [...new Set(shares.map(({ why }) => why))];
  const idsOf = (why: LikeWhy): string => listOf(shares.filter((leaf) => leaf.why === why).map(({ id }) => id));
  const named = again.map(({ id, cells }) => (cells === undefined ? id : `${id} (${someCells[lang]({ cells })})`));
  return [
    ...(again.length > 0 ? [rescoredLine[lang]({ list: listOf(named), other, rubric })] : []),
    ...whys.map((why) => shareLine[lang]({ list: idsOf(why), other, why: likeWhy[why][lang] })),
  ];
}
