/**
 * Every output of a run gets onto the disk whole, or none of them does:
 *
 *   prove ─→ a hidden file beside each target, filled and proved ─→ old files kept aside ─→ renamed ─→ asides removed
 *                              └── a failure, a signal: all of it taken back ──┘
 *
 * At every moment a reader of a target sees the old file or the new one.
 */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { type Disk, systemCode } from './disk.ts';
import { attempt, IoError, ioError } from './io-error.ts';
import { flawOfName } from './model/file-name.ts';
import { visible } from './model/visible.ts';
import type { Words } from './model/words.ts';
import { type Pause, writeNew } from './new-file.ts';
import { foldedPath, type Target } from './targets.ts';

export interface OutputFile {
  /** As the user wrote it. */
  readonly path: string;
  /** The bytes, one piece after the other, asked for once: each is good until the next one is asked for. */
  readonly pieces: Iterable<Uint8Array>;
}

export interface OutputFolder {
  readonly path: string;
  /** By their names in the folder; names may have `/`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Outputs {
  /** Renamed in this order: what vouches for the others comes last. */
  readonly files: readonly OutputFile[];
  /** New or empty. */
  readonly folder?: OutputFolder;
}

/** Something to be done to a path, later or never. */
interface Step {
  readonly path: string;
  readonly work: () => void;
}

/** One run of `writeOutputs`. */
interface Writing {
  readonly disk: Disk;
  readonly cwd: string;
  readonly pause: Pause;
  /** How everything so far is taken back, the newest last. */
  readonly undo: Step[];
  /** What puts the new in place of the old, when all of it is there. */
  readonly commit: Step[];
  /** What is cleared away when all is in place. */
  readonly clear: Step[];
}

/** Write permission of anybody, and all permissions, among the bits of a file's mode. */
const ANYBODY_WRITES = 0o222;
const PERMISSIONS = 0o777;

/**
 * Whether a file can be written there, before anything is computed. Gives the place, which no input may have.
 * Errors: a symbolic link, a folder, a device or its name; a file that is marked read-only; a folder that is not there.
 */
export function proveTarget(disk: Disk, cwd: string, path: string): Target {
  return attempt(path, () => {
    proveName(path);
    const target = resolve(cwd, path);
    const old = disk.look(target);
    if (old === undefined) {
      if (/[\\/]$/.test(path)) throw new IoError(path, WHY.folder);
      if (disk.look(dirname(target)) === undefined) throw new IoError(path, noFolder(dirname(path)));
      disk.proveWritable(dirname(target));
      return { path, folded: foldedPath(cwd, path, disk.realPath) };
    }
    if (old.isSymbolicLink()) throw new IoError(path, WHY.link);
    if (old.isDirectory()) throw new IoError(path, WHY.folder);
    if (!old.isFile()) throw new IoError(path, WHY.special);
    if ((old.mode & ANYBODY_WRITES) === 0) throw new IoError(path, WHY.readOnly);
    disk.proveWritable(target);
    disk.proveWritable(dirname(target));
    return { path, dev: old.dev, ino: old.ino, folded: foldedPath(cwd, path, disk.realPath) };
  });
}

function proveName(path: string): void {
  const flaw = flawOfName(path, process.platform === 'win32');
  if (flaw) throw new IoError(path, WHY[flaw]);
}

/** Writes all of it or nothing. Errors: those of `proveTarget`, two outputs of one name, and whatever the disk says. */
export async function writeOutputs(disk: Disk, cwd: string, outputs: Outputs, pause: Pause): Promise<void> {
  const writing: Writing = { disk, cwd, pause, undo: [], commit: [], clear: [] };
  let at = '';
  try {
    proveApart(writing, outputs.files);
    if (outputs.folder) {
      at = outputs.folder.path;
      await stageFolder(writing, outputs.folder);
    }
    for (const file of outputs.files) {
      at = file.path;
      await stageFile(writing, file);
    }
    await pause();
    for (const { path, work } of writing.commit) {
      at = path;
      work();
    }
  } catch (error) {
    throw withLeft(ioError(at, error), undone(writing.undo.reverse()));
  }
  const left = undone(writing.clear);
  if (left.length > 0) throw withLeft(new IoError(at, WHY.inPlace), left);
}

/** Does each step, and gives the paths of those that failed. */
function undone(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ path, work }) => {
    try {
      work();
      return [];
    } catch {
      return [path];
    }
  });
}

/** The error, with what could not be cleared away. */
function withLeft(error: unknown, left: readonly string[]): unknown {
  if (left.length === 0 || !(error instanceof IoError)) return error;
  const names = left.map((path) => visible(path, 500)).join(', ');
  return error.and({ en: `Could not be cleared away: ${names}`, vi: `Không dọn được: ${names}` });
}

async function stageFile(writing: Writing, { path, pieces }: OutputFile): Promise<void> {
  const { disk, cwd, pause, undo, commit } = writing;
  proveTarget(disk, cwd, path);
  const target = resolve(cwd, path);
  const old = disk.look(target);
  const place = hidden(target, 'tmp');
  let isStaged = true;
  await writeNew(disk, { place, name: path, pieces, mode: old && old.mode & PERMISSIONS }, pause, () =>
    undo.push({ path: place, work: () => isStaged && disk.remove(place) }),
  );
  const work = (): void => {
    const aside = old && keepAside(writing, target, () => !isStaged);
    disk.move(place, target);
    isStaged = false;
    if (aside === undefined) undo.push({ path, work: () => disk.remove(target) });
    disk.flushFolder(dirname(target));
  };
  commit.push({ path, work });
}

