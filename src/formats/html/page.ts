/**
 * A page as one HTML file that needs nothing else: its style and script inside and named by their digests,
 * everything else forbidden by its own policy.
 */
import { createHash } from 'node:crypto';
import type { Block, TableColumn } from '../../model/document.ts';
import type { Card, DataTable, HeatKey, Page, PageBlock, PageCell, Section } from '../../model/page.ts';
import { inlineSvg } from '../drawing.ts';
import { cellText, type FormatContext } from '../format.ts';
import { escapeMarkup } from './escape.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { pageWords } from './words.ts';

/** What the parts of one page share: the reader's language and marks, and how far the writing has come. */
interface Writing {
  readonly context: FormatContext;
  charts: number;
  /** The last heading, and how many tables without a caption stand below it. */
  heading: string;
  tables: number;
}

/** The whole file. The same page gives the same bytes. */
export function writePage(page: Page, context: FormatContext): string {
  const { lang } = context;
  const writing: Writing = { context, charts: 0, heading: page.title, tables: 0 };
  const titled = page.sections.filter(({ title }) => title !== '');
  const links = titled.map(({ anchor, title }) => `<li><a href="#${anchor}">${escapeMarkup(title)}</a></li>`);
  const nav =
    links.length < 2 ? '' : `<nav aria-label="${pageWords.contents[lang]}"><ul>\n${links.join('\n')}\n</ul></nav>\n`;
  const data = (['search', 'all', 'shown', 'more'] as const).map(
    (word) => ` data-${word}="${escapeMarkup(pageWords[word][lang])}"`,
  );
  const title = escapeMarkup(page.title);
  return [
    `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${title === '' ? 'parindex' : title}</title>\n<style>${STYLE}</style>\n</head>`,
    `<body${data.join('')}>\n<a class="skip" href="#content">${pageWords.skip[lang]}</a>`,
    `<header>\n${title === '' ? '' : `<h1>${title}</h1>\n`}${page.intro.map((block) => blockHtml(block, writing)).join('\n')}\n${nav}</header>`,
    `<main id="content" tabindex="-1">\n${page.sections.map((section) => sectionHtml(section, writing)).join('\n')}\n</main>`,
    page.footer === '' ? '' : `<footer><p>${escapeMarkup(page.footer)}</p></footer>`,
    `<script>${SCRIPT}</script>\n</body>\n</html>\n`,
  ].join('\n');
}

/** Nothing is fetched, sent or framed; of styles and scripts only those whose digests are named. */
function policy(): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return (
    `default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}; img-src data:; ` +
    "base-uri 'none'; form-action 'none'"
  );
}

function sectionHtml({ anchor, title, blocks }: Section, writing: Writing): string {
  const heading = title === '' ? '' : `<h2 id="${anchor}-title">${escapeMarkup(title)}</h2>\n`;
  const labelled = title === '' ? '' : ` id="${anchor}" aria-labelledby="${anchor}-title"`;
  return `<section${labelled}>\n${heading}${blocks.map((block) => pageBlockHtml(block, writing)).join('\n')}\n</section>`;
}

function pageBlockHtml(block: PageBlock, writing: Writing): string {
  switch (block.kind) {
    case 'data-table':
      return tableHtml(block, writing);
    case 'figure': {
      writing.charts++;
      const svg = inlineSvg(block.chart, `chart-${writing.charts}`);
      const label = `${escapeMarkup(block.caption)} (${pageWords.chart[writing.context.lang]})`;
      return `<figure><div role="group" tabindex="0" aria-label="${label}">${svg}</div></figure>`;
    }
    case 'cards':
      return `<div class="cards">\n${block.cards.map((card) => cardHtml(card, writing)).join('\n')}\n</div>`;
    case 'heat-key':
      return heatKeyHtml(block);
    default:
      return blockHtml(block, writing);
  }
}

