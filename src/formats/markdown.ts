/** The page as GitHub-flavoured Markdown; text from files can make no markup of its own. */
import type { Block, Cell, Table, TableColumn, Tone } from '../model/document.ts';
import type { DecimalMark } from '../model/exact.ts';
import { displayWidth, padTo } from '../model/width.ts';
import { cellText, type Format, printable } from './format.ts';

/** Characters that begin markup anywhere in a line; `:` before `//` would make a link of an address. */
const MARKUP = /[\\`*_[\]<>|~&]|:(?=\/\/)/g;

/** What makes a heading, list, quote, rule or a CI command at the start of a line. */
const LEADING = /^(\s*)([#+\-=:!]|\d+(?=[.)]))/;

function escaped(text: string): string {
  return printable(text).replace(MARKUP, '\\$&');
}

/** Also safe at the start of a line; a number there keeps its digits and loses its power to begin a list. */
function escapeLine(text: string): string {
  return escaped(text)
    .replace(LEADING, (_, blanks: string, mark: string) => (/\d/.test(mark) ? blanks + mark : `${blanks}\\${mark}`))
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

function toned(text: string, tone: Tone | undefined): string {
  return (tone === 'strong' || tone === 'warn') && text !== '' ? `**${text}**` : text;
}

function block(item: Block, decimal: DecimalMark): string {
  switch (item.kind) {
    case 'heading':
      return `${'#'.repeat(item.level)} ${escapeLine(item.text)}`;
    case 'paragraph':
      return toned(escapeLine(item.text), item.tone);
    case 'lines':
      return fenced(item.lines.map((line) => line.map((piece) => piece.text).join('')));
    case 'table':
      return table(item, decimal);
  }
}

/** A code block whose fence is longer than any run of backticks inside. */
function fenced(lines: readonly string[]): string {
  const shown = lines.map(printableLine);
  const longest = Math.max(2, ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join('\n');
}

function printableLine(line: string): string {
  return printable(line).trimEnd();
}

function table({ columns, rows }: Table, decimal: DecimalMark): string {
  const written = (cell: Cell): string =>
    toned(escaped(cellText(cell, decimal)), cell.tone === 'strong' ? 'strong' : undefined);
  const texts = [columns.map((column) => escaped(column.title)), ...rows.map((row) => row.map(written))];
  const widths = columns.map((_, at) => texts.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), 3));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = texts.map((row) =>
    line(row.map((cell, at) => padTo(cell, widths[at] ?? 0, columns[at]?.align ?? 'left'))),
  );
  const rule = line(columns.map((column, at) => ruleOf(column, widths[at] ?? 3)));
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}

function ruleOf({ align }: TableColumn, width: number): string {
  if (align === 'left') return '-'.repeat(width);
  return align === 'right' ? `${'-'.repeat(width - 1)}:` : `:${'-'.repeat(width - 2)}:`;
}

export const format: Format = {
  render({ document }, { decimal }) {
    return `${document.blocks.map((item) => block(item, decimal)).join('\n\n')}\n`;
  },
};
