/** Outputs on a disk that may fail at any call: all of the new, or all of the old, and nothing beside them. */
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, disk } from '../src/disk.ts';
import { IoError } from '../src/io-error.ts';
import { type Outputs, proveTarget, writeOutputs } from '../src/outputs.ts';
import { systemError, watchedDisk } from './faulty-disk.ts';
import { emptyFolder } from './sample-project.ts';

const noPause = async (): Promise<void> => {};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every file below a folder with its text, in order. */
function tree(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort().map((name) => {
    const path = join(folder, name);
    return lstatSync(path).isFile() ? `${name}: ${readFileSync(path, 'utf8')}` : `${name}/`;
  });
}

/** What a run writes, what stands there before, and what stands there after. */
interface Case {
  readonly name: string;
  readonly before: (folder: string) => void;
  readonly outputs: Outputs;
  readonly after: readonly string[];
}

const RANKING = { path: 'ranking.csv', pieces: [bytes('unit,'), bytes('rank\n')] };
const MANIFEST = { path: 'manifest.json', pieces: [bytes('{}\n')] };
const CARDS = new Map([
  ['a.csv', bytes('a\n')],
  ['deep/b.csv', bytes('b\n')],
]);

const CASES: readonly Case[] = [
  { name: 'a new file', before: () => {}, outputs: { files: [RANKING] }, after: ['ranking.csv: unit,rank\n'] },
  {
    name: 'a file in place of an old one',
    before: (folder) => writeFileSync(join(folder, 'ranking.csv'), 'old\n'),
    outputs: { files: [RANKING] },
    after: ['ranking.csv: unit,rank\n'],
  },
  {
    name: 'two files, one of them in place of an old one',
    before: (folder) => writeFileSync(join(folder, 'manifest.json'), 'old\n'),
    outputs: { files: [RANKING, MANIFEST] },
    after: ['manifest.json: {}\n', 'ranking.csv: unit,rank\n'],
  },
  {
    name: 'two files in place of old ones',
    before: (folder) => {
      writeFileSync(join(folder, 'manifest.json'), 'old\n');
      writeFileSync(join(folder, 'ranking.csv'), 'older\n');
    },
    outputs: { files: [RANKING, MANIFEST] },
    after: ['manifest.json: {}\n', 'ranking.csv: unit,rank\n'],
  },
  {
    name: 'a new folder, with those above it, and a file',
    before: () => {},
    outputs: { files: [RANKING], folder: { path: 'year/cards', files: CARDS } },
    after: [
      ...['ranking.csv: unit,rank\n', 'year/', 'year/cards/', 'year/cards/a.csv: a\n'],
      ...['year/cards/deep/', 'year/cards/deep/b.csv: b\n'],
    ],
  },
  {
    name: 'a folder that is there and empty',
    before: (folder) => mkdirSync(join(folder, 'cards')),
    outputs: { files: [], folder: { path: 'cards', files: CARDS } },
    after: ['cards/', 'cards/a.csv: a\n', 'cards/deep/', 'cards/deep/b.csv: b\n'],
  },
];

describe.each(CASES)('$name', ({ before, outputs, after }) => {
  const prepared = (): string => {
    const folder = emptyFolder();
    before(folder);
    return folder;
  };

  it('is written', async () => {
    const folder = prepared();
    await writeOutputs(disk, folder, outputs, noPause);
    expect(tree(folder)).toEqual(after);
  });

  it('is as before after any call that fails, and the failure is told with a path of the outputs', async () => {
    let total = 0;
    await writeOutputs(
      watchedDisk(() => {
        total++;
      }),
      prepared(),
      outputs,
      noPause,
    );
    expect(total).toBeGreaterThan(10);
    for (let failing = 1; failing <= total; failing++) {
      const folder = prepared();
      const old = tree(folder);
      let name = '';
      const faulty = watchedDisk((called, count) => {
        if (count !== failing) return;
        name = called;
        throw systemError('ENOSPC', called);
      });
      const error = await writeOutputs(faulty, folder, outputs, noPause).catch((one: unknown) => one);
      const [mark, left] = [`call ${failing}, ${name}`, tree(folder)];
      expect([mark, error instanceof IoError]).toEqual([mark, true]);
      const { path, message } = error as IoError;
      expect([outputs.folder?.path, ...outputs.files.map((file) => file.path)]).toContain(
        path.replace(/\/.*\.csv$/, '') || path,
      );
      // What the disk would not remove when all was in place stays, and is named; everything else is as it was.
      if (message.includes('Could not be cleared away')) {
        expect([mark, left.filter((one) => !one.startsWith('.') && !one.includes('/.'))]).toEqual([mark, after]);
      } else expect([mark, left]).toEqual([mark, old]);
    }
  });

  it('is as before after a signal in any pause', async () => {
    let total = 0;
    await writeOutputs(disk, prepared(), outputs, async () => {
      total++;
    });
    for (let stopped = 1; stopped <= total; stopped++) {
      const folder = prepared();
      const old = tree(folder);
      let count = 0;
      const pause = async (): Promise<void> => {
        if (++count === stopped) throw new Error('SIGINT');
      };
      await expect(writeOutputs(disk, folder, outputs, pause)).rejects.toThrow('SIGINT');
      expect(tree(folder)).toEqual(old);
    }
  });
});

