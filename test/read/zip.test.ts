/** Zip files by hand: parts by name, held to what their directory says of them. */
import { describe, expect, it } from 'vitest';
import { openZip, ZipError } from '../../src/read/zip.ts';
import { type Part, textPart, zipOf } from './books.ts';

/** What is wrong, or nothing. */
function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ZipError);
    expect([(error as ZipError).name, (error as ZipError).message]).toEqual(['ZipError', (error as ZipError).why]);
    return (error as ZipError).why;
  }
}

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const HELLO = textPart('a/hello.txt', 'hello hello hello');
const TWO = [HELLO, textPart('b.txt', '')];

/** The file with one field changed: `at` from the beginning, or from the end where negative. */
function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at < 0 ? copy.length + at : at);
  return copy;
}

/** Where the first entry of the directory, the first part and the end record stand. */
const directoryOf = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(bytes.length - 22 + 16, true);

/** One part that is stored as it is, which `zipOf` never does. */
function stored(content: string): Uint8Array {
  const packed = zipOf([textPart('s', content)]);
  const raw = new TextEncoder().encode(content);
  const directory = directoryOf(packed);
  const head = packed.slice(0, 31);
  const entry = packed.slice(directory, packed.length - 22);
  const end = packed.slice(packed.length - 22);
  const out = new Uint8Array([...head, ...raw, ...entry, ...end]);
  const view = new DataView(out.buffer);
  const at = 31 + raw.length;
  view.setUint16(at + 10, 0, true);
  view.setUint32(at + 20, raw.length, true);
  view.setUint32(out.length - 6, at, true);
  return out;
}

describe('a zip file', () => {
  it('gives its parts by their exact names', () => {
    const zip = openZip(zipOf(TWO));
    expect([...zip.names]).toEqual(['a/hello.txt', 'b.txt']);
    expect(text(zip.part('a/hello.txt'))).toBe('hello hello hello');
    expect(text(zip.part('b.txt'))).toBe('');
    expect([zip.part('A/hello.txt'), zip.part('hello.txt'), zip.part('')]).toEqual([undefined, undefined, undefined]);
  });

  it('may hold parts that are stored as they are', () => {
    expect(text(openZip(stored('as it is')).part('s'))).toBe('as it is');
  });

  it('may stand inside a larger buffer, and end with a comment of at most 65,535 bytes', () => {
    const bytes = zipOf(TWO);
    const larger = new Uint8Array([1, 2, 3, ...bytes, 4]);
    expect(text(openZip(larger.subarray(3, larger.length - 1)).part('a/hello.txt'))).toBe('hello hello hello');
    const commented = (length: number) => new Uint8Array([...bytes, ...new Uint8Array(length)]);
    expect([...openZip(commented(65_535)).names]).toHaveLength(2);
    expect(faultOf(() => openZip(commented(65_536)))).toBe('damaged');
  });

  it('may have extra fields and comments behind the names of its parts', () => {
    const bytes = zipOf(TWO);
    const [directory, view] = [directoryOf(bytes), new DataView(bytes.buffer)];
    // Three bytes of extra field and two of comment behind the first entry of the directory, four behind its local name.
    const name = HELLO.name.length;
    const local = [...bytes.subarray(0, 30 + name), 9, 9, 9, 9, ...bytes.subarray(30 + name, directory)];
    const first = [...bytes.subarray(directory, directory + 46 + name), 8, 8, 8, 7, 7];
    const out = new Uint8Array([...local, ...first, ...bytes.subarray(directory + 46 + name)]);
    const data = new DataView(out.buffer);
    data.setUint16(28, 4, true);
    data.setUint16(directory + 4 + 30, 3, true);
    data.setUint16(directory + 4 + 32, 2, true);
    const second = directory + 4 + first.length;
    data.setUint32(second + 42, view.getUint32(directory + 46 + name + 42, true) + 4, true);
    data.setUint32(out.length - 6, directory + 4, true);
    const zip = openZip(out);
    expect([text(zip.part('a/hello.txt')), text(zip.part('b.txt'))]).toEqual(['hello hello hello', '']);
  });
});

