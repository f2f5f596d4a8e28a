/** A short project to make one's own: two domains, four criteria with four kinds of rules, two units. */
import type { Language, Words } from '../../model/words.ts';
import { type Choices, projectFile } from './start.ts';

export const SKELETON_TITLE: Words = { en: 'Index of the units', vi: 'Chỉ số cải cách hành chính của các đơn vị' };

/** Every file of the project by its path in the folder; the schema that rubric.yaml names is not among them. */
export function skeleton(choices: Choices): ReadonlyMap<string, string> {
  const { language } = choices;
  const groups = { 'nhom-1': GROUP[language] };
  return new Map([
    ['parindex.yaml', projectFile(choices, { groups })],
    ['rubric.yaml', rubricFile(language)],
    [
      'units.csv',
      `id,name,group,note\n${UNITS.map((id, at) => `${id},${UNIT[language]} ${at + 1},nhom-1,\n`).join('')}`,
    ],
    ...UNITS.map((id, at): [string, string] => [
      `entries/${id}.csv`,
      `criterion,self,appraised,survey,evidence,note\n${(rowsOf(LATE[language])[at] ?? []).map((row) => `${row}\n`).join('')}`,
    ]),
  ]);
}

const UNITS = ['don-vi-1', 'don-vi-2'];
const UNIT: Words = { en: 'Unit', vi: 'Đơn vị' };
const GROUP: Words = { en: 'Units', vi: 'Các đơn vị' };

/** Example figures, so that the project ranks as it is. */
const rowsOf = (late: string): readonly (readonly string[])[] => [
  ['1.1,kip-thoi,kip-thoi,,,', '1.2,18/20,17/20,,,', '2.1,96%,96%,,,', '2.2,,,60;30;10;0,,'],
  [`1.1,kip-thoi,khong-kip-thoi,,,${late}`, '1.2,19/20,19/20,,,', '2.1,91%,88.5%,,,', '2.2,,,50;30;15;5,,'],
];

const LATE: Words = { en: 'Issued after the day that was set.', vi: 'Ban hành sau thời hạn quy định.' };

function rubricFile(language: Language): string {
  const say = (words: Words): string => words[language];
  return `# Bộ tiêu chí: hãy sửa theo quyết định của cơ quan mình. Mã là văn bản, để trong dấu nháy ("1.10" khác "1.1").
# The rubric: make it that of your own decision. Ids are texts between quotes ("1.10" is not "1.1").
# Trình soạn thảo đọc tệp dưới đây và gợi ý mọi khóa / editors read this file and complete the keys
$schema: rubric.schema.json
format: 1
id: bo-tieu-chi
title: ${say({ en: 'Rubric (an example)', vi: 'Bộ tiêu chí (ví dụ)' })}
applies_to: [nhom-1]
stages: [self, appraised] # các vòng đánh giá; vòng cuối là căn cứ / rounds of marking; the last one counts
rounding: { at: total, decimals: 2 } # làm tròn một lần, ở tổng điểm / rounded once, at the total
rank: { on: rounded, ties: competition } # đồng hạng: 1, 2, 2, 4 / equal units share a rank
missing: error # ô trống là lỗi, không phải 0 điểm / an empty cell is an error, not 0 points
grades:
  on: rounded
  bands: # tính cả cận dưới / the lower end is included
    - { id: tot, name: ${say({ en: 'Good', vi: 'Tốt' })}, from: 85 }
    - { id: kha, name: ${say({ en: 'Fair', vi: 'Khá' })}, from: 70 }
    - { id: trung-binh, name: ${say({ en: 'Average', vi: 'Trung bình' })}, from: 50 }
    - { id: yeu, name: ${say({ en: 'Weak', vi: 'Yếu' })} }

domains: # điểm tối đa là tổng của các mục con / a maximum is the sum of what lies below
  - id: "1"
    title: ${say({ en: 'Steering', vi: 'Chỉ đạo, điều hành' })}
    max: 40
    criteria:
      - id: "1.1"
        title: ${say({ en: 'The plan of the year was issued', vi: 'Ban hành kế hoạch năm' })}
        max: 15
        # mỗi mức một số điểm / a level and its points
        rule: { type: levels, levels: { kip-thoi: 15, khong-kip-thoi: 7.5, khong: 0 } }
      - id: "1.2"
        title: ${say({ en: 'Tasks of the plan that were done', vi: 'Tỷ lệ nhiệm vụ trong kế hoạch đã hoàn thành' })}
        max: 25
        # (a/b) × điểm tối đa; dưới 70% thì 0 điểm / in proportion; nothing under 70 %
        rule: { type: proportional, floor: 70% }
  - id: "2"
    title: ${say({ en: 'Results', vi: 'Kết quả' })}
    max: 60
    criteria:
      - id: "2.1"
        title: ${say({ en: 'Files handled in time', vi: 'Tỷ lệ hồ sơ giải quyết đúng hạn' })}
        max: 40
        # các bậc phải phủ hết, không chồng nhau / bands cover everything once
        rule:
          type: bands
          bands:
            - { from: 95%, points: 40 }
            - { from: 85%, below: 95%, points: 25 }
            - { below: 85%, points: 0 }
      - id: "2.2"
        title: ${say({ en: 'People are content (survey)', vi: 'Mức độ hài lòng của người dân (điều tra xã hội học)' })}
        max: 20
        source: survey # ô có dạng 60;30;10;0: số phiếu theo thang / a cell counts the answers
        rule: { type: survey, scale: { rat-hai-long: 100%, hai-long: 75%, binh-thuong: 50%, khong: 0% } }
`;
}
