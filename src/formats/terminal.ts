/** The page as text for a terminal or a pipe: light tables, one rule under the header, colour only where asked for. */
import CliTable from 'cli-table3';
import type { Block, Heading, Table, TableColumn, Tone } from '../model/document.ts';
import { displayWidth, padTo, wrap } from '../model/width.ts';
import { cellText, type Format, type FormatContext, printable } from './format.ts';
import { GAP, layOut, type Part } from './layout.ts';
import { createPaint, type Paint } from './paint.ts';

/** cli-table3 takes time by the square of the rows: above this many the lines are padded by hand, to the same look. */
const FEW_ROWS = 200;

/** A table of one cell a piece of line, each ready to be painted. */
interface Piece {
  readonly lines: readonly string[];
  readonly tone: Tone | undefined;
  readonly align: TableColumn['align'];
}

type Row = readonly Piece[];

const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
  middle: ' '.repeat(GAP),
};

/** Drawn by cli-table3, whose own colours and frames are all taken away. */
function drawFew(rows: readonly Row[], paint: Paint): readonly string[] {
  const table = new CliTable({
    chars: NO_LINES,
    colAligns: (rows[0] ?? []).map((piece) => piece.align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) {
    table.push(row.map((piece) => piece.lines.map((line) => paint(line, piece.tone)).join('\n')));
  }
  return table.toString().split('\n');
}

/** The same lines, padded by hand. */
function drawMany(rows: readonly Row[], widths: readonly number[], paint: Paint): readonly string[] {
  return rows.flatMap((row) => {
    const height = Math.max(...row.map((piece) => piece.lines.length));
    return Array.from({ length: height }, (_, at) =>
      row.map((piece, column) => padPainted(piece, at, widths[column] ?? 0, paint)).join(' '.repeat(GAP)),
    );
  });
}

/** Colour is put on the letters only, not on the blanks that fill the column. */
function padPainted(piece: Piece, line: number, width: number, paint: Paint): string {
  const text = piece.lines[line] ?? '';
  const padded = padTo(text, width, piece.align);
  return text === '' ? padded : padded.replace(text, () => paint(text, piece.tone));
}

/** A no-break space holds words together while they are wrapped; then it is a blank like any other. */
function wrapped(text: string, width: number): readonly string[] {
  return wrap(text, width).map((line) => line.replaceAll('\u00a0', ' '));
}

/** Lines after the first stand in by two, so that each paragraph is seen to begin. */
function drawParagraph(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return wrapped(text, width);
  return wrapped(text, width - 2).map((line, at) => (at === 0 ? line : `  ${line}`));
}

function drawPart(table: Table, texts: readonly (readonly string[])[], part: Part, paint: Paint): string {
  const columns = part.at.map((at) => table.columns[at] as TableColumn);
  const piece = (text: string, column: number, tone: Tone | undefined): Piece => ({
    lines: wrapped(text, part.widths[column] ?? 1),
    tone,
    align: columns[column]?.align ?? 'left',
  });
  const header = columns.map((column, at) => piece(printable(column.title), at, 'strong'));
  const rule = columns.map((_, at) => piece('─'.repeat(part.widths[at] ?? 0), at, 'muted'));
  const body = table.rows.map((row, line) =>
    part.at.map((at, column) => piece(texts[line]?.[at] ?? '', column, row[at]?.tone)),
  );
  const rows = [header, rule, ...body];
  const lines = table.rows.length > FEW_ROWS ? drawMany(rows, part.widths, paint) : drawFew(rows, paint);
  return lines.map((line) => line.trimEnd()).join('\n');
}

function drawTable(table: Table, context: FormatContext, paint: Paint): string {
  const texts = table.rows.map((row) => row.map((cell) => printable(cellText(cell, context.decimal))));
  const columns = table.columns.map((column) => ({ ...column, title: printable(column.title) }));
  const parts = layOut({ columns, rows: texts }, context.width);
  return parts.map((part) => drawPart(table, texts, part, paint)).join('\n\n');
}

function drawHeading({ level, text }: Heading, width: number, paint: Paint): string {
  const lines = wrapped(printable(text), width);
  const painted = lines.map((line) => paint(line, 'strong'));
  if (level !== 1) return painted.join('\n');
  const longest = lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  return [...painted, paint('═'.repeat(longest), 'muted')].join('\n');
}

function drawBlock(block: Block, context: FormatContext, paint: Paint): string {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block, context.width, paint);
    case 'paragraph':
      return drawParagraph(printable(block.text), context.width)
        .map((line) => paint(line, block.tone))
        .join('\n');
    case 'table':
      return drawTable(block, context, paint);
    case 'lines':
      return block.lines
        .map((line) => line.map((piece) => paint(printable(piece.text), piece.tone)).join(''))
        .join('\n');
  }
}

/** Paragraphs and lines follow each other closely; a heading stands off what is above it, a table off both sides. */
function isApart(above: Block | undefined, below: Block): boolean {
  if (above === undefined) return false;
  if (below.kind === 'heading') return true;
  if (above.kind === 'heading') return above.level !== 3 && below.kind === 'table';
  return above.kind === 'table' || below.kind === 'table';
}

export const format: Format = {
  render({ document }, context) {
    const paint = createPaint(context.color);
    const drawn = document.blocks.map((block, at) => {
      const text = drawBlock(block, context, paint);
      return isApart(document.blocks[at - 1], block) ? `\n${text}` : text;
    });
    return `${drawn.join('\n')}\n`;
  },
};
