/** The unit that a command is asked about: by its id; a name, or a folder in its place, is told what to write instead. */

import { PROJECT_FILE } from '../load.ts';
import type { Assessment } from '../model/assessment.ts';
import { fold, likeness, nearest } from '../model/nearest.ts';
import { type Request, UsageError } from './command.ts';

/** So many ids are named where nothing is alike. */
const NAMED = 10;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Refuses what is no id of the assessment's units, with the ids of those whose names are meant. */
export function proveUnit(asked: string, { sheets }: Assessment): void {
  const units: readonly Named[] = sheets.flatMap((sheet) => [...sheet.units]);
  if (units.some(({ id }) => id === asked)) return;
  const meant = meantBy(asked, units).map((id) => `"${id}"`);
  const ids = units.slice(0, NAMED).map(({ id }) => id);
  const list = ids.join(', ') + (units.length > NAMED ? ', …' : '');
  const guess = (or: string): string => [meant.slice(0, -1).join(', '), meant.at(-1)].filter(Boolean).join(or);
  throw new UsageError({
    en: `There is no unit "${asked}"; ${meant.length > 0 ? `did you mean ${guess(' or ')}?` : `there are ${list}.`}`,
    vi: `Không có đơn vị "${asked}"; ${meant.length > 0 ? `có phải là ${guess(' hay ')}?` : `hiện có ${list}.`}`,
  });
}

/** Ids of the units of that name, or whose name ends so (`Vạn Ninh` of `Huyện Vạn Ninh`); else of the nearest one. */
function meantBy(asked: string, units: readonly Named[]): readonly string[] {
  if (fold(asked) === '') return [];
  const among = (is: (unit: Named) => boolean): readonly string[] => units.filter(is).map(({ id }) => id);
  const tail = ` ${fold(asked)}`;
  const found = [
    among(({ name }) => likeness(name) === likeness(asked)),
    among(({ name }) => fold(name) === fold(asked)),
    among(({ name }) => fold(name).endsWith(tail)),
  ].find((ids) => ids.length > 0 && ids.length <= NAMED);
  if (found) return found;
  const id = nearest(
    asked,
    units.map((unit) => unit.id),
  );
  if (id !== undefined) return [id];
  const name = nearest(
    asked,
    units.map((unit) => unit.name),
  );
  return name === undefined ? [] : among((unit) => unit.name === name).slice(0, NAMED);
}

/** Refuses a project folder where the unit should stand, before a project is looked for elsewhere. */
export function proveNoFolder(asked: string, { surroundings }: Request, command: string): void {
  const folder = asked.replaceAll('\\', '/').replace(/\/+$/, '');
  if (surroundings.source.kind(`${folder}/${PROJECT_FILE}`) !== 'file') return;
  throw new UsageError({
    en: `"${asked}" is a project folder: name the unit before it, as in parindex ${command} UNIT ${asked}`,
    vi: `"${asked}" là thư mục dự án: nêu đơn vị trước thư mục, ví dụ parindex ${command} MÃ-ĐƠN-VỊ ${asked}`,
  });
}