describe('a disk that does not keep what it is given', () => {
  const keeps = async (change: Partial<Disk>): Promise<readonly [readonly string[], unknown]> => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ranking.csv'), 'old\n');
    const error = await writeOutputs({ ...disk, ...change }, folder, { files: [RANKING] }, noPause).catch(
      (one: unknown) => one,
    );
    return [tree(folder), error];
  };
  const OLD = ['ranking.csv: old\n'];

  it('takes a byte at a time: all are written', async () => {
    const [left, error] = await keeps({ write: (file, piece) => disk.write(file, piece.subarray(0, 1)) });
    expect([left, error]).toEqual([['ranking.csv: unit,rank\n'], undefined]);
  });

  it('takes none', async () => {
    const [left, error] = await keeps({ write: () => 0 });
    expect([left, error instanceof IoError]).toEqual([OLD, true]);
  });

  it('says it took all, and kept half', async () => {
    const half = (file: number, piece: Uint8Array): number => {
      disk.write(file, piece.subarray(0, piece.length >> 1));
      return piece.length;
    };
    const [left, error] = await keeps({ write: half });
    expect([left, error instanceof IoError]).toEqual([OLD, true]);
  });

  it('changes a byte', async () => {
    const spoil = (file: number, piece: Uint8Array): number =>
      disk.write(
        file,
        piece.map((byte) => byte ^ 1),
      );
    const [left, error] = await keeps({ write: spoil });
    expect([left, error instanceof IoError]).toEqual([OLD, true]);
  });

  it('keeps more than it was given', async () => {
    const double = (file: number, piece: Uint8Array): number => {
      disk.write(file, piece);
      return disk.write(file, piece);
    };
    const [left, error] = await keeps({ write: double });
    expect([left, error instanceof IoError]).toEqual([OLD, true]);
  });

  it('names what it would not remove', async () => {
    const folder = emptyFolder();
    const stuck = watchedDisk((name) => {
      if (name === 'remove' || name === 'flush') throw systemError('EIO', name);
    });
    await expect(writeOutputs(stuck, folder, { files: [RANKING] }, noPause)).rejects.toThrow(
      /^ranking\.csv: the disk or the network failed.*Could not be cleared away: .*\.ranking\.csv\.[0-9a-f]{12}\.tmp\.$/,
    );
  });
});

describe('an old file', () => {
  it('hands its permissions on', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ranking.csv'), 'old\n');
    chmodSync(join(folder, 'ranking.csv'), 0o640);
    await writeOutputs(disk, folder, { files: [RANKING] }, noPause);
    expect(statSync(join(folder, 'ranking.csv')).mode & 0o777).toBe(0o640);
  });

  it('keeps its text under another name of the same file', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ranking.csv'), 'old\n');
    linkSync(join(folder, 'ranking.csv'), join(folder, 'last-year.csv'));
    await writeOutputs(disk, folder, { files: [RANKING] }, noPause);
    expect(tree(folder)).toEqual(['last-year.csv: old\n', 'ranking.csv: unit,rank\n']);
  });

  it('is copied where the disk knows no second names', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ranking.csv'), 'old\n');
    const noLinks = watchedDisk((name) => {
      if (name === 'link') throw systemError('EPERM', name);
    });
    await writeOutputs(noLinks, folder, { files: [RANKING] }, noPause);
    expect(tree(folder)).toEqual(['ranking.csv: unit,rank\n']);
    const stuck = watchedDisk((name) => {
      if (name === 'link' || name === 'flushFolder') throw systemError('EPERM', name);
    });
    await expect(writeOutputs(stuck, folder, { files: [MANIFEST, RANKING] }, noPause)).rejects.toThrow(IoError);
    expect(tree(folder)).toEqual(['ranking.csv: unit,rank\n']);
  });
});

describe('refused before anything is written', () => {
  const refusal = (prepare: (folder: string) => void, path: string): string => {
    const folder = emptyFolder();
    prepare(folder);
    const before = tree(folder);
    let message = '';
    try {
      proveTarget(disk, folder, path);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(tree(folder)).toEqual(before);
    return message;
  };

  it.each<[string, (folder: string) => void, string, string]>([
    ['a symbolic link', (folder) => symlinkSync('there.csv', join(folder, 'a.csv')), 'a.csv', 'is a symbolic link'],
    ['a folder', (folder) => mkdirSync(join(folder, 'a.csv')), 'a.csv', 'is a folder'],
    ['the name of a folder', () => {}, 'a.csv/', 'is a folder'],
    ['a device', () => {}, '/dev/full', 'is a device or a pipe'],
    ['a folder that is not there', () => {}, 'none/a.csv', 'there is no folder none; make it first'],
    ['a file as a folder', (folder) => writeFileSync(join(folder, 'x'), ''), 'x/a.csv', 'is a file, not a folder'],
    ['a device of Windows, on every system', () => {}, 'nul.csv', 'is the name of a device on Windows'],
    ['a name that is too long', () => {}, `${'a'.repeat(300)}.csv`, 'the name is too long'],
    [
      'a file that is marked read-only',
      (folder) => writeFileSync(join(folder, 'a.csv'), '', { mode: 0o444 }),
      'a.csv',
      'is marked read-only',
    ],
  ])('%s', (_, prepare, path, part) => {
    expect(refusal(prepare, path)).toContain(part);
  });

  it.each([
    ['the same name', 'ranking.csv'],
    ['another way to it', 'x/../ranking.csv'],
    ['another case', 'Ranking.CSV'],
  ])('two outputs of one file, by %s', async (_, path) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x'));
    const outputs = { files: [RANKING, { ...RANKING, path }] };
    await expect(writeOutputs(disk, folder, outputs, noPause)).rejects.toThrow('is the same file as the output');
    expect(existsSync(join(folder, 'ranking.csv'))).toBe(false);
  });
});
