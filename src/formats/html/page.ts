/**
 * A page as one HTML file that needs nothing else: its style and script inside and named by their digests,
 * everything else forbidden by its own policy.
 */
import { createHash } from 'node:crypto';
import type { HeatStep } from '../../model/chart.ts';
import type { Block, TableColumn, Tone } from '../../model/document.ts';
import { type Encoded, joined, type Piece, type Untrusted } from '../../model/encoded.ts';
import type { Card, DataTable, HeatKey, Page, PageBlock, PageCell, Section } from '../../model/page.ts';
import { inlineSvg } from '../drawing.ts';
import { cellText, type FormatContext } from '../format.ts';
import { escapeMarkup, html } from './escape.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { pageWords } from './words.ts';

/** What the parts of one page share: the reader's language and marks, and how far the writing has come. */
interface Writing {
  readonly context: FormatContext;
  charts: number;
  /** The last heading, and how many tables without a caption stand below it. */
  heading: Untrusted;
  tables: number;
}

/** The whole file. The same page gives the same bytes. */
export function writePage(page: Page, context: FormatContext): Encoded<'html'> {
  const { lang } = context;
  const word = (name: keyof typeof pageWords): Encoded<'html'> => escapeMarkup(pageWords[name][lang]);
  const writing: Writing = { context, charts: 0, heading: page.title, tables: 0 };
  const titled = page.sections.filter(({ title }) => title !== '');
  const links = titled.map(
    ({ anchor, title }) => html`<li><a href="#${escapeMarkup(anchor)}">${escapeMarkup(title)}</a></li>`,
  );
  const nav =
    links.length < 2 ? '' : html`<nav aria-label="${word('contents')}"><ul>\n${joined(links, '\n')}\n</ul></nav>\n`;
  const data = (['search', 'all', 'shown', 'more'] as const).map(
    (name) => html` data-${escapeMarkup(name)}="${word(name)}"`,
  );
  const title = escapeMarkup(page.title);
  const intro = page.intro.map((block) => blockHtml(block, writing));
  const sections = page.sections.map((section) => sectionHtml(section, writing));
  const parts = [
    html`<!doctype html>\n<html lang="${escapeMarkup(lang)}">\n<head>\n<meta charset="utf-8">`,
    html`<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<meta name="color-scheme" content="light dark">`,
    html`<title>${title === '' ? html`parindex` : title}</title>\n<style>${STYLE}</style>\n</head>`,
    html`<body${joined(data)}>\n<a class="skip" href="#content">${word('skip')}</a>`,
    html`<header>\n${title === '' ? '' : html`<h1>${title}</h1>\n`}${joined(intro, '\n')}\n${nav}</header>`,
    html`<main id="content" tabindex="-1">\n${joined(sections, '\n')}\n</main>`,
    page.footer === '' ? ('' as const) : html`<footer><p>${escapeMarkup(page.footer)}</p></footer>`,
    html`<script>${SCRIPT}</script>\n</body>\n</html>\n`,
  ];
  return joined(parts, '\n');
}

