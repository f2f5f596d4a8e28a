/**
 * The annex of a decision as DOCX, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I asks: A4, margins 20/20/30/15 mm,
 * Times New Roman, page number in the top margin but on the first page, the head of a table on each page, whole rows.
 */
import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Table as DocxTable,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Annex, AnnexPart, AnnexTable } from '../model/annex.ts';
import type { Block, Report, Table, TableColumn } from '../model/document.ts';
import type { Untrusted } from '../model/encoded.ts';
import { isPublication } from '../model/page.ts';
import { columnWidths, type Setting } from './docx/columns.ts';
import { letterheadBlocks } from './docx/letterhead.ts';
import { FONT, line, SIZE } from './docx/line.ts';
import { cellText, type Format, type FormatContext, printable } from './format.ts';
import { steadyZip } from './steady-zip.ts';

/** In twentieths of a point: 1 mm is 56.7. */
const PAGE = { width: 11906, height: 16838 } as const;
const MARGIN = { top: 1134, bottom: 1134, left: 1701, right: 850 } as const;

/** A table of more columns than this lies across. */
const UPRIGHT_COLUMNS = 7;

export const format: Format = {
  async render(report, context) {
    const annex = isPublication(report) ? report.annex : annexOf(report);
    const title = annex.parts[0]?.name ?? 'parindex';
    const file = new DocxDocument({
      title: printable(title),
      styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
      sections: annex.parts.map((part, at) => section(part, annex, at === 0, context)),
    });
    return steadyZip(new Uint8Array(await Packer.toBuffer(file)), printable(title));
  },
};

/** Any report as a part without a label: its headings, paragraphs and tables in their order. */
function annexOf({ document }: Report): Annex {
  const title = document.blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const said = (block: Block): readonly Untrusted[] => (block.kind === 'paragraph' ? [block.text] : []);
  let heading: Untrusted = '';
  const tables = document.blocks.flatMap((block): AnnexTable[] => {
    if (block.kind === 'heading') heading = block.level === 1 ? '' : block.text;
    return block.kind === 'table' ? [{ title: heading, table: block, summary: false }] : [];
  });
  const name = title?.kind === 'heading' ? title.text : '';
  const part = { label: '', name, attachedTo: '', warnings: [], tables, notes: document.blocks.flatMap(said) };
  return { parts: [part], portrait: false };
}

/** A part has pages of its own: its paper, and numbers that begin at 1. */
function section(part: AnnexPart, annex: Annex, isFirst: boolean, context: FormatContext): ISectionOptions {
  const across = !annex.portrait && part.tables.some(({ table }) => table.columns.length > UPRIGHT_COLUMNS);
  const width = (across ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right;
  const numbered = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.text })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...PAGE, orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...MARGIN, header: 567, footer: 567 },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [numbered] }), first: new Header({ children: [new Paragraph('')] }) },
    children: [
      ...(isFirst && annex.letterhead ? letterheadBlocks(annex.letterhead, width) : []),
      ...headLines(part),
      ...part.tables.flatMap((table) => tableBlocks(table, width, context)),
      ...part.notes.map((note) => line(note, { size: SIZE.note, alignment: AlignmentType.JUSTIFIED, before: 60 })),
    ],
  };
}

function headLines({ label, name, attachedTo, warnings }: AnnexPart): readonly Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER, keepNext: true } as const;
  return [
    ...(label === '' ? [] : [line(label, { ...centred, bold: true })]),
    ...(name === '' ? [] : [line(name, { ...centred, bold: true })]),
    ...(attachedTo === '' ? [] : [line(attachedTo, { ...centred, italics: true })]),
    ...warnings.map((warning) => line(warning, { ...centred, bold: true, before: 120 })),
    line('', { size: SIZE.table, keepNext: true }),
  ];
}

function tableBlocks(
  { title, table, summary }: AnnexTable,
  width: number,
  { decimal }: FormatContext,
): readonly (Paragraph | DocxTable)[] {
  const setting = settingOf(table, width);
  const texts = table.rows.map((row) => row.map((cell) => cellText(cell, decimal)));
  const widths = columnWidths(table, texts, width, setting);
  const rows = texts.map((row, at) => bodyRow(row, table, widths, setting, summary && at === texts.length - 1));
  const drawn = new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [headRow(table, widths, setting), ...rows],
  });
  const above = title === '' ? [] : [line(title, { bold: true, before: 120, after: 60, keepNext: true })];
  return [...above, drawn, line('', { size: SIZE.table })];
}

/** Many columns on an upright page are set a size smaller, with less room beside them. */
function settingOf({ columns }: Table, width: number): Setting {
  const tight = columns.length > UPRIGHT_COLUMNS && width < PAGE.width;
  return tight ? { size: SIZE.table - 2, margin: 40 } : { size: SIZE.table, margin: 80 };
}

function headRow({ columns }: Table, widths: readonly number[], setting: Setting): TableRow {
  const look = { size: setting.size, bold: true, alignment: AlignmentType.CENTER };
  const cells = columns.map(({ title }, at) => cell(line(title, look), widths[at] ?? 0, setting));
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const satisfies Record<TableColumn['align'], unknown>;

function bodyRow(
  texts: readonly Untrusted[],
  { columns }: Table,
  widths: readonly number[],
  setting: Setting,
  bold: boolean,
): TableRow {
  const cells = texts.map((text, at) => {
    const alignment = ALIGNMENTS[columns[at]?.align ?? 'left'];
    return cell(line(text, { size: setting.size, alignment, bold }), widths[at] ?? 0, setting);
  });
  return new TableRow({ cantSplit: true, children: cells });
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function cell(content: Paragraph, width: number, { margin }: Setting): TableCell {
  return new TableCell({
    children: [content],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: margin, right: margin },
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
  });
}
