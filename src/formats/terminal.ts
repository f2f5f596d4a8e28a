/** The page as text for a terminal or a pipe: light tables, one rule under the header, colour only where asked for. */
import type { Block, Heading, Table, TextCell, Tone } from '../model/document.ts';
import { encodedAs, joined, templateOf } from '../model/encoded.ts';
import { printable } from '../model/visible.ts';
import { displayWidth, padTo, wrap } from '../model/width.ts';
import { createPaint, drawFew } from './colour.ts';
import { cellText, type Format, type FormatContext } from './format.ts';
import { GAP, layOut, type Part, type TextColumn, type TextTable } from './layout.ts';
import type { Drawn, Paint, Piece, Row } from './piece.ts';

/** cli-table3 takes time by the square of the rows: above this many the lines are padded by hand, to the same look. */
const FEW_ROWS = 50;

/** Columns of a page that goes to a file or a pipe. */
const WHOLE = 120;

const drawn = templateOf<'terminal'>();

const EMPTY = drawn``;

const plain: Paint = (text) => text;

/** A line of ours as wide as what stands above it. */
function ruled(stroke: '─' | '═', width: number): Drawn {
  return encodedAs(stroke.repeat(width));
}

/** The lines that cli-table3 draws, padded by hand: without colour neither it nor chalk is needed. */
function drawMany(rows: readonly Row[], widths: readonly number[], paint: Paint): readonly Drawn[] {
  return rows.flatMap((row) => {
    const height = Math.max(...row.map((piece) => piece.lines.length));
    return Array.from({ length: height }, (_, at) =>
      joined(
        row.map((piece, column) => padPainted(piece, at, widths[column] ?? 0, paint)),
        GAP,
      ),
    );
  });
}

/** Colour is put on the letters only, not on the blanks that fill the column. */
function padPainted(piece: Piece, line: number, width: number, paint: Paint): Drawn {
  const text = piece.lines[line] ?? EMPTY;
  const padded = padTo(text, width, piece.align);
  return text === '' ? padded : encodedAs(padded.replace(text, () => paint(text, piece.tone)));
}

/** A no-break space holds words together while they are wrapped; then it is a blank like any other. */
function wrapped(text: Drawn, width: number): readonly Drawn[] {
  return wrap(text, width).map((line) => encodedAs(line.replaceAll('\u00a0', ' ')));
}

/** Lines after the first stand in by two, so that each paragraph is seen to begin. */
function drawParagraph(text: Drawn, width: number): readonly Drawn[] {
  if (displayWidth(text) <= width) return wrapped(text, width);
  return wrapped(text, width - 2).map((line, at) => (at === 0 ? line : drawn`  ${line}`));
}

function drawPart(table: Table, { columns: titled, rows: texts }: TextTable, part: Part, paint: Paint): Drawn {
  const columns = part.at.map((at) => titled[at] as TextColumn);
  const piece = (text: Drawn, column: number, tone: Tone | undefined): Piece => ({
    lines: wrapped(text, part.widths[column] ?? 1),
    tone,
    align: columns[column]?.align ?? 'left',
  });
  const header = columns.map((column, at) => piece(column.title, at, 'strong'));
  const rule = columns.map((_, at) => piece(ruled('─', part.widths[at] ?? 0), at, 'muted'));
  const body = table.rows.map((row, line) =>
    part.at.map((at, column) => piece(texts[line]?.[at] ?? EMPTY, column, row[at]?.tone)),
  );
  const rows = [header, rule, ...body];
  const isByHand = paint === plain || table.rows.length > FEW_ROWS;
  const lines = isByHand ? drawMany(rows, part.widths, paint) : drawFew(rows, paint);
  return joined(
    lines.map((line) => encodedAs<'terminal'>(line.trimEnd())),
    '\n',
  );
}

function drawTable(table: Table, context: FormatContext, paint: Paint): Drawn {
  const rows = table.rows.map((row) => row.map((cell) => printable(cellText(cell, context.decimal))));
  const columns = table.columns.map((column) => ({ ...column, title: printable(column.title) }));
  const texts = { columns, rows };
  return joined(
    layOut(texts, context.width).map((part) => drawPart(table, texts, part, paint)),
    '\n\n',
  );
}

function drawHeading({ level, text }: Heading, width: number, paint: Paint): Drawn {
  const lines = wrapped(printable(text), width);
  const painted = lines.map((line) => paint(line, 'strong'));
  if (level !== 1) return joined(painted, '\n');
  const longest = lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  return joined([...painted, paint(ruled('═', longest), 'muted')], '\n');
}

/**
 * A line of pieces. It stays whole where the page goes to a file or a pipe, whose lines are looked for one by one; a
 * terminal would break it inside a word, so there what follows stands in by two.
 */
function drawLine(pieces: readonly TextCell[], width: number, paint: Paint): readonly Drawn[] {
  const texts = pieces.map(({ text }) => printable(text));
  const whole = joined(texts);
  const painted = texts.map((text, at) => paint(text, pieces[at]?.tone));
  if (width >= WHOLE || displayWidth(whole) <= width) return [joined(painted)];
  const head = texts.length > 1 ? joined(texts.slice(0, -1)) : EMPTY;
  const blanks = encodedAs<'terminal'>(' '.repeat(whole.length - whole.trimStart().length));
  const [first = EMPTY, ...rest] = wrapped(encodedAs(whole.trimStart()), width - blanks.length - 2);
  const start = drawn`${blanks}${first}`;
  const isPainted = head !== '' && start.startsWith(head);
  const tail = encodedAs<'terminal'>(start.slice(head.length));
  const line = isPainted ? drawn`${joined(painted.slice(0, -1))}${paint(tail, pieces.at(-1)?.tone)}` : start;
  return [line, ...rest.map((more) => drawn`${blanks}  ${paint(more, pieces.at(-1)?.tone)}`)];
}

function drawBlock(block: Block, context: FormatContext, paint: Paint): Drawn {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block, context.width, paint);
    case 'paragraph':
      return joined(
        drawParagraph(printable(block.text), context.width).map((line) => paint(line, block.tone)),
        '\n',
      );
    case 'table':
      return drawTable(block, context, paint);
    case 'lines':
      return joined(
        block.lines.flatMap((line) => drawLine(line, context.width, paint)),
        '\n',
      );
  }
}

/** Paragraphs and lines follow each other closely; a heading stands off what is above it, a table off both sides. */
function isApart(above: Block | undefined, below: Block): boolean {
  if (above === undefined) return false;
  if (below.kind === 'heading') return true;
  if (above.kind === 'heading') return above.level !== 3 && below.kind === 'table';
  return above.kind === 'table' || below.kind === 'table';
}

export const format: Format<'terminal'> = {
  render({ document }, context) {
    const paint = context.color === 0 ? plain : createPaint(context.color);
    const blocks = document.blocks.map((block, at) => {
      const text = drawBlock(block, context, paint);
      return isApart(document.blocks[at - 1], block) ? drawn`\n${text}` : text;
    });
    return drawn`${joined(blocks, '\n')}\n`;
  },
};
