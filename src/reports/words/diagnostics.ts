/** Words around the faults of people's files, in both languages; each fault brings its own. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const severityWords = {
  error: { en: 'error', vi: 'lỗi' },
  warning: { en: 'warning', vi: 'cảnh báo' },
  note: { en: 'note', vi: 'lưu ý' },
  accepted: { en: 'accepted', vi: 'đã chấp nhận' },
} as const satisfies Record<string, Words>;

export const hintWord: Words = { en: 'hint', vi: 'gợi ý' };

export const acceptedBecause: Told<{ readonly reason: string }> = {
  en: ({ reason }) => `Accepted: ${reason}`,
  vi: ({ reason }) => `Đã chấp nhận: ${reason}`,
};

export const acceptedAt: Told<{ readonly at: string; readonly reason: string }> = {
  en: ({ at, reason }) => `${at} accepted: ${reason}`,
  vi: ({ at, reason }) => `${at} đã chấp nhận: ${reason}`,
};

export const faultCounts: Told<Record<'errors' | 'warnings' | 'notes' | 'accepted', number>> = {
  en: ({ errors, warnings, notes, accepted }) =>
    listed([
      [errors, counted(errors, 'error', 'errors')],
      [warnings, counted(warnings, 'warning', 'warnings')],
      [notes, counted(notes, 'note', 'notes')],
      [accepted, `${accepted} accepted`],
    ]),
  vi: ({ errors, warnings, notes, accepted }) =>
    listed([
      [errors, `${errors} lỗi`],
      [warnings, `${warnings} cảnh báo`],
      [notes, `${notes} lưu ý`],
      [accepted, `${accepted} đã chấp nhận`],
    ]),
};

function listed(parts: readonly (readonly [number, string])[]): string {
  const present = parts.filter(([count]) => count > 0);
  return `${present.map(([, part]) => part).join(', ')}.`;
}

export const notShown: Told<{ readonly shown: number; readonly all: number; readonly counts: string }> = {
  en: ({ shown, all, counts }) => `Shown: ${shown} of ${all} (--max-faults 0 shows all). In all: ${counts}.`,
  vi: ({ shown, all, counts }) =>
    `Đã hiện ${shown} trên ${all} (--max-faults 0 để hiện tất cả). Tất cả gồm: ${counts}.`,
};

export const noFaults: Told<Record<'units' | 'leaves' | 'cells' | 'groups', number> & { readonly milder: boolean }> = {
  en: ({ units, leaves, cells, groups, milder }) =>
    `${counted(units, 'unit', 'units')} in ${counted(groups, 'group', 'groups')}, ` +
    `${counted(leaves, 'leaf', 'leaves')}, ${counted(cells, 'cell', 'cells')}, no ${milder ? 'errors' : 'faults'}.`,
  vi: ({ units, leaves, cells, groups, milder }) =>
    `${units} đơn vị trong ${groups} nhóm, ${leaves} tiêu chí chấm điểm, ${cells} ô số liệu, không có lỗi${milder ? '' : ' hay cảnh báo'}.`,
};

export const fileWords = {
  file: { en: 'File', vi: 'Tệp' },
  read: { en: 'Rows read', vi: 'Dòng đã đọc' },
  used: { en: 'Used', vi: 'Sử dụng' },
  blank: { en: 'Blank', vi: 'Trống' },
  refused: { en: 'Refused', vi: 'Bị từ chối' },
  total: { en: 'Total', vi: 'Tổng cộng' },
} as const satisfies Record<string, Words>;

export const catalogueWords = {
  code: { en: 'Code', vi: 'Mã lỗi' },
  severity: { en: 'Severity', vi: 'Mức độ' },
  law: { en: 'Law', vi: 'Quy định' },
} as const satisfies Record<string, Words>;