describe('a zip file is refused', () => {
  const bytes = zipOf(TWO);
  const directory = directoryOf(bytes);

  it.each<[string, Uint8Array, string]>([
    ['of nothing', new Uint8Array(0), 'damaged'],
    ['without its end', bytes.subarray(0, bytes.length - 22), 'damaged'],
    ['cut at the end', bytes.subarray(0, bytes.length - 1), 'damaged'],
    ['whose directory lies elsewhere', changed(bytes, -6, 0xff, 0xff), 'damaged'],
    ['whose directory is none', changed(bytes, directory, 0x51), 'damaged'],
    ['with more entries than there are', changed(bytes, -12, 3), 'damaged'],
    ['with more entries than there may be', changed(bytes, -12, 0x11, 0x27), 'too-many-parts'],
    ['with two parts of one name', zipOf([HELLO, HELLO]), 'repeated-part'],
    ['with an encrypted part', zipOf([{ ...HELLO, flags: 1 }]), 'encrypted'],
    ['with an encrypted part of a long name', zipOf([{ ...HELLO, flags: 0x0801 }]), 'encrypted'],
  ])('%s', (_, broken, why) => {
    expect(faultOf(() => openZip(broken))).toBe(why);
  });

  it('of exactly as many parts as there may be is read so far as it goes', () => {
    // 10,000 are declared and two are there: damage, not too many.
    expect(faultOf(() => openZip(changed(bytes, -12, 0x10, 0x27)))).toBe('damaged');
  });

  it('not where a name is written in UTF-8, or sizes follow the part', () => {
    expect(openZip(zipOf([{ ...HELLO, flags: 0x0808 }])).part(HELLO.name)).toBeDefined();
  });

  const claiming = (unpacked: number): Part => ({ ...HELLO, claims: { unpacked } });
  it.each<[number, string | undefined]>([
    [1_000_000, undefined],
    [1_000_001, 'too-large'],
  ])('where %i bytes come out of next to nothing: %s', (size, why) => {
    expect(faultOf(() => openZip(zipOf([claiming(size)])))).toBe(why);
    // Half of it in each of two parts.
    const half = [claiming(size - 1), { ...claiming(1), name: 'other' }];
    expect(faultOf(() => openZip(zipOf(half)))).toBe(why);
  });

  it('where more comes out than may, however large the file is', () => {
    // A part of 3 MB of noise: a hundred times as much is more than 256 MB.
    let state = 1;
    const noise = Uint8Array.from({ length: 3_000_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
    const file = (unpacked: number) => zipOf([{ name: 'noise', bytes: noise }, claiming(unpacked - 3_000_000)]);
    expect(faultOf(() => openZip(file(256_000_000)))).toBeUndefined();
    expect(faultOf(() => openZip(file(256_000_001)))).toBe('too-large');
  });

  it.each<[string, Uint8Array]>([
    ['that begins otherwise', changed(bytes, 0, 0x51)],
    ['that is longer than the file', changed(bytes, directory + 20, 0xff, 0xff, 0xff)],
    ['that reaches one byte too far', changed(bytes, directory + 20, ...[bytes.length - 41 + 1, 0])],
    ['that lies behind the file', changed(bytes, directory + 42, 0xff, 0xff, 0xff)],
    ['packed in another way', changed(bytes, directory + 10, 9)],
    ['with another sum', changed(bytes, directory + 16, (bytes[directory + 16] as number) ^ 1)],
    ['with less in it than is said', zipOf([claiming(18)])],
    ['with more in it than is said', zipOf([claiming(16)])],
    ['with something in it where nothing is said', zipOf([claiming(0)])],
    ['that is no deflated text', changed(bytes, 30 + HELLO.name.length, 0xff, 0xff)],
  ])('for a part %s, when it is asked for', (_, broken) => {
    const zip = openZip(broken);
    expect(faultOf(() => zip.part(HELLO.name))).toBe('damaged');
  });

  it('with any other error where it is none of the file', () => {
    const zip = openZip(bytes);
    expect(() => zip.part(null as never)).not.toThrow();
    expect(() => openZip(null as never)).toThrow(TypeError);
  });
});
