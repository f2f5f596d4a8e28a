/** The ranking with other values for one unit: what was supposed, and who moves. */
import { type Cell, number, type Report, type Table, text } from '../model/document.ts';
import { type Exact, subtract, toFractionText } from '../model/exact.ts';
import type { WhatIf } from '../model/plan.ts';
import type { Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { figure, shown } from './figures.ts';
import { unbroken } from './sums.ts';
import { moved, whatIfTitle, whatIfWords, whoMoves } from './words/what-if.ts';
import { words } from './words.ts';

export const WHAT_IF_SCHEMA = 'parindex/what-if/1';

/** The page; `flat` has a row a unit of the group, in the order of the changed ranking. */
export function reportWhatIf(whatIf: WhatIf, options: { readonly lang: Language }): Report {
  const { lang } = options;
  const { board, moves, units } = whatIf;
  const names = units.map(({ name }) => name).join(', ');
  return {
    document: {
      blocks: [
        { kind: 'heading', level: 1, text: whatIfTitle[lang]({ units: names, year: board.year }) },
        { kind: 'paragraph', text: whatIfWords.unofficial[lang], tone: 'warn' },
        supposedTable(whatIf, lang),
        { kind: 'heading', level: 2, text: whatIf.group.name },
        { kind: 'paragraph', text: unbroken(movesText(whatIf, lang)), tone: 'strong' },
        movesTable(whatIf, lang),
      ],
    },
    flat: {
      columns: ['unit', 'name', 'rank', 'rank_before', 'index', 'index_before', 'grade', 'grade_before'],
      rows: moves.map(({ before, after }): readonly Cell[] => [
        text(after.unit.id),
        text(after.unit.name),
        text(rankText(after)),
        text(rankText(before)),
        number(indexText(after, whatIf)),
        number(indexText(before, whatIf)),
        text(gradeId(after, whatIf)),
        text(gradeId(before, whatIf)),
      ]),
    },
    data: dataOf(whatIf),
  };
}

function rankText({ rank }: Standing): string {
  return rank === undefined ? '' : `${rank}`;
}

function indexText({ index }: Standing, { group }: WhatIf): string {
  return index === undefined ? '' : shown(index, group.rubric);
}

function gradeId({ grade }: Standing, { group }: WhatIf): string {
  return grade === undefined ? '' : (group.rubric.grades?.bands[grade.at]?.id ?? '');
}

function gradeName({ grade }: Standing, { group }: WhatIf): string {
  return grade === undefined ? '' : (group.rubric.grades?.bands[grade.at]?.name ?? '');
}

/** Who changes places or grades, those that gain first; or that nobody does. */
function movesText(whatIf: WhatIf, lang: Language): string {
  const { moves } = whatIf;
  const ranks = moves
    .filter(({ before, after }) => before.rank !== after.rank)
    .map(({ before, after }) => moved[lang]({ unit: after.unit.name, from: rankText(before), to: rankText(after) }));
  const grades = moves
    .filter(({ before, after }) => before.grade?.at !== after.grade?.at)
    .map(({ before, after }) => {
      return moved[lang]({ unit: after.unit.name, from: gradeName(before, whatIf), to: gradeName(after, whatIf) });
    });
  return whoMoves[lang]({ ranks: ranks.join('; '), grades: grades.join('; ') });
}

function supposedTable({ supposed, group, units }: WhatIf, lang: Language): Table {
  const { rubric } = group;
  const isMany = units.length > 1;
  return {
    kind: 'table',
    columns: [
      ...(isMany ? [{ title: words.unit[lang], align: 'left', flexible: true } as const] : []),
      { title: words.id[lang], align: 'left' },
      { title: words.criterion[lang], align: 'left', flexible: true },
      { title: whatIfWords.reported[lang], align: 'left', flexible: true },
      { title: whatIfWords.supposed[lang], align: 'left', flexible: true },
      { title: whatIfWords.pointsBefore[lang], align: 'right' },
      { title: whatIfWords.pointsAfter[lang], align: 'right' },
    ],
    rows: supposed.map((each): readonly Cell[] => [
      ...(isMany ? [text(each.unit.name)] : []),
      text(each.leaf.id),
      text(each.leaf.title),
      text(each.before),
      text(each.after, 'strong'),
      figure(each.pointsBefore, rubric),
      figure(each.pointsAfter, rubric, 'strong'),
    ]),
  };
}

/** `+0.29`, `-1.00`; nothing where nothing changed. */
function changeCell(before: Exact | undefined, after: Exact | undefined, { group }: WhatIf): Cell {
  if (before === undefined || after === undefined) return text('');
  const change = subtract(after, before);
  if (change.n === 0n) return text('');
  const digits = shown(change, group.rubric);
  return number(change.n > 0n ? `+${digits}` : digits, change.n > 0n ? 'good' : 'bad');
}

function movesTable(whatIf: WhatIf, lang: Language): Table {
  const { moves, group, units } = whatIf;
  const own = new Set(units.map(({ id }) => id));
  return {
    kind: 'table',
    columns: [
      { title: words.rank[lang], align: 'right' },
      { title: whatIfWords.rankBefore[lang], align: 'right' },
      { title: words.unit[lang], align: 'left', flexible: true },
      { title: words.index[lang], align: 'right' },
      { title: whatIfWords.change[lang], align: 'right' },
      { title: words.grade[lang], align: 'left' },
      { title: whatIfWords.gradeBefore[lang], align: 'left' },
    ],
    rows: moves.map(({ before, after }): readonly Cell[] => {
      const moved = before.rank !== after.rank;
      const isBetter = (before.rank ?? 0) > (after.rank ?? 0);
      const [grade, old] = [gradeName(after, whatIf), gradeName(before, whatIf)];
      return [
        text(rankText(after), moved ? (isBetter ? 'good' : 'bad') : 'plain'),
        text(moved ? rankText(before) : ''),
        text(after.unit.name, own.has(after.unit.id) ? 'strong' : 'plain'),
        figure(after.index, group.rubric),
        changeCell(before.index, after.index, whatIf),
        text(grade),
        text(grade === old ? '' : old),
      ];
    }),
  };
}

function dataOf(whatIf: WhatIf): object {
  const { board, group, units, supposed, moves } = whatIf;
  const fraction = (value: Exact | undefined): string | null => (value === undefined ? null : toFractionText(value));
  const side = (standing: Standing): object => ({
    rank: standing.rank ?? null,
    index: indexText(standing, whatIf) || null,
    exact: fraction(standing.exact),
    grade: gradeId(standing, whatIf) || null,
  });
  return {
    schema: WHAT_IF_SCHEMA,
    year: board.year ?? null,
    basis: board.basis,
    rubric: { id: group.rubric.id, sha256: group.rubric.sha256 },
    group: { id: group.id, name: group.name },
    unit: units.length === 1 ? units[0]?.id : null,
    supposed: supposed.map((each) => ({
      unit: each.unit.id,
      id: each.leaf.id,
      reported: each.before,
      supposed: each.after,
      points_before: fraction(each.pointsBefore),
      points: fraction(each.pointsAfter),
    })),
    units: moves.map(({ before, after }) => ({ unit: after.unit.id, before: side(before), after: side(after) })),
  };
}
