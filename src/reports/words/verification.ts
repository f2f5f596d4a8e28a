/** Words of `verify`, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

interface Counts {
  readonly inputs: number;
  readonly outputs: number;
}

interface Named {
  readonly file: string;
}

export const confirmed: Told<Counts> = {
  en: ({ inputs, outputs }) =>
    `Confirmed: ${counted(inputs, 'input', 'inputs')} and ${counted(outputs, 'output', 'outputs')} are what the manifest says, and the result, made again, has the same bytes.`,
  vi: ({ inputs, outputs }) =>
    `Khớp: ${inputs} tệp đầu vào và ${outputs} tệp kết quả đúng như bản kê khai; lập lại kết quả cho đúng từng byte.`,
};

export const notConfirmed: Told<{ readonly count: number }> = {
  en: ({ count }) => `Not confirmed: ${counted(count, 'difference', 'differences')}.`,
  vi: ({ count }) => `Không khớp: ${count} điểm khác.`,
};

export const notRecomputed: Words = {
  en: 'The result was not made again, since what it is made from is not what the manifest says.',
  vi: 'Chưa lập lại kết quả, vì dữ liệu đầu vào không đúng như bản kê khai.',
};

export const differenceWord: Words = { en: 'difference', vi: 'khác' };

export const goneFile: Told<Named & { readonly by: 'input' | 'output' }> = {
  en: ({ file, by }) => `${file}: this ${by} is not there.`,
  vi: ({ file, by }) => `${file}: không có tệp ${by === 'input' ? 'đầu vào' : 'kết quả'} này.`,
};

export const changedFile: Told<Named & { readonly by: 'input' | 'output' }> = {
  en: ({ file, by }) => `${file}: this ${by} has changed; its bytes are not those of the manifest.`,
  vi: ({ file, by }) =>
    `${file}: tệp ${by === 'input' ? 'đầu vào' : 'kết quả'} đã thay đổi; nội dung không còn như bản kê khai.`,
};

export const newFile: Told<Named> = {
  en: ({ file }) => `${file}: is read now, and was not when the result was made.`,
  vi: ({ file }) => `${file}: nay được đọc, nhưng khi lập kết quả thì không có.`,
};

export const otherResult: Told<Named> = {
  en: ({ file }) => `${file}: made again from the same inputs, the result has other bytes than the manifest says.`,
  vi: ({ file }) => `${file}: lập lại từ cùng dữ liệu thì kết quả khác với bản kê khai.`,
};

export const refusedNow: Told<Named> = {
  en: ({ file }) => `${file}: cannot be made again; the inputs are refused.`,
  vi: ({ file }) => `${file}: không lập lại được; dữ liệu đầu vào bị từ chối.`,
};

export const otherManifest: Told<Named & { readonly key: string }> = {
  en: ({ file, key }) =>
    key === 'json'
      ? `${file}: is not JSON; the manifest was damaged.`
      : key === 'seal'
        ? `${file}: the manifest itself has changed since it was written.`
        : `${file}: is no manifest of parindex, or was changed; "${key}" is not as it should be.`,
  vi: ({ file, key }) =>
    key === 'json'
      ? `${file}: không phải JSON; bản kê khai đã bị hỏng.`
      : key === 'seal'
        ? `${file}: chính bản kê khai đã thay đổi sau khi được ghi.`
        : `${file}: không phải bản kê khai của parindex, hoặc đã bị sửa; mục "${key}" không đúng.`,
};

export const otherVersion: Told<Named & { readonly version: string; readonly own: string }> = {
  en: ({ file, version, own }) =>
    `${file}: was written by parindex ${version}, and this is ${own}; verify it with that version.`,
  vi: ({ file, version, own }) =>
    `${file}: do parindex ${version} ghi, còn đây là ${own}; hãy kiểm tra bằng đúng phiên bản đó.`,
};
