/** The parts of an .xlsx file that matter: its sheets in order, the shared texts, and which formats are dates. */
import type { WorkbookFlaw } from '../faults/workbook.ts';
import { attribute, digits, scanXml } from './xml.ts';
import { openZip, type Zip, ZipError } from './zip.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface SharedText {
  readonly text: string;
  readonly isStruck: boolean;
}

/** What a number format makes of a number. */
export type FormatKind = 'plain' | 'date' | 'percent';

export interface Workbook {
  readonly zip: Zip;
  /** Worksheets, not charts. */
  readonly sheets: readonly SheetPart[];
  readonly texts: readonly SharedText[];
  /** By the position of a cell's style. */
  readonly formats: readonly FormatKind[];
}

/** Throws a `ZipError` where the bytes are no workbook that can be read. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const old = oldFile(bytes);
  if (old) throw new ZipError(old);
  const zip = openZip(bytes);
  const { names } = zip;
  if (names.has('mimetype') || names.has('META-INF/manifest.xml')) throw new ZipError('ods');
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) throw new ZipError('macro');
  if ([...names].some((name) => /(?:^|\/)workbook\.bin$/i.test(name))) throw new ZipError('xlsb');
  const main = relations(zip, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new ZipError('damaged');
  const related = relations(zip, main);
  const optional = (type: string): Uint8Array | undefined => {
    const target = related.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : zip.part(target);
  };
  const shared = optional('sharedStrings');
  const styles = optional('styles');
  return {
    zip,
    sheets: sheetsOf(partOf(zip, main), related),
    texts: shared === undefined ? [] : sharedTexts(shared),
    formats: styles === undefined ? [] : formatKinds(styles),
  };
}

/** The bytes of a part that must be there. */
export function partOf(zip: Zip, name: string): Uint8Array {
  const part = zip.part(name);
  if (part === undefined) throw new ZipError('damaged');
  return part;
}

/** An OLE file: a workbook behind a password is one, and so is every Office file from before 2007. */
function oldFile(bytes: Uint8Array): WorkbookFlaw | undefined {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0) return undefined;
  const start = String.fromCharCode(...bytes.subarray(0, 20_000).filter((byte) => byte !== 0));
  return start.includes('EncryptedPackage') || start.includes('EncryptionInfo') ? 'encrypted' : 'xls';
}

interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, styles, ... */
  readonly type: string;
  readonly target: string;
}

/** What a part points at; `''` is the file itself. */
function relations(zip: Zip, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = zip.part(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const found: Relation[] = [];
  if (bytes === undefined) return found;
  scanXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) as string,
        target: target.startsWith('/') ? target.slice(1) : `${part.slice(0, slash)}${target}`,
      });
    },
    close() {},
    text() {},
  });
  return found;
}

function sheetsOf(bytes: Uint8Array, related: readonly Relation[]): readonly SheetPart[] {
  const sheets: SheetPart[] = [];
  scanXml(bytes, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      // `r:id`, not `sheetId`: attribute() reads names without their prefix.
      const id = attribute(attributes, 'id');
      const relation = related.find((each) => each.id === id);
      if (relation === undefined) throw new ZipError('damaged');
      if (relation.type !== 'worksheet') return;
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden, part: relation.target });
    },
    close() {},
    text() {},
  });
  return sheets;
}

function sharedTexts(bytes: Uint8Array): readonly SharedText[] {
  const texts: SharedText[] = [];
  const collector = textCollector();
  scanXml(bytes, {
    open(name, attributes) {
      if (name === 'si') collector.begin();
      else collector.open(name, attributes);
    },
    close(name) {
      if (name === 'si') texts.push(collector.end());
      else collector.close(name);
    },
    text: collector.text,
  });
  return texts;
}

/** Collects the text of an `si` or `is` from its runs; phonetic hints are left out. */
export function textCollector() {
  let text = '';
  let isStruck = false;
  let inText = false;
  let inHint = false;
  return {
    begin() {
      text = '';
      isStruck = false;
    },
    open(name: string, attributes: string) {
      if (name === 'rPh') inHint = true;
      else if (name === 't') inText = !inHint;
      else if (name === 'strike' || name === 'dstrike')
        isStruck ||= !/^(?:0|false)$/.test(attribute(attributes, 'val') ?? '');
    },
    close(name: string) {
      if (name === 'rPh') inHint = false;
      else if (name === 't') inText = false;
    },
    text(part: string) {
      if (inText) text += part;
    },
    /** Throws a `ZipError` where half of a pair would come out as another character. */
    end(): SharedText {
      const whole = unwritten(text);
      if (/\p{Surrogate}/u.test(whole)) throw new ZipError('damaged');
      return { text: whole, isStruck };
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376, 22.9.2.19). */
function unwritten(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(digits(hex, 16)));
}

/** Built-in formats of dates and times (ECMA-376, 18.8.30), East Asian ones among them. */
const DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

function formatKinds(bytes: Uint8Array): readonly FormatKind[] {
  const custom = new Map<string, FormatKind>();
  const kinds: FormatKind[] = [];
  let inCells = false;
  scanXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        custom.set(attribute(attributes, 'numFmtId') ?? '', kindOfCode(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'xf' && inCells) {
        const id = attribute(attributes, 'numFmtId') ?? '0';
        kinds.push(custom.get(id) ?? kindOfId(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return kinds;
}

function kindOfId(id: string): FormatKind {
  if (id === '9' || id === '10') return 'percent';
  const isDate = DATES.some(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`).includes(id),
  );
  return isDate ? 'date' : 'plain';
}

/** What stands in quotes, behind a backslash or in brackets is no part of the format; `[h]` is hours. */
function kindOfCode(code: string): FormatKind {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return 'date';
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return 'plain';
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
