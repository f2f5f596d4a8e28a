/** A file for each unit in a new folder: which folder, and which names. */
import { flawOfName } from '../model/file-name.ts';
import type { Words } from '../model/words.ts';
import { type Request, UsageError } from './command.ts';

/** The new folder of --output; `ask` is said where none is named. */
export function proveFolder({ options, surroundings }: Request, ask: Words): string {
  const { output } = options;
  if (typeof output !== 'string' || output === '-') throw new UsageError(ask);
  const folder = output.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  if (surroundings.source.kind(folder) !== undefined) {
    throw new UsageError({
      en: `${folder} is already there; name a new folder, so that no old file is left among the new ones.`,
      vi: `${folder} đã có; hãy nêu một thư mục mới, để không lẫn tệp cũ với mới.`,
    });
  }
  return folder;
}

/**
 * A file name for each unit: the characters of its id that are safe on every system, and no two alike where case
 * does not count.
 */
export function fileNames(units: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const unit of units) {
    const name = unit.toLowerCase().replace(/[^a-z0-9-]/g, '-');
    const other = taken.get(name);
    if (other !== undefined || flawOfName(name, true)) {
      throw new UsageError({
        en: `The unit ${unit} would be written as ${name}${other === undefined ? ', a name that Windows keeps for itself' : `, and so would ${other}`}; change its id.`,
        vi: `Đơn vị ${unit} sẽ được ghi thành ${name}${other === undefined ? ', tên mà Windows dành riêng' : `, trùng với ${other}`}; hãy đổi mã.`,
      });
    }
    taken.set(name, unit);
    names.set(unit, name);
  }
  return names;
}
