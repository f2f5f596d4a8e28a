/** Words of a printed rubric (bộ tiêu chí): its columns and its policies as sentences, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const rubricWords = {
  title: { en: 'Domain, criterion, part', vi: 'Lĩnh vực, tiêu chí, tiêu chí thành phần' },
  source: { en: 'Source', vi: 'Nguồn' },
  marks: { en: 'Marks', vi: 'Ký hiệu' },
  rule: { en: 'Rule', vi: 'Cách chấm điểm' },
  scale: { en: 'Scale', vi: 'Thang điểm' },
  adjustments: { en: 'Bonus and penalty, beyond the scale', vi: 'Điểm thưởng, điểm trừ (ngoài thang điểm)' },
  kind: { en: 'Kind', vi: 'Loại' },
  cap: { en: 'At most', vi: 'Tối đa' },
  grades: { en: 'Grades', vi: 'Xếp loại' },
  from: { en: 'From (%)', vi: 'Từ (%)' },
  policies: { en: 'How points are counted', vi: 'Cách tính' },
  rest: { en: 'below', vi: 'còn lại' },
  noGrades: { en: 'This rubric has no grades.', vi: 'Bộ tiêu chí này không xếp loại.' },
  marksLegend: {
    en: 'E: evidence is required. N: "n/a" is permitted, with a note.',
    vi: 'T: phải có tài liệu kiểm chứng. K: được ghi "không áp dụng", kèm giải trình.',
  },
  evidenceMark: { en: 'E', vi: 'T' },
  exemptMark: { en: 'N', vi: 'K' },
  missingError: {
    en: 'Where nothing is reported, the unit is refused.',
    vi: 'Chưa có số liệu thì không chấm điểm đơn vị đó.',
  },
  missingZero: {
    en: 'Where nothing is reported, 0 points of the full maximum are counted, and every report says so.',
    vi: 'Chưa có số liệu thì tính 0 điểm trên toàn bộ điểm tối đa và ghi rõ trong mọi báo cáo.',
  },
  exemption: {
    en: 'An exempt leaf is left out of the points and of the maximum.',
    vi: 'Tiêu chí không đánh giá không tính vào điểm và điểm tối đa.',
  },
} as const satisfies Record<string, Words>;

export const issuedLine: Told<{ readonly decision: string; readonly date: string }> = {
  en: ({ decision, date }) => `Issued: ${decision}, ${date}.`,
  vi: ({ decision, date }) => `Ban hành: ${decision}, ngày ${date}.`,
};

export const appliesLine: Told<{ readonly groups: string }> = {
  en: ({ groups }) => `For the groups: ${groups === '' ? 'all' : groups}.`,
  vi: ({ groups }) => `Áp dụng cho nhóm: ${groups === '' ? 'tất cả' : groups}.`,
};

export const sizeLine: Told<Record<'domains' | 'criteria' | 'leaves', number> & { readonly scale: string }> = {
  en: ({ domains, criteria, leaves, scale }) =>
    `${counted(domains, 'domain', 'domains')}, ${counted(criteria, 'criterion', 'criteria')}, ` +
    `${counted(leaves, 'leaf', 'leaves')}, ${scale} points.`,
  vi: ({ domains, criteria, leaves, scale }) =>
    `${domains} lĩnh vực, ${criteria} tiêu chí, ${leaves} tiêu chí chấm điểm, thang điểm ${scale}.`,
};

export const stagesLine: Told<{ readonly stages: string }> = {
  en: ({ stages }) => `Stages: ${stages}; the last that is filled counts.`,
  vi: ({ stages }) => `Vòng đánh giá: ${stages}; tính theo vòng cuối có số liệu.`,
};

export const rankLine: Told<{
  readonly on: 'rounded' | 'exact';
  readonly ties: 'competition' | 'dense';
  readonly breaks: string;
}> = {
  en: ({ on, ties, breaks }) =>
    `Ranks are decided on the ${on === 'exact' ? 'exact index, before rounding' : 'rounded index'}` +
    `${breaks === '' ? '' : `, then on ${breaks}`}; equal units share a rank, counted ` +
    `${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}.`,
  vi: ({ on, ties, breaks }) =>
    `Xếp hạng theo chỉ số ${on === 'exact' ? 'trước khi làm tròn' : 'đã làm tròn'}` +
    `${breaks === '' ? '' : `, rồi đến ${breaks}`}; bằng nhau thì đồng hạng, đếm kiểu ` +
    `${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}.`,
};

export const boundsLine: Told<{ readonly min: string; readonly max: string }> = {
  en: ({ min, max }) =>
    `The index is kept ${[min && `at or above ${min}`, max && `at or below ${max}`].filter(Boolean).join(' and ')}.`,
  vi: ({ min, max }) =>
    `Chỉ số được giữ ${[min && `không dưới ${min}`, max && `không quá ${max}`].filter(Boolean).join(' và ')}.`,
};

export const capLine: Told<{ readonly kind: 'bonus' | 'penalty'; readonly cap: string }> = {
  en: ({ kind, cap }) => `All ${kind} points together: at most ${cap}.`,
  vi: ({ kind, cap }) => `Tổng điểm ${kind === 'bonus' ? 'thưởng' : 'trừ'} không quá ${cap}.`,
};

export const gradesOn: Told<{ readonly on: 'rounded' | 'exact' }> = {
  en: ({ on }) =>
    `Each grade includes its lower end; grades look at the ${on === 'exact' ? 'index before rounding' : 'rounded index'}.`,
  vi: ({ on }) =>
    `Mỗi mức gồm cả cận dưới; xếp loại theo chỉ số ${on === 'exact' ? 'trước khi làm tròn' : 'đã làm tròn'}.`,
};

export const gateLine: Told<{ readonly nodes: string; readonly below: string; readonly cap: string }> = {
  en: ({ nodes, below, cap }) => `A component index below ${below}% of ${nodes} caps the grade at ${cap}.`,
  vi: ({ nodes, below, cap }) => `Chỉ số thành phần của ${nodes} dưới ${below}% thì xếp loại không quá ${cap}.`,
};

export const anyOf: Told<{ readonly level: 'domain' | 'criterion' }> = {
  en: ({ level }) => (level === 'domain' ? 'any domain' : 'any criterion'),
  vi: ({ level }) => (level === 'domain' ? 'bất kỳ lĩnh vực nào' : 'bất kỳ tiêu chí nào'),
};
