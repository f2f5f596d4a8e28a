/** Workbooks made by hand, part by part, so that a test can say exactly what a hostile or damaged one holds. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the directory says instead of the truth. */
  readonly claims?: { readonly unpacked?: number };
  readonly flags?: number;
}

/** A zip file of deflated parts, in order, with the first day that a zip can name. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims, flags = 0 } of parts) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(33, 8);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims?.unpacked ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, path]));
    files.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}

export interface BookSheetXml {
  readonly name?: string;
  readonly state?: string;
  /** The inside of `sheetData`. */
  readonly rows: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Styles: 0 General, 1 a date, 2 percent, 3 Text, 4 a date of one's own, 5 red negative numbers. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00;[Red]-#,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="49"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

export function textPart(name: string, text: string): Part {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The parts of a workbook with these sheets and shared texts (`si` elements as XML). */
export function partsOf(sheets: readonly BookSheetXml[], shared: readonly string[] = []): readonly Part[] {
  const related = (rows: readonly string[]) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name = `Sheet${1 + sheets.length}`, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  return [
    textPart('_rels/.rels', related([relation('rId1', 'officeDocument', 'xl/workbook.xml')])),
    textPart(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    textPart(
      'xl/_rels/workbook.xml.rels',
      related([
        ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation('rId98', 'styles', 'styles.xml'),
        relation('rId99', 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ),
    textPart('xl/styles.xml', `${HEAD}${STYLES}`),
    textPart('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${shared.join('')}</sst>`),
    ...sheets.map(({ rows, before = '', after = '' }, at) =>
      textPart(
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    ),
  ];
}

/** A workbook with these sheets and shared texts. */
export function bookOf(sheets: readonly BookSheetXml[], shared: readonly string[] = []): Uint8Array {
  return zipOf(partsOf(sheets, shared));
}

/** A cell of text. */
export function t(cell: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** A cell of a number, as the file stores it. */
export function n(cell: string, stored: string, style = 0): string {
  return `<c r="${cell}" s="${style}"><v>${stored}</v></c>`;
}

/** A row of cells. */
export function row(number: number, cells: readonly string[], attributes = ''): string {
  return `<row r="${number}"${attributes}>${cells.join('')}</row>`;
}
