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

/** Errors: an input that is a target, by whatever name. `place` is its path for the system, `dev` and `ino` tell the file from others. */
export function proveNoTarget(
  input: string,
  place: string,
  { dev, ino }: { readonly dev: number; readonly ino: number },
  targets: readonly Target[],
  realPath: (folder: string) => string,
): void {
  let mayBeNamesake = false;
  for (const target of targets) {
    if (target.dev === dev && target.ino === ino) throw new IoError(target.path, isInput(visible(input, 200)));
    mayBeNamesake ||= target.folded !== undefined && mayEndAlike(place, target.folded);
  }
  // Mostly the name alone says that it is another, and the links of its folder need not be followed.
  if (!mayBeNamesake) return;
  const own = foldedPath('', place, realPath);
  const namesake = targets.find(({ folded }) => folded === own);
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

/**
 * Whether the name at the end of a path may be that of a folded path: letters from the end on, of ASCII. Behind one that
 * is not, it may be: only letters before it could be composed with it.
 */
function mayEndAlike(path: string, folded: string): boolean {
  for (let back = 1; back <= path.length && back <= folded.length; back++) {
    const letter = path.charCodeAt(path.length - back);
    const other = folded.charCodeAt(folded.length - back);
    if (letter > 0x7f || other > 0x7f || letter === SLASH || letter === BACKSLASH) return true;
    if (letter !== other && !(letter >= A && letter <= Z && letter + TO_LOWER === other)) return false;
  }
  return true;
}

const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const A = 0x41;
const Z = 0x5a;
const TO_LOWER = 0x20;

function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
