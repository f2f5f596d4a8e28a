/** Value cells that are shown to their rule, which is asked once, or left; how numbers are read: kernel/number.test.ts. */
import { describe, expect, it } from 'vitest';
import { createColumn, exactAt } from '../../src/model/column.ts';
import type { DecimalMark } from '../../src/model/exact.ts';
import { DIGITS, KNOWN_D, KNOWN_N } from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { NO_DIGITS, NUMBER, SHARE } from '../../src/read/kernel/number.ts';
import { layKinds } from '../../src/read/scan-bytes.ts';
import { createCellReader, hasLetters, readCell, textOf } from '../../src/read/scan-cell.ts';
import { countOf } from '../../src/read/scan-table.ts';
import type { Target } from '../../src/read/sheets.ts';
import { place } from './kernel/bytes-by-hand.ts';

interface Fake {
  readonly holds?: string;
  readonly top?: { n: bigint; d: bigint };
  readonly comparesPrevious?: boolean;
}

/** A leaf whose rule reads the length of a text over 2, refuses what begins with `?`, and notes what it was asked. */
function leaf({ holds = 'text', top, comparesPrevious = false }: Fake, asked: string[] = []): Target {
  const rule = {
    holds: () => holds,
    ...(top ? { accepts: () => top } : {}),
    read: (text: string) => {
      asked.push(text);
      if (text.startsWith('?')) return { fault: {}, facts: {} };
      if (text === 'small') return { n: 1n, d: 10n ** 30n };
      return text === 'large' ? { n: 10n ** 30n, d: 1n } : { n: BigInt(text.length), d: 2n };
    },
  };
  return { rule, node: { rule: { options: {} }, max: { n: 1n, d: 1n } }, comparesPrevious } as unknown as Target;
}

/** The numbers of these cells, one after the other; none where it is not sure what they mean. From `readAt` on other threads read. */
function readAll(fake: Fake, texts: readonly string[], mark: DecimalMark = '.', readAt = texts.length) {
  const asked: string[] = [];
  const memory = new Memory();
  layKinds(memory, ';');
  const reader = createCellReader(memory, leaf(fake, asked), mark);
  const column = createColumn(1);
  const values = texts.map((text, at) => {
    memory.isRead = at >= readAt;
    const isRead = readCell(reader, column, 0, 1, place(memory, `x${text};\n`) - 2);
    const value = exactAt(column, 0);
    return isRead ? Number(value?.n) / Number(value?.d) : undefined;
  });
  return { values, asked, reader };
}