function blockHtml(block: Block, writing: Writing): string {
  switch (block.kind) {
    case 'heading':
      writing.heading = block.text;
      writing.tables = 0;
      return `<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p${classes(block.tone)}>${escapeMarkup(block.text)}</p>`;
    case 'lines':
      return `<pre>${block.lines
        .map((line) => line.map(({ text, tone }) => spanned(escapeMarkup(text), tone)).join(''))
        .join('\n')}</pre>`;
    case 'table': {
      writing.tables++;
      const rows = block.rows.map((row) => row.map((cell) => ({ cell })));
      const label = writing.tables === 1 ? writing.heading : `${writing.heading} (${writing.tables})`;
      const table: DataTable = { kind: 'data-table', caption: '', columns: block.columns, rows, sortable: false };
      return tableHtml(table, writing, label);
    }
  }
}

/** `label` names a table that has no caption, for a reader who hears it. */
function tableHtml(table: DataTable, writing: Writing, label = table.caption): string {
  const { caption, columns, rows, footer = [], sortable, filter } = table;
  const named = nameColumn(columns);
  const by = filter?.by === undefined ? '' : ` data-by="${filter.by}"`;
  const asked = `${sortable ? ' data-sort' : ''}${filter === undefined ? '' : ` data-filter${by}`}`;
  const head = columns.map(
    (column) => `<th scope="col"${classes(...looks(column))}>${escapeMarkup(column.title)}</th>`,
  );
  const line = (row: readonly PageCell[]): string =>
    `<tr>${row.map((cell, at) => cellHtml(cell, columns[at], at === named, writing)).join('')}</tr>`;
  const region = label === '' ? '' : ` role="group" tabindex="0" aria-label="${escapeMarkup(label)}"`;
  return [
    `<div class="scroll"${region}>\n<table${asked}>${caption === '' ? '' : `\n<caption>${escapeMarkup(caption)}</caption>`}`,
    `<thead>\n<tr>${head.join('')}</tr>\n</thead>\n<tbody>`,
    ...rows.map(line),
    `</tbody>${footer.length === 0 ? '' : `\n<tfoot>\n${footer.map(line).join('\n')}\n</tfoot>`}\n</table>\n</div>`,
  ].join('\n');
}

/** The column that names its row: the first that may wrap, else the first text. */
function nameColumn(columns: readonly TableColumn[]): number {
  const flexible = columns.findIndex((column) => column.flexible === true);
  return flexible >= 0 ? flexible : columns.findIndex(({ align }) => align === 'left');
}

function looks({ align, flexible }: TableColumn): readonly string[] {
  return [align === 'right' ? 'r' : align === 'center' ? 'c' : '', flexible === true ? 'wide' : ''];
}

function cellHtml(
  { cell, heat, to, key }: PageCell,
  column: TableColumn | undefined,
  isName: boolean,
  { context }: Writing,
): string {
  const shown = escapeMarkup(cellText(cell, context.decimal));
  const linked = to === undefined ? shown : `<a href="#${to}">${shown}</a>`;
  // A number is ordered by what it shows, with either mark.
  const data = key === undefined ? '' : ` data-key="${escapeMarkup(key)}"`;
  const digest = /^[0-9a-f]{64}$/.test(cell.text) ? 'hash' : '';
  const named = classes(
    ...(column === undefined ? [] : looks(column)),
    cell.tone,
    heat === undefined ? '' : `heat-${heat}`,
    digest,
  );
  return isName && shown !== '' ? `<th scope="row"${data}${named}>${linked}</th>` : `<td${data}${named}>${linked}</td>`;
}

function cardHtml({ anchor, title, badge, lines, table }: Card, writing: Writing): string {
  const rank = badge === '' ? '' : ` <span class="badge">${escapeMarkup(badge)}</span>`;
  const said = lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('\n');
  return `<article id="${anchor}">\n<h4><span>${escapeMarkup(title)}</span>${rank}</h4>\n${said}${
    table === undefined ? '' : `\n${tableHtml(table, writing)}`
  }\n</article>`;
}

function heatKeyHtml({ title, steps }: HeatKey): string {
  const items = steps.map(({ step, text }) => `<li class="heat-${step}">${escapeMarkup(text)}</li>`);
  return `<ul class="key"><li>${escapeMarkup(title)}</li>${items.join('')}</ul>`;
}

function classes(...names: readonly (string | undefined)[]): string {
  const given = names.filter((name) => name !== undefined && name !== '' && name !== 'plain');
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

function spanned(escaped: string, tone: string | undefined): string {
  return tone === undefined || tone === 'plain' ? escaped : `<span class="${tone}">${escaped}</span>`;
}
