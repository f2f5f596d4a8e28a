/**
 * The head of a document that stands alone, as Nghị định 30/2020/NĐ-CP, Phụ lục I lays it out: on the left who issues
 * it and its number, on the right quốc hiệu, tiêu ngữ, place and date.
 */
import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Letterhead } from '../../model/annex.ts';
import { printable, printableLines } from '../../model/visible.ts';
import { line, SIZE } from './line.ts';
import { textWidth } from './times.ts';

/** In half points: names of bodies and the nation 13 (the decree: 12 to 13), motto, number, place and date 14 and 13. */
const SIZES = { name: 26, motto: 28, number: 26, date: 28 } as const;

/** Parts of the line that the left column has; upright the long line of the nation needs the more. */
const LEFT = 0.4;

/** The decree: under the motto as long as its words, under the body a third to a half of them. */
const UNDER = { motto: 1, agency: 0.4 } as const;

/** Two columns without borders and an empty line. `width` is that of the line, in twentieths of a point. */
export function letterheadBlocks(head: Letterhead, width: number): readonly (DocxTable | Paragraph)[] {
  const left = Math.floor(width * LEFT);
  const right = width - left;
  const centred = { alignment: AlignmentType.CENTER } as const;
  const above = head.superior === undefined ? [] : printableLines(head.superior).split('\n');
  const columns: readonly (readonly [readonly Paragraph[], number])[] = [
    [
      [
        ...above.map((name) => line(name, { ...centred, size: SIZES.name })),
        line(head.agency, { ...centred, size: SIZES.name, bold: true }),
        rule(left, Math.min(left, textWidth(printable(head.agency), SIZES.name * 10)) * UNDER.agency),
        line(head.number, { ...centred, size: SIZES.number }),
      ],
      left,
    ],
    [
      [
        line(head.nation, { ...centred, size: SIZES.name, bold: true }),
        line(head.motto, { ...centred, size: SIZES.motto, bold: true }),
        rule(right, textWidth(printable(head.motto), SIZES.motto * 10) * UNDER.motto),
        line(head.placeAndDate, { ...centred, size: SIZES.date, italics: true }),
      ],
      right,
    ],
  ];
  const table = new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ([children, size]) =>
            new TableCell({
              children: [...children],
              width: { size, type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              borders: NO_BORDERS,
            }),
        ),
      }),
    ],
  });
  return [table, line('', { size: SIZE.table })];
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** A drawn line in the middle of a column: a paragraph with a border, since the decree asks for none under the words. */
function rule(column: number, length: number): Paragraph {
  const side = Math.max(0, Math.floor((column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 120, line: 40, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });
}
