/** The page as GitHub-flavoured Markdown; text from files can make no markup of its own. */
import type { Block, Cell, Table, TableColumn, Tone } from '../model/document.ts';
import { type Encoded, encodedAs, joined, templateOf, type Untrusted } from '../model/encoded.ts';
import type { DecimalMark } from '../model/exact.ts';
import { printable } from '../model/visible.ts';
import { displayWidth, padTo } from '../model/width.ts';
import { cellText, type Format } from './format.ts';

type Markdown = Encoded<'markdown'>;

const markdown = templateOf<'markdown'>();

/** Characters that begin markup anywhere in a line; `:` before `//` would make a link of an address. */
const MARKUP = /[\\`*_[\]<>|~&]|:(?=\/\/)/g;

const HASHES = { 1: markdown`#`, 2: markdown`##`, 3: markdown`###` } as const;

const BAR = markdown` | `;

/** What makes a heading, list, quote, rule or a CI command at the start of a line. */
const LEADING = /^(\s*)([#+\-=:!]|\d+(?=[.)]))/;

function escaped(text: Untrusted): Markdown {
  return encodedAs(printable(text).replace(MARKUP, '\\$&'));
}

/** Also safe at the start of a line; a number there keeps its digits and loses its power to begin a list. */
function escapeLine(text: Untrusted): Markdown {
  return encodedAs(
    escaped(text)
      .replace(LEADING, (_, blanks: string, mark: string) => (/\d/.test(mark) ? blanks + mark : `${blanks}\\${mark}`))
      .replace(/^(\s*\d+)([.)])/, '$1\\$2'),
  );
}

function toned(text: Markdown, tone: Tone | undefined): Markdown {
  return (tone === 'strong' || tone === 'warn') && text !== '' ? markdown`**${text}**` : text;
}

function block(item: Block, decimal: DecimalMark): Markdown {
  switch (item.kind) {
    case 'heading':
      return markdown`${HASHES[item.level]} ${escapeLine(item.text)}`;
    case 'paragraph':
      return toned(escapeLine(item.text), item.tone);
    case 'lines':
      return fenced(item.lines.map((line) => joined(line.map((piece) => printable(piece.text)))));
    case 'table':
      return table(item, decimal);
  }
}

/** A code block whose fence is longer than any run of backticks inside. */
function fenced(lines: readonly Encoded<'terminal'>[]): Markdown {
  const shown = lines.map((line) => line.trimEnd());
  const runs = shown.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return encodedAs([`${fence}text`, ...shown, fence].join('\n'));
}

function table({ columns, rows }: Table, decimal: DecimalMark): Markdown {
  const written = (cell: Cell): Markdown =>
    toned(escaped(cellText(cell, decimal)), cell.tone === 'strong' ? 'strong' : undefined);
  const texts = [columns.map((column) => escaped(column.title)), ...rows.map((row) => row.map(written))];
  const widths = columns.map((_, at) => texts.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), 3));
  const line = (cells: readonly Markdown[]): Markdown => markdown`| ${joined(cells, BAR)} |`;
  const padded = texts.map((row) =>
    line(row.map((cell, at) => padTo(cell, widths[at] ?? 0, columns[at]?.align ?? 'left'))),
  );
  const rule = line(columns.map((column, at) => ruleOf(column, widths[at] ?? 3)));
  return joined([...padded.slice(0, 1), rule, ...padded.slice(1)], '\n');
}

function ruleOf({ align }: TableColumn, width: number): Markdown {
  if (align === 'left') return encodedAs('-'.repeat(width));
  return encodedAs(align === 'right' ? `${'-'.repeat(width - 1)}:` : `:${'-'.repeat(width - 2)}:`);
}

export const format: Format<'markdown'> = {
  render({ document }, { decimal }) {
    const blocks = document.blocks.map((item) => block(item, decimal));
    return markdown`${joined(blocks, '\n\n')}\n`;
  },
};
