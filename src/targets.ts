/** Where outputs are to be written, and that no input is there, by whatever name. */
import { basename, dirname, join, resolve } from 'node:path';
import { IoError } from './io-error.ts';
import { visible } from './model/visible.ts';

/** Where an output is to be written; no input may be there. */
export interface Target {
  readonly path: string;
  /** Of the file that it replaces. */
  readonly dev?: number;
  readonly ino?: number;
  /** The path as `foldedPath` has it; absent where only the file is known. */
  readonly folded?: string;
}

/** An input that was opened: its whole path, and what tells the file from others. */
interface Opened {
  readonly full: string;
  readonly dev: number;
  readonly ino: number;
}

/** Errors: an input that is a target, by whatever name. */
export function proveNoTarget(
  input: string,
  { full, dev, ino }: Opened,
  targets: readonly Target[],
  realPath: (folder: string) => string,
): void {
  const same = targets.find((one) => one.dev === dev && one.ino === ino);
  if (same) throw new IoError(same.path, isInput(visible(input, 200)));
  // Mostly the name alone says that it is another, and the links of its folder need not be followed.
  const name = foldedName(basename(full));
  if (!targets.some(({ folded }) => folded?.endsWith(name))) return;
  const place = foldedPath('', full, realPath);
  const namesake = targets.find(({ folded }) => folded === place);
  if (namesake) throw new IoError(namesake.path, isNamesake(visible(input, 200)));
}

const isInput = (name: string) => ({
  en: `is the input ${name}; an output never replaces an input: name another file`,
  vi: `chính là tệp đầu vào ${name}; không bao giờ ghi đè đầu vào: hãy chọn tệp khác`,
});

/** An output beside an input of the same name but for the case of its letters would replace it on many disks. */
const isNamesake = (name: string) => ({
  en: `is the input ${name} where disks do not tell cases apart; an output never replaces an input: name another file`,
  vi: `trùng tệp đầu vào ${name} trên ổ đĩa không phân biệt chữ hoa, chữ thường; hãy chọn tên khác`,
});

/** A path as disks see it that do not tell cases or compositions of letters apart; its folder with links followed. */
export function foldedPath(cwd: string, path: string, realPath: (folder: string) => string): string {
  const full = resolve(cwd, path);
  return foldedName(join(realPath(dirname(full)), basename(full)));
}

function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