describe('a leaf', () => {
  it('asks its rule of each text once', () => {
    const { values, asked } = readAll({}, ['abc', 'ab', 'abc', 'ế', 'ế', '7', '7']);
    expect(values).toEqual([1.5, 1, 1.5, 0.5, 0.5, 0.5, 0.5]);
    expect(asked).toEqual(['abc', 'ab', 'ế', '7']);
  });

  it('asks of a text as it is composed', () => {
    expect(readAll({}, ['e\u0302\u0301']).asked).toEqual(['ế']);
  });

  it('is not sure of blanks, words for exempt, refusals, and of what compares with another year', () => {
    const { values, asked } = readAll({}, [' ab', 'ab ', '\u00a0ab', 'n/a', 'N/A', '?a', '?a']);
    expect(values).toEqual(Array(7).fill(undefined));
    expect(asked).toEqual(['?a', '?a']);
    expect(readAll({ comparesPrevious: true }, ['ab'])).toMatchObject({ values: [undefined], asked: [] });
  });

  it('keeps no number that is too large for a double, and has it all the same', () => {
    const { values, asked } = readAll({}, ['large', 'large']);
    expect(values).toEqual([1e30, 1e30]);
    expect(asked).toEqual(['large', 'large']);
    expect(readAll({}, ['small', 'small']).asked).toEqual(['small', 'small']);
  });

  it('keeps 2,048 texts', () => {
    const texts = Array.from({ length: 2049 }, (_, at) => `t${at}`);
    const { asked, reader } = readAll({}, [...texts, 't0', 't2047', 't2048']);
    expect(asked).toEqual([...texts, 't2048']);
    // Each has its own number, however often the numbers went elsewhere.
    const number = (at: number, of: number) => reader.memory.double(reader.memory.int(reader.at + of) + 8 * at);
    for (const [at, text] of texts.slice(0, 2048).entries()) {
      expect([number(at, KNOWN_N), number(at, KNOWN_D)]).toEqual([text.length, 2]);
    }
    expect(countOf(reader.known)).toBe(2048);
  });

  it('keeps none while other threads read what is known', () => {
    const { values, asked, reader } = readAll({}, ['a', 'a', 'bc', 'bc', 'a'], '.', 2);
    expect([values, asked, countOf(reader.known)]).toEqual([[0.5, 0.5, 1, 1, 0.5], ['a', 'bc', 'bc'], 1]);
  });

  it('reads digits without its rule where the rule accepts all up to a limit', () => {
    const top = { n: 5n, d: 2n };
    expect(readAll({ holds: 'number', top }, ['2.5', '2,5']).asked).toEqual(['2,5']);
    expect(readAll({ holds: 'number', top }, ['2.5', '2,5'], ',').asked).toEqual(['2.5']);
    expect(readAll({ holds: 'number', top }, ['2.5', '0.07', '2']).values).toEqual([2.5, 0.07, 2]);
    expect(readAll({ holds: 'share', top }, ['1/2', '250%', '5/2', '251%', '3']).asked).toEqual(['251%', '3']);
    expect(readAll({ holds: 'number', top }, ['2', '3', '1/2', '2x']).asked).toEqual(['3', '1/2', '2x']);
    expect(readAll({ holds: 'number' }, ['2']).asked).toEqual(['2']);
    expect(readAll({ holds: 'count', top }, ['2']).asked).toEqual(['2']);
  });

  it.each([
    ['number', 100_000_000n, 1n, NUMBER],
    ['number', 100_000_001n, 1n, NO_DIGITS],
    ['share', 1_000_000n, 1n, SHARE],
    ['share', 1_000_001n, 1n, NO_DIGITS],
    ['number', 1n, 1_000_000n, NUMBER],
    ['number', 1n, 1_000_001n, NO_DIGITS],
    ['share', 1n, 1_000_001n, NO_DIGITS],
    ['number', 10n ** 30n, 10n ** 30n, NO_DIGITS],
    ['number', 1n, 10n ** 30n, NO_DIGITS],
    ['text', 1n, 1n, NO_DIGITS],
  ])('%s up to %i/%i is read as %s', (holds, n, d, digits) => {
    const memory = new Memory();
    const { at } = createCellReader(memory, leaf({ holds, top: { n, d } }), '.');
    expect(memory.int(at + DIGITS)).toBe(digits);
  });
});

describe('letters of a cell', () => {
  const memory = new Memory();
  const has = (text: string) => hasLetters(memory, 1, place(memory, `x${text}x`) - 1);

  it('are seen among blanks of any kind', () => {
    expect(['a', ' a', '!', '~', 'ế', ' ế', '\u00a0b', '\u00a0ế', '\t-'].map(has)).toEqual(Array(9).fill(true));
    expect(['', ' ', '  ', '\t', '\u00a0', ' \u3000 '].map(has)).toEqual(Array(6).fill(false));
  });

  it('are given as the csv reader gives them', () => {
    place(memory, 'xe\u0302\u0301\ufeff,');
    expect(textOf(memory, 1, 6)).toBe('ế');
    expect(textOf(memory, 6, 9)).toBe('\ufeff');
    place(memory, Uint8Array.of(0xff));
    expect(() => textOf(memory, 0, 1)).toThrow();
  });
});
