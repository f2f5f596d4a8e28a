/** Words of the like-for-like tables. */
import type { LikeWhy } from '../../model/comparison.ts';
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const likeTitle: Told<{ readonly rubric: string }> = {
  en: ({ rubric }) => `Like for like, both under ${rubric}`,
  vi: ({ rubric }) => `So sánh cùng mặt bằng, cả hai theo ${rubric}`,
};

/** `other` is the result that stood under the other rubric. */
export const rescoredLine: Told<{ readonly list: string; readonly other: string; readonly rubric: string }> = {
  en: ({ list, other, rubric }) => `${other}: scored again by the rules of ${rubric}: ${list}.`,
  vi: ({ list, other, rubric }) => `${other}: chấm lại theo cách chấm điểm của ${rubric}: ${list}.`,
};

export const shareLine: Told<{ readonly list: string; readonly other: string; readonly why: string }> = {
  en: ({ list, other, why }) => `${other}: by the share of the maximum, not scored again, since ${why}: ${list}.`,
  vi: ({ list, other, why }) => `${other}: tính theo tỷ lệ điểm đạt được, không chấm lại, vì ${why}: ${list}.`,
};

export const likeWhy: Readonly<Record<LikeWhy, Words>> = {
  unknown: { en: 'the entries are not known', vi: 'chưa có số liệu gốc' },
  several: { en: 'criteria were split or merged', vi: 'tiêu chí được tách hoặc gộp' },
  given: { en: 'points are given directly', vi: 'điểm được cho trực tiếp' },
  kind: { en: 'the rule asks for values of another kind', vi: 'cách chấm mới cần số liệu loại khác' },
  items: { en: 'the list of items or cases is another one', vi: 'danh mục nội dung hoặc trường hợp đã khác' },
};

export const someCells: Told<{ readonly cells: number }> = {
  en: ({ cells }) => `${counted(cells, 'unit', 'units')} by share`,
  vi: ({ cells }) => `${cells} đơn vị tính theo tỷ lệ`,
};

export const likeWords = {
  allShares: {
    en: 'Not scored again: the entries behind a saved ranking are not known, and each year keeps its shares of the maximum.',
    vi: 'Không chấm lại: chưa có số liệu gốc của bảng xếp hạng đã lưu, mỗi năm giữ tỷ lệ điểm đạt được.',
  },
  note: {
    en:
      'Like for like compares the criteria that both rubrics have and that apply in both years. ' +
      'Bonus and penalty, tie-breaks and rounding at the domain are left out; the official ranking of each year stands.',
    vi:
      'So sánh cùng mặt bằng chỉ xét các tiêu chí mà cả hai bộ cùng có và cùng áp dụng trong hai năm. ' +
      'Không tính điểm thưởng, điểm trừ, tiêu chí phụ và làm tròn ở lĩnh vực; xếp hạng chính thức của mỗi năm không thay đổi.',
  },
} as const satisfies Record<string, Words>;