/** Nothing is fetched, sent or framed; of styles and scripts only those whose digests are named. */
function policy(): Encoded<'html'> {
  const digest = (text: string) => html`'sha256-${escapeMarkup(createHash('sha256').update(text).digest('base64'))}'`;
  return html`default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function sectionHtml({ anchor, title, blocks }: Section, writing: Writing): Encoded<'html'> {
  const id = escapeMarkup(anchor);
  const heading = title === '' ? '' : html`<h2 id="${id}-title">${escapeMarkup(title)}</h2>\n`;
  const labelled = title === '' ? '' : html` id="${id}" aria-labelledby="${id}-title"`;
  const inner = blocks.map((block) => pageBlockHtml(block, writing));
  return html`<section${labelled}>\n${heading}${joined(inner, '\n')}\n</section>`;
}

function pageBlockHtml(block: PageBlock, writing: Writing): Encoded<'html'> {
  switch (block.kind) {
    case 'data-table':
      return tableHtml(block, writing);
    case 'figure': {
      writing.charts++;
      const svg = inlineSvg(block.chart, html`chart-${writing.charts}`);
      const label = html`${escapeMarkup(block.caption)} (${escapeMarkup(pageWords.chart[writing.context.lang])})`;
      return html`<figure><div role="group" tabindex="0" aria-label="${label}">${svg}</div></figure>`;
    }
    case 'cards':
      return html`<div class="cards">\n${joined(
        block.cards.map((card) => cardHtml(card, writing)),
        '\n',
      )}\n</div>`;
    case 'heat-key':
      return heatKeyHtml(block);
    default:
      return blockHtml(block, writing);
  }
}

function blockHtml(block: Block, writing: Writing): Encoded<'html'> {
  switch (block.kind) {
    case 'heading':
      writing.heading = block.text;
      writing.tables = 0;
      return html`<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`;
    case 'paragraph':
      return html`<p${classes(block.tone)}>${escapeMarkup(block.text)}</p>`;
    case 'lines':
      return html`<pre>${joined(
        block.lines.map((line) => joined(line.map(({ text, tone }) => spanned(escapeMarkup(text), tone)))),
        '\n',
      )}</pre>`;
    case 'table': {
      writing.tables++;
      const rows = block.rows.map((row) => row.map((cell) => ({ cell })));
      const heading = escapeMarkup(writing.heading);
      const label = writing.tables === 1 ? heading : html`${heading} (${writing.tables})`;
      const table: DataTable = { kind: 'data-table', caption: '', columns: block.columns, rows, sortable: false };
      return tableHtml(table, writing, label);
    }
  }
}

/** `label` names a table that has no caption, for a reader who hears it. */
function tableHtml(table: DataTable, writing: Writing, label = escapeMarkup(table.caption)): Encoded<'html'> {
  const { caption, columns, rows, footer = [], sortable, filter } = table;
  const named = nameColumn(columns);
  const by = filter?.by === undefined ? '' : html` data-by="${filter.by}"`;
  const asked = html`${sortable ? html` data-sort` : ''}${filter === undefined ? '' : html` data-filter${by}`}`;
  const head = columns.map(
    (column) => html`<th scope="col"${classes(...looks(column))}>${escapeMarkup(column.title)}</th>`,
  );
  const line = (row: readonly PageCell[]): Encoded<'html'> =>
    html`<tr>${joined(row.map((cell, at) => cellHtml(cell, columns[at], at === named, writing)))}</tr>`;
  const region = label === '' ? '' : html` role="group" tabindex="0" aria-label="${label}"`;
  const titled = caption === '' ? '' : html`\n<caption>${escapeMarkup(caption)}</caption>`;
  const foot = footer.length === 0 ? '' : html`\n<tfoot>\n${joined(footer.map(line), '\n')}\n</tfoot>`;
  const parts = [
    html`<div class="scroll"${region}>\n<table${asked}>${titled}`,
    html`<thead>\n<tr>${joined(head)}</tr>\n</thead>\n<tbody>`,
    ...rows.map(line),
    html`</tbody>${foot}\n</table>\n</div>`,
  ];
  return joined(parts, '\n');
}

/** The column that names its row: the first that may wrap, else the first text. */
function nameColumn(columns: readonly TableColumn[]): number {
  const flexible = columns.findIndex((column) => column.flexible === true);
  return flexible >= 0 ? flexible : columns.findIndex(({ align }) => align === 'left');
}

function looks({ align, flexible }: TableColumn): readonly (Look | '')[] {
  return [align === 'right' ? 'r' : align === 'center' ? 'c' : '', flexible === true ? 'wide' : ''];
}

function cellHtml(
  { cell, heat, to, key }: PageCell,
  column: TableColumn | undefined,
  isName: boolean,
  { context }: Writing,
): Encoded<'html'> {
  const shown = escapeMarkup(cellText(cell, context.decimal));
  const linked = to === undefined ? shown : html`<a href="#${escapeMarkup(to)}">${shown}</a>`;
  // A number is ordered by what it shows, with either mark.
  const data = key === undefined ? '' : html` data-key="${escapeMarkup(key)}"`;
  const digest = /^[0-9a-f]{64}$/.test(shown) ? 'hash' : '';
  const named = classes(
    ...(column === undefined ? [] : looks(column)),
    cell.tone,
    heat === undefined ? '' : `heat-${heat}`,
    digest,
  );
  return isName && shown !== ''
    ? html`<th scope="row"${data}${named}>${linked}</th>`
    : html`<td${data}${named}>${linked}</td>`;
}

function cardHtml({ anchor, title, badge, lines, table }: Card, writing: Writing): Encoded<'html'> {
  const rank = badge === '' ? '' : html` <span class="badge">${escapeMarkup(badge)}</span>`;
  const said = lines.map((line) => html`<p>${escapeMarkup(line)}</p>`);
  const below = table === undefined ? '' : html`\n${tableHtml(table, writing)}`;
  const head = html`<h4><span>${escapeMarkup(title)}</span>${rank}</h4>`;
  return html`<article id="${escapeMarkup(anchor)}">\n${head}\n${joined(said, '\n')}${below}\n</article>`;
}

function heatKeyHtml({ title, steps }: HeatKey): Encoded<'html'> {
  const items = steps.map(({ step, text }) => html`<li class="heat-${step}">${escapeMarkup(text)}</li>`);
  return html`<ul class="key"><li>${escapeMarkup(title)}</li>${joined(items)}</ul>`;
}

/** Names of ours for how a cell looks; never a text of a file. */
type Look = Tone | 'r' | 'c' | 'wide' | 'hash' | `heat-${HeatStep}`;

function classes(...names: readonly (Look | '' | undefined)[]): Piece<'html'> {
  const given = names.filter((name) => name !== undefined && name !== '' && name !== 'plain');
  return given.length === 0 ? '' : html` class="${joined(given.map(escapeMarkup), ' ')}"`;
}

function spanned(escaped: Encoded<'html'>, tone: Tone | undefined): Encoded<'html'> {
  return tone === undefined || tone === 'plain' ? escaped : html`<span class="${escapeMarkup(tone)}">${escaped}</span>`;
}
