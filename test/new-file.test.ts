/** A file whose bytes are made while it is written, each piece where the one before it stood. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, disk } from '../src/disk.ts';
import { IoError } from '../src/io-error.ts';
import { writeOutputs } from '../src/outputs.ts';
import { emptyFolder } from './sample-project.ts';

const noPause = async (): Promise<void> => {};

/** Pieces of such lengths in one buffer, each of letters of its own, and the text of all; `failing`: an error before that one. */
function inOneBuffer(lengths: readonly number[], failing?: number) {
  const letter = (at: number): number => 0x61 + (at % 26);
  function* pieces() {
    const buffer = new Uint8Array(Math.max(...lengths));
    for (const [at, length] of lengths.entries()) {
      if (at === failing) throw new RangeError('no such row');
      yield buffer.fill(letter(at)).subarray(0, length);
    }
    buffer.fill(0);
  }
  const text = lengths.map((length, at) => String.fromCharCode(letter(at)).repeat(length)).join('');
  return { pieces: pieces(), text };
}

const LENGTHS = [65_536, 1, 0, 70_000, 65_536, 12];

async function write(pieces: Iterable<Uint8Array>, change: Partial<Disk> = {}, pause = noPause) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'ranking.csv'), 'old\n');
  const files = [{ path: 'ranking.csv', pieces }];
  const error = await writeOutputs({ ...disk, ...change }, folder, { files }, pause).catch((one: unknown) => one);
  return { error, names: readdirSync(folder), text: readFileSync(join(folder, 'ranking.csv'), 'utf8') };
}

describe('pieces in one buffer', () => {
  it('all stand in the file, whatever their lengths and however few bytes the disk takes at a time', async () => {
    const { pieces, text } = inOneBuffer(LENGTHS);
    expect(await write(pieces)).toEqual({ error: undefined, names: ['ranking.csv'], text });
    const few = inOneBuffer(LENGTHS);
    const write999 = (file: number, piece: Uint8Array): number => disk.write(file, piece.subarray(0, 999));
    expect((await write(few.pieces, { write: write999 })).text).toBe(text);
  });

  it.each(LENGTHS.flatMap((length, at) => (length === 0 ? [] : [at])))(
    'a byte of piece %i that the disk changed is found, and the old file stays',
    async (spoilt) => {
      const { pieces } = inOneBuffer(LENGTHS);
      const letter = 0x61 + spoilt;
      const write1 = (file: number, piece: Uint8Array): number => {
        const copy = piece.slice();
        if (copy[copy.length - 1] === letter) copy[copy.length - 1] = letter + 1;
        return disk.write(file, copy);
      };
      const { error, names, text } = await write(pieces, { write: write1 });
      expect([error instanceof IoError, names, text]).toEqual([true, ['ranking.csv'], 'old\n']);
    },
  );

  it('two that the disk put in each other’s place are found', async () => {
    const { pieces } = inOneBuffer([9, 9]);
    const swapped = (file: number, piece: Uint8Array): number =>
      disk.write(
        file,
        piece.map((byte) => (byte === 0x61 ? 0x62 : 0x61)),
      );
    expect((await write(pieces, { write: swapped })).error).toBeInstanceOf(IoError);
  });

  it('a fault of ours while one is made is told as it is, and the old file stays', async () => {
    for (const failing of [0, 3]) {
      const { error, names, text } = await write(inOneBuffer(LENGTHS, failing).pieces);
      expect([error, names, text]).toEqual([new RangeError('no such row'), ['ranking.csv'], 'old\n']);
    }
  });

  it('a signal is heard after 4 MB, also among short ones', async () => {
    const lengths = Array<number>(150).fill(65_536);
    const counted = async (pieces: Iterable<Uint8Array>): Promise<number> => {
      let pauses = 0;
      await write(pieces, {}, async () => {
        pauses++;
      });
      return pauses;
    };
    // 9.8 MB are two times 4 MiB and something.
    expect((await counted(inOneBuffer(lengths).pieces)) - (await counted([]))).toBe(2);
    expect((await counted(inOneBuffer([9_830_400]).pieces)) - (await counted([]))).toBe(2);
  });
});
