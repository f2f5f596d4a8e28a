/** The law of `rows:` and `sha256:` of a file in parindex.yaml. */
import type { Fault } from '../model/diagnostic.ts';

/** What is not as stated; a folder has no digest. */
export const notAsStated: Fault<
  | { why: 'rows' | 'digest'; path: string; found: string; stated: string }
  | { why: 'folder'; path: string; found?: string; stated?: string }
> = {
  code: 'not-as-stated',
  severity: 'error',
  title: {
    en: 'A file has the rows and the SHA-256 that the project states.',
    vi: 'Tệp có đúng số dòng và mã SHA-256 mà dự án đã ghi.',
  },
  message: {
    en: ({ why, path, found, stated }) =>
      why === 'folder'
        ? `${path} is a folder and has no SHA-256.`
        : why === 'rows'
          ? `${path} has ${found} ${found === '1' ? 'row' : 'rows'} below its header; ${stated} ${stated === '1' ? 'is' : 'are'} stated here.`
          : `The SHA-256 of ${path} is ${found}; ${stated} is stated here.`,
    vi: ({ why, path, found, stated }) =>
      why === 'folder'
        ? `${path} là thư mục nên không có mã SHA-256.`
        : why === 'rows'
          ? `${path} có ${found} dòng dưới dòng tiêu đề; ở đây ghi ${stated}.`
          : `Mã SHA-256 của ${path} là ${found}; ở đây ghi ${stated}.`,
  },
  hint: {
    en: ({ why }) =>
      why === 'folder'
        ? 'state the rows of all its files together, or name each file with its SHA-256.'
        : 'the file was cut off or changed since: get it again from who sent it; where it is right, correct what is stated here.',
    vi: ({ why }) =>
      why === 'folder'
        ? 'ghi tổng số dòng của mọi tệp trong đó, hoặc nêu từng tệp kèm mã SHA-256.'
        : 'tệp bị cắt cụt hoặc đã thay đổi: lấy lại từ nơi gửi; nếu tệp đúng thì sửa điều đã ghi ở đây.',
  },
};