/** What disks say that know no second names for a file, or not for this one. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EINVAL']);

/** The old file under a second name, by which it is put back if anything fails after it was replaced. */
function keepAside({ disk, undo, clear }: Writing, target: string, isReplaced: () => boolean): string {
  const aside = hidden(target, 'old');
  // Renaming one name of a file to another name of the same file does nothing: then the second name goes.
  const putBack = (): void => {
    if (isReplaced()) disk.move(aside, target);
    else if (disk.look(aside)) disk.remove(aside);
  };
  undo.push({ path: aside, work: putBack });
  try {
    disk.link(target, aside);
  } catch (error) {
    if (!NO_LINKS.has(systemCode(error))) throw error;
    disk.copy(target, aside);
  }
  clear.push({ path: aside, work: () => disk.remove(aside) });
  return aside;
}

async function stageFolder(writing: Writing, { path, files }: OutputFolder): Promise<void> {
  const { disk, cwd, pause, commit, clear } = writing;
  proveName(path);
  const target = resolve(cwd, path);
  const old = disk.look(target);
  if (old && !(old.isDirectory() && disk.list(target).length === 0)) throw new IoError(path, WHY.taken);
  const staging = old ? join(target, `.${randomName()}.tmp`) : hidden(target, 'tmp');
  const made = new Set<string>();
  for (const [name, bytes] of files) {
    proveName(join(path, name));
    const place = join(staging, name);
    makeFolders(writing, dirname(place), made);
    const undo = { path: place, work: () => disk.look(place) && disk.remove(place) };
    await writeNew(disk, { place, name: join(path, name), pieces: [bytes] }, pause, () => writing.undo.push(undo));
  }
  for (const folder of made) disk.flushFolder(folder);
  const work = (): void => {
    if (old === undefined) moveAll(writing, [[staging, target]]);
    else
      moveAll(
        writing,
        disk.list(staging).map((name) => [join(staging, name), join(target, name)] as const),
      );
    disk.flushFolder(old === undefined ? dirname(target) : target);
  };
  commit.push({ path, work });
  if (old) clear.push({ path: staging, work: () => disk.removeFolder(staging) });
}

/** Makes a folder and those above it that are not there. */
function makeFolders({ disk, undo }: Writing, folder: string, made: Set<string>): void {
  const missing: string[] = [];
  for (let one = folder; disk.look(one) === undefined; one = dirname(one)) missing.unshift(one);
  for (const one of missing) {
    disk.makeFolder(one);
    made.add(one);
    undo.push({ path: one, work: () => disk.look(one) && disk.removeFolder(one) });
  }
}

/** Each from where it was made to where it belongs, and back again if anything fails after it. */
function moveAll({ disk, undo }: Writing, moves: readonly (readonly [from: string, to: string])[]): void {
  for (const [from, to] of moves) {
    if (disk.look(to)) throw new IoError(to, WHY.taken);
    disk.move(from, to);
    undo.push({ path: to, work: () => disk.move(to, from) });
  }
}

/** No two outputs may be one file; also where only the case differs, which many disks do not tell apart. */
function proveApart({ disk, cwd }: Writing, files: readonly OutputFile[]): void {
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const place = attempt(path, () => foldedPath(cwd, path, disk.realPath));
    const other = taken.get(place);
    if (other !== undefined) throw new IoError(path, twice(other));
    taken.set(place, path);
  }
}

/** A name beside the target that nobody else has, and that listings and globs leave out. */
function hidden(target: string, ending: 'tmp' | 'old'): string {
  // A name is at most 255 bytes long on a disk, and a letter of Vietnamese takes up to three of them.
  return join(dirname(target), `.${basename(target).slice(0, 60)}.${randomName()}.${ending}`);
}

function randomName(): string {
  return randomBytes(6).toString('hex');
}

const WHY = {
  link: { en: 'is a symbolic link; name the file itself', vi: 'là liên kết tượng trưng; hãy nêu chính tệp đó' },
  folder: { en: 'is a folder; name a file', vi: 'là thư mục; hãy nêu tên tệp' },
  special: {
    en: 'is a device or a pipe, not a file; name a file, or use the standard output',
    vi: 'là thiết bị hoặc đường ống, không phải tệp; hãy nêu tên tệp, hoặc dùng đầu ra chuẩn',
  },
  readOnly: {
    en: 'is marked read-only; permit writing to it, or name another file',
    vi: 'được đánh dấu chỉ đọc; hãy cho phép ghi, hoặc chọn tệp khác',
  },
  device: {
    en: 'is the name of a device on Windows, where such a file is lost or cannot be opened; name another',
    vi: 'là tên thiết bị trên Windows, ở đó tệp sẽ mất hoặc không mở được; hãy chọn tên khác',
  },
  'no-name': {
    en: 'is no name of a file on Windows: leave out < > : " | ? * and a dot or blank at the end',
    vi: 'không phải tên tệp hợp lệ trên Windows: bỏ < > : " | ? * và dấu chấm, khoảng trắng ở cuối',
  },
  taken: { en: 'is already there; name a new folder', vi: 'đã có; hãy nêu một thư mục mới' },
  inPlace: { en: 'the new file is in place, whole', vi: 'tệp mới đã được ghi trọn vẹn' },
} as const satisfies Record<string, Words>;

const noFolder = (folder: string): Words => ({
  en: `there is no folder ${visible(folder, 200)}; make it first`,
  vi: `không có thư mục ${visible(folder, 200)}; hãy tạo trước`,
});

const twice = (other: string): Words => ({
  en: `is the same file as the output ${visible(other, 200)}; name another`,
  vi: `trùng với đầu ra ${visible(other, 200)}; hãy chọn tên khác`,
});
