/** Where a long file is cut: positions by hand, in files of lines whose lengths are known. */
import { describe, expect, it } from 'vitest';
import { cutFile } from '../../src/read/scan-cuts.ts';

/** Cuts of a file with lines of these lengths, line feeds included; `reads`: how many bytes were asked for each time. */
function cut(lengths: readonly number[], part: number, begin = 0) {
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0)).fill(0x61);
  let end = 0;
  for (const length of lengths) {
    end += length;
    bytes[end - 1] = 0x0a;
  }
  const reads: number[] = [];
  const readAt = (into: Uint8Array, position: number) => {
    reads.push(into.length);
    const next = bytes.subarray(position, position + into.length);
    into.set(next);
    return next.length;
  };
  const cuts = cutFile(readAt, begin, bytes.length, part);
  return { cuts: cuts && [...cuts], reads };
}

const TENS = Array<number>(10).fill(10);

describe('cuts', () => {
  it('stand behind the first line feed from a multiple of the part on, or right there', () => {
    expect(cut(TENS, 25).cuts).toEqual([0, 30, 50, 80, 100]);
    expect(cut(TENS, 50).cuts).toEqual([0, 50, 100]);
    expect(cut(TENS, 51).cuts).toEqual([0, 60, 100]);
    expect(cut(TENS, 49).cuts).toEqual([0, 50, 100]);
  });

  it('leave no part of less than half the size at the end', () => {
    // 80 + 20 is the end: the rest of 20 stays with the part before.
    expect(cut(TENS, 40).cuts).toEqual([0, 40, 100]);
    expect(cut([...TENS, 2], 40).cuts).toEqual([0, 40, 80, 102]);
    expect(cut(TENS, 100).cuts).toEqual([0, 100]);
    expect(cut(TENS, 1000).cuts).toEqual([0, 100]);
  });

  it('begin below the header', () => {
    expect(cut([7, ...TENS], 25, 7).cuts).toEqual([7, 37, 57, 87, 107]);
  });

  it('go behind a long line once, and not behind the last one', () => {
    expect(cut([10, 70, 10, 10], 20).cuts).toEqual([0, 80, 100]);
    expect(cut([10, 90], 20).cuts).toEqual([0, 100]);
  });

  it('are looked for in ever more bytes, up to 256 KiB', () => {
    // From the byte before position 2,000 on the line feed is byte number 1,024, or one more.
    expect(cut([3023, 1000], 2000)).toEqual({ cuts: [0, 3023, 4023], reads: [1024] });
    expect(cut([3024, 1000], 2000)).toEqual({ cuts: [0, 3024, 4024], reads: [1024, 2048] });
    // 200,000 + 2^18 - 1, or one more; 1,024 is 2^10.
    expect(cut([462_143, 1000], 200_000).cuts).toEqual([0, 462_143, 463_143]);
    expect(cut([462_143, 1000], 200_000).reads).toEqual(Array.from({ length: 9 }, (_, at) => 2 ** (10 + at)));
    expect(cut([462_144, 1000], 200_000).cuts).toBeUndefined();
  });
});
