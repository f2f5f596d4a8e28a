/** What the reader sees in a file, as a short page: how it is written, and its first rows with nothing hidden. */
import { type Block, number, type Report, type Table, text } from '../model/document.ts';
import type { InspectedRow, Inspection, LineEnds } from '../model/inspection.ts';
import { codePoint, visible } from '../model/visible.ts';
import type { Language, Words } from '../model/words.ts';
import { inspectionData } from './inspection-data.ts';
import {
  aboutCells,
  bytesCounted,
  headerSaid,
  rowsSaid,
  rowsShown,
  inspectionWords as say,
} from './words/inspection.ts';

/** Characters of a cell that the page shows; JSON has them all. */
const MOST_SHOWN = 60;

/** The page of a file with the first of its rows; the flat table and the data hold the same rows. */
export function reportInspection(
  inspection: Inspection,
  first: readonly InspectedRow[],
  { lang, toolVersion }: { readonly lang: Language; readonly toolVersion: string },
): Report {
  const { header, rows, sheet } = inspection;
  const shownHeader = header.cells.map((cell) => shown(cell));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: visible(inspection.file, Number.POSITIVE_INFINITY) },
    traitsTable(inspection, lang),
    rowsTable(shownHeader, first, sheet ? say.row[lang] : say.line[lang], sheet?.letters),
  ];
  const isHiding = [...header.cells, ...first.flatMap(({ cells }) => cells)].some(
    (cell) => shown(cell, cell.length) !== cell,
  );
  if (first.length < rows) blocks.push({ kind: 'paragraph', text: rowsShown[lang]({ shown: first.length, rows }) });
  if (isHiding) blocks.push({ kind: 'paragraph', text: aboutCells[lang], tone: 'muted' });
  return {
    document: { blocks },
    flat: {
      columns: ['line', ...shownHeader],
      rows: first.map(({ line, cells }) => [number(`${line}`), ...cells.map((cell) => text(shown(cell)))]),
    },
    data: { ...inspectionData(inspection, toolVersion), rows: first },
  };
}

/** Nothing hidden: blanks around a cell and no-break spaces are written out too. */
function shown(cell: string, limit = MOST_SHOWN): string {
  const around = /^\s+|\s+$/g;
  return visible(cell, limit)
    .replace(around, (blanks) => [...blanks].map(codePoint).join(''))
    .replaceAll('\u00a0', codePoint);
}

function traitsTable(inspection: Inspection, lang: Language): Table {
  const { bytes, dialect, text: traits, sheet, header, rows, blank } = inspection;
  const { encoding = '', hasMark = false, quoted = false, lineEnds } = traits ?? {};
  const mark = hasMark ? say.withMark : say.withoutMark;
  const pairs: readonly (readonly [Words, string])[] = [
    [say.size, bytesCounted[lang]({ bytes })],
    ...(sheet ? [[say.sheet, visible(sheet.name)] as const] : []),
    ...(traits
      ? ([
          [say.encoding, `${encoding}, ${mark[lang]}`],
          [say.delimiter, delimiterName(dialect.delimiter, lang)],
          [say.decimal, `${dialect.mark} (${(dialect.mark === ',' ? say.comma : say.dot)[lang]})`],
          [say.quotes, (quoted ? say.quoted : say.unquoted)[lang]],
          [say.lineEnds, lineEndsSaid(lineEnds ?? { lf: 0, crlf: 0, cr: 0 }, lang)],
        ] as const)
      : []),
    [say.header, headerSaid[lang]({ line: header.line, columns: header.cells.length })],
    [say.rows, rowsSaid[lang]({ rows, blank })],
  ];
  return {
    kind: 'table',
    columns: [
      { title: say.trait[lang], align: 'left' },
      { title: say.value[lang], align: 'left', flexible: true },
    ],
    rows: pairs.map(([what, value]) => [text(what[lang]), text(value)]),
  };
}

const DELIMITERS: Readonly<Record<string, Words>> = {
  ',': say.comma,
  ';': say.semicolon,
  '\t': say.tab,
  '|': say.bar,
};

function delimiterName(delimiter: string, lang: Language): string {
  const name = DELIMITERS[delimiter]?.[lang] ?? '';
  return `${delimiter === '\t' ? '\\t' : delimiter} (${name})`;
}

function lineEndsSaid({ lf, crlf, cr }: LineEnds, lang: Language): string {
  const kinds = [
    ['LF', lf],
    ['CRLF', crlf],
    ['CR', cr],
  ] as const;
  const found = kinds.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return found.length === 0 ? say.noLineEnd[lang] : found.join(', ');
}

function rowsTable(
  header: readonly string[],
  rows: readonly InspectedRow[],
  line: string,
  letters: readonly string[] | undefined,
): Table {
  const titles = header.map((title, at) => (letters ? `${letters[at] ?? ''} ${title}`.trim() : title));
  return {
    kind: 'table',
    columns: [
      { title: line, align: 'right' },
      ...titles.map((title) => ({ title, align: 'left', flexible: true }) as const),
    ],
    rows: rows.map(({ line: at, cells }) => [number(`${at}`), ...cells.map((cell) => text(shown(cell)))]),
  };
}
