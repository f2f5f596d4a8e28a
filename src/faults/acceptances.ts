/** Laws of `accept:` in parindex.yaml, where the council takes note of warnings. */
import type { Fault } from '../model/diagnostic.ts';

export const unknownCode: Fault<{ code: string; nearest?: string }> = {
  code: 'unknown-code',
  severity: 'error',
  title: {
    en: 'An acceptance names a fault that the tool can tell.',
    vi: 'Mục chấp nhận nêu mã lỗi có trong danh mục.',
  },
  message: {
    en: ({ code }) => `There is no fault "${code}".`,
    vi: ({ code }) => `Không có mã lỗi "${code}".`,
  },
  hint: {
    en: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'parindex check --list prints all codes.'),
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'parindex check --list in tất cả các mã.'),
  },
};

export const errorAccepted: Fault<{ code: string; at: string }> = {
  code: 'error-accepted',
  severity: 'error',
  title: {
    en: 'Warnings and notes can be accepted, errors never.',
    vi: 'Có thể chấp nhận cảnh báo và lưu ý, không thể chấp nhận lỗi.',
  },
  message: {
    en: ({ code, at }) => `"${code}" is an error at ${at} and cannot be accepted.`,
    vi: ({ code, at }) => `"${code}" ở ${at} là lỗi, không thể chấp nhận.`,
  },
  hint: {
    en: () => 'correct the data, and remove the acceptance.',
    vi: () => 'sửa số liệu và bỏ mục chấp nhận này.',
  },
};

export const unusedAcceptance: Fault<{ code: string }> = {
  code: 'unused-acceptance',
  severity: 'note',
  title: {
    en: 'An acceptance still has something to accept.',
    vi: 'Mục chấp nhận vẫn còn trường hợp để chấp nhận.',
  },
  message: {
    en: ({ code }) => `Nothing that this acceptance of "${code}" describes was found.`,
    vi: ({ code }) => `Không tìm thấy trường hợp nào khớp với mục chấp nhận "${code}" này.`,
  },
  hint: {
    en: () => 'remove it if the cause is gone; else compare its unit, leaf and file with the warning.',
    vi: () => 'bỏ mục này nếu nguyên nhân không còn; nếu còn, đối chiếu unit, leaf, file với cảnh báo.',
  },
};

export const acceptanceFaults = { unknownCode, errorAccepted, unusedAcceptance };
