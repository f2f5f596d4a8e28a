/**
 * XML as a stream of tags and texts: what a spreadsheet's parts need and no more. A DOCTYPE is refused, so there are
 * no entities but the five of XML and characters by number; names lose their prefix.
 */
import { ZipError } from './zip.ts';

export interface XmlSink {
  /** `attributes` is the raw text between the name and the end of the tag. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Hands tags and texts to `sink` in order. Throws a `ZipError` for a DOCTYPE or anything that is not well formed. */
export function scanXml(bytes: Uint8Array, sink: XmlSink): void {
  const source = decoded(bytes);
  const open: string[] = [];
  let at = source.startsWith('\ufeff') ? 1 : 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const end = tag === -1 ? source.length : tag;
    if (end > at && open.length > 0) sink.text(unescaped(source.slice(at, end)));
    if (tag === -1) break;
    at = take(source, tag, open, sink);
  }
  if (open.length > 0) throw new ZipError('damaged');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ZipError('damaged');
  }
}

/** Takes the markup that begins at `tag`; gives where it ends. */
function take(source: string, tag: number, open: string[], sink: XmlSink): number {
  if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
  if (source.startsWith('<?', tag)) return after(source, '?>', tag + 2);
  if (source.startsWith('<![CDATA[', tag)) {
    const end = after(source, ']]>', tag + 9);
    sink.text(source.slice(tag + 9, end - 3));
    return end;
  }
  if (source.startsWith('<!', tag)) throw new ZipError('doctype');
  const end = endOfTag(source, tag + 1);
  const isClosing = source[tag + 1] === '/';
  const isEmpty = source[end - 1] === '/';
  const inner = source.slice(tag + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
  const blank = inner.search(/\s/);
  const name = (blank === -1 ? inner : inner.slice(0, blank)).replace(/^[^:]*:/, '');
  if (isClosing) {
    if (open.pop() !== name) throw new ZipError('damaged');
    sink.close(name);
    return end + 1;
  }
  sink.open(name, blank === -1 ? '' : inner.slice(blank));
  if (isEmpty) sink.close(name);
  else open.push(name);
  return end + 1;
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  if (end === -1) throw new ZipError('damaged');
  return end + mark.length;
}

/** Where the `>` of a tag stands; one inside quotes is none. */
function endOfTag(source: string, from: number): number {
  let at = from;
  for (;;) {
    const end = source.indexOf('>', at);
    if (end === -1) throw new ZipError('damaged');
    const quote = /["']/.exec(source.slice(at, end));
    if (quote === null) return end;
    at = after(source, quote[0], at + quote.index + 1);
  }
}

/** The value of an attribute, whatever its prefix; undefined where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(
    /\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (key === name) return unescaped(double ?? single ?? '');
  }
  return undefined;
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const point = code === null ? -1 : code[1] === undefined ? digits(code[2] as string, 10) : digits(code[1], 16);
    const character = NAMED.get(name) ?? (isCharacter(point) ? String.fromCodePoint(point) : undefined);
    if (character === undefined) throw new ZipError('damaged');
    return character;
  });
}

/** Half of a pair is none: it would come out of a file as another character. */
function isCharacter(point: number): boolean {
  return point >= 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
}

/** The whole number that digits of a base mean. */
export function digits(written: string, base: number): number {
  return [...written.toLowerCase()].reduce((value, digit) => value * base + '0123456789abcdef'.indexOf(digit), 0);
}
