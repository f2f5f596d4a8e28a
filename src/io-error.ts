/** A failure of reading or writing: which path, why, and what to do about it, in both languages. */
import { visible } from './model/visible.ts';
import type { Words } from './model/words.ts';

/** Reading or writing failed; the tool ends with exit code 3. */
export class IoError extends Error {
  readonly path: string;
  /** The whole sentence, the path first. */
  readonly words: Words;
  readonly #why: Words;
  constructor(path: string, why: Words) {
    const name = visible(path, LONGEST_PATH);
    super(`${name}: ${why.en}.`);
    this.name = 'IoError';
    this.path = path;
    this.words = { en: this.message, vi: `${name}: ${why.vi}.` };
    this.#why = why;
  }

  /** The same failure with one more thing to say, without its full stop. */
  and({ en, vi }: Words): IoError {
    return new IoError(this.path, { en: `${this.#why.en}. ${en}`, vi: `${this.#why.vi}. ${vi}` });
  }
}

/** A path is what somebody looks for: it is cut only where it could not be a path. */
const LONGEST_PATH = 500;

/** What the system's codes mean to a person. Those that are not here keep the system's own words. */
const CAUSES: Readonly<Record<string, Words>> = {
  ENOENT: {
    en: 'there is no such file or folder; check the name, or make the folder first',
    vi: 'không có tệp hay thư mục này; hãy kiểm tra tên, hoặc tạo thư mục trước',
  },
  ENOTDIR: {
    en: 'a part of this path is a file, not a folder; check the path',
    vi: 'một phần của đường dẫn là tệp, không phải thư mục; hãy kiểm tra đường dẫn',
  },
  EACCES: {
    en: 'permission denied; ask for the right to it, or name another place',
    vi: 'không có quyền; hãy xin cấp quyền, hoặc chọn nơi khác',
  },
  EPERM: {
    en: 'not permitted; if the file is open in Excel, close it there',
    vi: 'không được phép; nếu tệp đang mở trong Excel, hãy đóng lại',
  },
  EBUSY: {
    en: 'busy; if the file is open in Excel, close it there',
    vi: 'đang bận; nếu tệp đang mở trong Excel, hãy đóng lại',
  },
  ETXTBSY: { en: 'busy; a program is running from it', vi: 'đang bận; có chương trình đang chạy từ tệp này' },
  ENOSPC: {
    en: 'the disk is full; free some space, or write to another disk',
    vi: 'đĩa đã đầy; hãy giải phóng dung lượng, hoặc ghi sang đĩa khác',
  },
  EDQUOT: {
    en: 'the quota of the disk is used up; free some space, or write to another disk',
    vi: 'đã hết hạn mức đĩa; hãy giải phóng dung lượng, hoặc ghi sang đĩa khác',
  },
  EFBIG: {
    en: 'the file is larger than this disk or this session permits; write to another disk',
    vi: 'tệp lớn hơn mức đĩa hay phiên làm việc này cho phép; hãy ghi sang đĩa khác',
  },
  EROFS: {
    en: 'the disk is read-only; write to another disk',
    vi: 'đĩa chỉ cho đọc; hãy ghi sang đĩa khác',
  },
  EIO: {
    en: 'the disk or the network failed; nothing on it can be relied on until it is looked at',
    vi: 'đĩa hoặc mạng bị lỗi; cần kiểm tra trước khi dùng tiếp',
  },
  EISDIR: { en: 'is a folder; name a file', vi: 'là thư mục; hãy nêu tên tệp' },
  EEXIST: { en: 'is already there; name another', vi: 'đã có; hãy chọn tên khác' },
  ENOTEMPTY: { en: 'is a folder that is not empty; name another', vi: 'là thư mục không trống; hãy chọn tên khác' },
  ENAMETOOLONG: {
    en: 'the name is too long for this disk; shorten it',
    vi: 'tên quá dài đối với đĩa này; hãy rút ngắn',
  },
  ELOOP: {
    en: 'symbolic links lead in a circle or to where none may; name the file itself',
    vi: 'liên kết tượng trưng dẫn vòng tròn hoặc không được phép ở đây; hãy nêu chính tệp đó',
  },
  EMFILE: {
    en: 'too many files are open in this session; close programs, or raise the limit (ulimit -n)',
    vi: 'phiên làm việc mở quá nhiều tệp; hãy đóng bớt chương trình, hoặc nâng giới hạn (ulimit -n)',
  },
  ENFILE: {
    en: 'too many files are open on this machine; close programs and try again',
    vi: 'máy đang mở quá nhiều tệp; hãy đóng bớt chương trình rồi thử lại',
  },
  ENOMEM: { en: 'the machine is out of memory; close programs', vi: 'máy hết bộ nhớ; hãy đóng bớt chương trình' },
  ESTALE: { en: 'the network folder was lost; connect it again', vi: 'mất kết nối thư mục mạng; hãy kết nối lại' },
  EXDEV: {
    en: 'lies on another disk than its folder; name a plain file',
    vi: 'nằm trên đĩa khác với thư mục chứa nó; hãy nêu một tệp thường',
  },
  EPIPE: { en: 'nobody reads it any more', vi: 'không còn ai đọc nữa' },
  EBADF: { en: 'is closed', vi: 'đã bị đóng' },
  ERR_STRING_TOO_LONG: { en: 'is too large to be held as one text', vi: 'quá lớn để đọc thành một văn bản' },
  ERR_FS_FILE_TOO_LARGE: { en: 'is larger than 2 GB', vi: 'lớn hơn 2 GB' },
};

/** What the system said of a path, as the error that a person is told; a fault of ours goes on as it is. */
export function ioError(path: string, error: unknown): unknown {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  const cause = code === undefined ? undefined : CAUSES[code];
  if (cause === undefined && syscall === undefined) return error;
  return new IoError(path, cause ?? { en: message, vi: message });
}

/** Does the work; what the system refuses is told of this path. */
export function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ioError(path, error);
  }
}
