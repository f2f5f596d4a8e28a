/** The progress line against a clock of our own: when it comes, what it says, and that it goes again. */
import { describe, expect, test } from 'vitest';
import type { DiskSource } from '../src/io.ts';
import { watch } from '../src/progress.ts';

const SIZE = 1000;

/** A source of one file that gives a tenth at a time and takes `pace` milliseconds for it. */
function setUp(pace: number, columns = 120) {
  let time = 0;
  const written: string[] = [];
  const source = {
    size: () => SIZE,
    bytes: () => new Uint8Array(3),
    together: (paths: readonly string[], into: Uint8Array) =>
      paths.map((_, at) => 3 * (at + 1)).filter((end) => end <= into.length),
    pieces: <T>(_: string, _most: number, take: (read: (into: Uint8Array) => number) => T): T => {
      let left = 10;
      return take(() => {
        time += pace;
        return left-- > 0 ? SIZE / 10 : 0;
      });
    },
  } as unknown as DiskSource;
  const open: DiskSource['open'] = (_, take) => {
    const readAt = () => {
      time += pace;
      return 0;
    };
    return take({ descriptor: 3, size: SIZE, readAt });
  };
  Object.assign(source, { open });
  const terminal = { write: (text: unknown) => written.push(`${text}`), isTTY: true, columns, color: 0 as const };
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { ...watch(source, terminal, () => time), written, wait };
}

/** Reads a file to its end and gives the bytes that came. */
function readAll(source: DiskSource, path: string): number | undefined {
  const pieces = source.pieces as NonNullable<DiskSource['pieces']>;
  return pieces(path, SIZE, (read) => {
    let sum = 0;
    for (let count = -1; count !== 0; sum += count) count = read(new Uint8Array(SIZE));
    return sum;
  });
}

describe('progress', () => {
  test('work of less than a second shows nothing, and takes nothing away', () => {
    const { source, end, written } = setUp(50);
    expect(readAll(source, 'entries/long.csv')).toBe(SIZE);
    end();
    expect(written).toEqual([]);
  });

  test('longer work fills the bar, not more often than every tenth of a second, and the line is taken away', () => {
    const { source, end, written } = setUp(250);
    expect(readAll(source, 'entries/long.csv')).toBe(SIZE);
    end();
    end();
    expect(written[0]).toBe('\r\u001b[K[########------------]  40 %  long.csv');
    expect(written.at(-2)).toBe('\r\u001b[K[####################] 100 %  long.csv');
    expect(written.at(-1)).toBe('\r\u001b[K');
    expect(written).toHaveLength(9);
    const often = setUp(40);
    for (let file = 0; file < 5; file++) readAll(often.source, `entries/${file}.csv`);
    // 55 readings of 40 ms: from the first second on, one in three.
    expect(often.written).toHaveLength(11);
  });

  test('a file that several threads read fills the bar as they tell of it', () => {
    const { source, end, written } = setUp(400);
    source.open?.('entries/long.csv', ({ readAt, tell }) => {
      for (let at = 0; at < 10; at++) {
        readAt(new Uint8Array(1), at);
        tell?.((SIZE * at) / 10);
      }
    });
    end();
    expect(written[0]).toBe('\r\u001b[K[####----------------]  20 %  long.csv');
    expect(written.at(-2)).toBe('\r\u001b[K[##################--]  90 %  long.csv');
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('files read at once are counted, and a narrow terminal gets the bar alone', () => {
    const { source, written } = setUp(300);
    readAll(source, 'entries/a.csv');
    readAll(source, 'entries/b.csv');
    expect(source.bytes('entries/c.csv')).toHaveLength(3);
    expect(written.at(-1)).toBe('\r\u001b[K[####################] 100 %  b.csv');
    const small = setUp(2000);
    readAll(small.source, 'entries/a.csv');
    small.source.bytes('entries/b.csv');
    readAll(small.source, 'entries/c.csv');
    expect(small.written[0]).toBe('\r\u001b[K#1  a.csv');
    expect(small.written.at(11)).toBe('\r\u001b[K#3  c.csv');
    const narrow = setUp(2000, 60);
    readAll(narrow.source, 'entries/a.csv');
    expect(narrow.written[1]).toBe('\r\u001b[K[####----------------]  20 %');
  });

  test('a file that is read again by another way counts once', () => {
    const { source, written } = setUp(2000);
    readAll(source, 'entries/a.csv');
    source.open?.('entries/b.csv', ({ readAt }) => readAt(new Uint8Array(1), 0));
    readAll(source, 'entries/b.csv');
    source.bytes('entries/b.csv');
    readAll(source, 'entries/c.csv');
    expect(written.filter((line) => line.includes('#'))).toContain('\r\u001b[K#3  c.csv');
  });

  test('files read together are counted one by one, and once', () => {
    const { source, written, wait } = setUp(2000);
    const paths = ['a', 'b', 'c', 'd'].map((name) => `entries/${name}.csv`);
    wait(3000);
    // The fourth found no room.
    expect(source.together?.(paths, new Uint8Array(9), SIZE)).toEqual([3, 6, 9]);
    expect(written).toEqual(['\r\u001b[K#1  a.csv']);
    source.bytes('entries/b.csv');
    wait(3000);
    source.bytes('entries/d.csv');
    expect(written.at(-1)).toBe('\r\u001b[K#4  d.csv');
  });

  test('a name that could steer the terminal is made visible', () => {
    const { source, written } = setUp(2000);
    readAll(source, 'entries/\u001b[2Jx.csv');
    expect(written[0]).toBe('\r\u001b[K#1  \\u{1b}[2Jx.csv');
  });
});
