/** What was read is noted as it was read, and what is different now is found. */
import { describe, expect, it } from 'vitest';
import type { Source } from '../src/io.ts';
import { IoError } from '../src/io-error.ts';
import { noteReads } from '../src/reads.ts';

/** A disk of texts by path. */
function disk(files: Map<string, string>): Source {
  const bytes = (path: string): Uint8Array => {
    const text = files.get(path);
    if (text === undefined) throw new IoError(path, { en: 'none', vi: 'không có' });
    return Buffer.from(text);
  };
  return {
    kind: (path) => (files.has(path) ? 'file' : undefined),
    size: (path) => bytes(path).length,
    bytes,
    pieces: (path, most, take) => {
      let rest = bytes(path);
      if (rest.length > most) return undefined;
      return take((into) => {
        const piece = rest.subarray(0, into.length);
        into.set(piece);
        rest = rest.subarray(piece.length);
        return piece.length;
      });
    },
    open: () => {
      throw new Error('nobody could say what was seen');
    },
    list: (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(2)),
    isInside: () => true,
  };
}

describe('what was read', () => {
  it('is unchanged while its bytes are, whether read whole, in pieces, or in part', () => {
    const files = new Map([
      ['a', 'so-y-te'],
      ['b', 'so-xay-dung'],
      ['c', 'so-tai-chinh'],
    ]);
    const { source, changed, paths } = noteReads(disk(files), () => disk(files));
    source.bytes('a');
    source.pieces?.('b', 100, (read) => {
      for (const piece = new Uint8Array(4); read(piece) > 0; );
    });
    source.pieces?.('c', 100, (read) => read(new Uint8Array(3)));
    expect(paths()).toEqual(['a', 'b', 'c']);
    expect(changed()).toEqual([]);
    // A change behind what was read of c counts too.
    files.set('b', 'so-xay-dunG').set('c', 'so-tai-chinH');
    expect(changed()).toEqual(['b', 'c']);
    files.set('b', 'so-xay-dung');
    expect(changed()).toEqual(['c']);
  });

  it('is never read from several places at once, nor together with others', () => {
    const { source } = noteReads({ ...disk(new Map()), together: () => [] }, () => disk(new Map()));
    expect([source.open, source.together]).toEqual([undefined, undefined]);
  });

  it('is what was seen first, so that a change during the run is not lost', () => {
    const files = new Map([['a', '1']]);
    const { source, changed } = noteReads(disk(files), () => disk(files));
    source.bytes('a');
    files.set('a', '2');
    source.bytes('a');
    expect(changed()).toEqual(['a']);
  });

  it('is different where a file came, went, or another joined it; not where an editor keeps its own', () => {
    const files = new Map([['d/a', '1']]);
    const { source, changed } = noteReads(disk(files), () => disk(files), ['d/own.csv']);
    source.kind('d/b');
    source.list('d');
    source.bytes('d/a');
    for (const name of ['.a.swp', '~$a', 'a~', 'own.csv']) files.set(`d/${name}`, 'x');
    expect(changed()).toEqual([]);
    files.set('d/b', '');
    expect(changed()).toEqual(['d', 'd/b']);
    files.delete('d/a');
    expect(changed()).toEqual(['d', 'd/a', 'd/b']);
  });
});
