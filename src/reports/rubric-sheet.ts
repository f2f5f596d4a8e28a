/** A rubric as a sheet to read: the tree with every rule in words. `rubric-table.ts` makes the one to edit. */
import { type Exact, toText } from '../model/exact.ts';
import type { Criterion, Leaf, Rubric } from '../model/rubric.ts';
import type { BookCell, BookSheet, Role } from '../model/workbook.ts';
import { bookNumber, bookText } from './book-cells.ts';
import type { RubricOptions } from './rubric-data.ts';
import { rubricWords } from './words/rubric.ts';
import { sheetWords } from './words/workbook.ts';
import { columnName, words } from './words.ts';

/** The sheet of one rubric, named by the rubric's id. */
export function rubricSheet(rubric: Rubric, { lang, tell }: RubricOptions): BookSheet {
  const row = (id: string, title: string, max: Exact, rest: readonly string[], role: Role): readonly BookCell[] => [
    bookText(id, role),
    bookText(title, role),
    bookNumber(toText(max), 'plain', role),
    ...rest.map((cell) => bookText(cell, role)),
  ];
  const leafRow = ({ id, title, max, source, evidence, exemptible, rule, note = '' }: Leaf) =>
    row(
      id,
      title,
      max,
      [
        columnName(source)[lang],
        evidence ? rubricWords.evidenceMark[lang] : '',
        exemptible ? rubricWords.exemptMark[lang] : '',
        tell(rule, max)[lang],
        note,
      ],
      'body',
    );
  const parent = (id: string, title: string, max: Exact, note = '') =>
    row(id, title, max, ['', '', '', '', note], 'parent');
  const under = (criterion: Criterion) => {
    const rows = criterion.leaves.map((at) => leafRow(rubric.leaves[at] as Leaf));
    return criterion.hasParts ? [parent(criterion.id, criterion.title, criterion.max, criterion.note), ...rows] : rows;
  };
  const tree = rubric.domains.flatMap((domain) => [
    parent(domain.id, domain.title, domain.max, domain.note),
    ...domain.criteria.flatMap((at) => under(rubric.criteria[at] as Criterion)),
  ]);
  const beyond = rubric.adjustments.map(({ id, title, max, kind, evidence, rule, note = '' }) =>
    row(
      id,
      title,
      max,
      [words[kind][lang], evidence ? rubricWords.evidenceMark[lang] : '', '', tell(rule, max)[lang], note],
      'body',
    ),
  );
  const head = [
    words.id[lang],
    rubricWords.title[lang],
    words.max[lang],
    rubricWords.source[lang],
    rubricWords.evidenceMark[lang],
    rubricWords.exemptMark[lang],
    rubricWords.rule[lang],
    words.notes[lang],
  ].map((title) => bookText(title, 'head'));
  const top = [[bookText(rubric.title, 'title')], [bookText(rubricWords.marksLegend[lang], 'note')]];
  return {
    name: `${sheetWords.rubric[lang]} ${rubric.id}`,
    visible: 'shown',
    widths: [10, 60, 10, 18, 5, 5, 50, 40],
    rows: [...top, head, ...tree, ...beyond],
    header: top.length,
    frozen: 2,
  };
}
