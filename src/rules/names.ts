/** Names that a rubric declares inside a rule: levels, items, answers, cases. */
import { alikeNames } from '../faults/rules.ts';
import { likeness } from '../model/nearest.ts';
import type { Words } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { complaint } from './options.ts';
import { type Flaw, keyFlaw, type LeafContext } from './rule.ts';

/** A cell with one of these words has its meaning already, whatever a rubric declares. */
const EXEMPT: readonly string[] = ['n/a', 'không áp dụng'];

/** What a name can be of; an item cannot be called "none", nor an answer by digits alone. */
export type NameKind = 'level' | 'item' | 'case' | 'answer';

/** Words for the empty list of a checklist. */
export const NONE: readonly string[] = ['none', 'không có'];

const TWICE: Words = { en: 'this name stands twice.', vi: 'tên này có hai lần.' };

/** A map from names to values, in the order of the file. Names are composed to NFC. At least one. */
export function named<Schema extends z.ZodType>(value: Schema, kind: NameKind) {
  return z.record(z.string(), value).transform((record, context): ReadonlyMap<string, z.output<Schema>> => {
    const entries = Object.entries(record);
    const composed = entries.map(([name]) => name.normalize('NFC'));
    entries.forEach(([name], at) => {
      const isRepeated = composed.indexOf(composed[at] as string) < at;
      const words = isRepeated ? TWICE : nameFault(name, kind);
      if (words) context.issues.push(complaint(words, name, [name]));
    });
    if (entries.length === 0) {
      context.issues.push(
        complaint({ en: 'at least one name is asked here.', vi: 'ở đây cần ít nhất một tên.' }, record),
      );
    }
    return new Map(entries.map(([name, item]) => [name.normalize('NFC'), item as z.output<Schema>]));
  });
}

/** Why a text cannot be a name, in words that follow it; undefined if it can. */
export function nameFault(name: string, kind: NameKind): Words | undefined {
  const lower = name.normalize('NFC').toLowerCase();
  if (name === '' || name.trim() !== name || /[;|=\r\n]/.test(name)) {
    return {
      en: 'a name is not empty, has no blanks around it, and holds no ";", "|", "=" or line break.',
      vi: 'tên không để trống, không có khoảng trắng ở hai đầu, không chứa ";", "|", "=" hay xuống dòng.',
    };
  }
  if (EXEMPT.includes(lower) || (kind === 'item' && NONE.includes(lower))) {
    return { en: 'this word has its own meaning in a cell.', vi: 'từ này đã có nghĩa riêng trong ô.' };
  }
  if (kind === 'answer' && /^[0-9]+$/.test(name)) {
    return {
      en: 'an answer is not named by digits alone, since their order would be lost; write "muc-5".',
      vi: 'không đặt tên phương án chỉ bằng chữ số, vì sẽ mất thứ tự; hãy viết "muc-5".',
    };
  }
  return undefined;
}

/** A flaw for each name that a reader would take for an earlier one, at the path of the later. */
export function alikeFlaws(
  names: Iterable<string>,
  context: LeafContext,
  pathOf: (name: string, at: number) => Flaw['path'],
): readonly Flaw[] {
  const seen = new Map<string, string>();
  return [...names].flatMap((name, at) => {
    const key = likeness(name);
    const other = seen.get(key);
    if (other !== undefined) return [keyFlaw(pathOf(name, at), alikeNames, { name, other, leaf: context.leaf })];
    seen.set(key, name);
    return [];
  });
}
