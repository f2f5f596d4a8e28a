/** A small sound project to be damaged. Its rubric is written as JSON, which is YAML too, so that a judge of its own can read it. */

const RUBRIC = `{
  "format": 1,
  "id": "mau",
  "title": "Bộ tiêu chí",
  "applies_to": ["huyen"],
  "rounding": { "at": "total", "decimals": 2 },
  "rank": { "on": "rounded", "ties": "competition" },
  "grades": {
    "on": "rounded",
    "bands": [
      { "id": "tot", "name": "Tốt", "from": 85 },
      { "id": "kha", "name": "Khá", "from": 62.5 },
      { "id": "yeu", "name": "Yếu" }
    ]
  },
  "domains": [
    {
      "id": "1",
      "title": "Chỉ đạo, điều hành",
      "max": 5,
      "criteria": [
        { "id": "1.1", "title": "Kế hoạch", "max": 1.5, "rule": { "type": "levels", "levels": { "kip-thoi": 1.5, "cham": 0.75, "khong": 0 } } },
        { "id": "1.2", "title": "Báo cáo", "max": 2, "rule": { "type": "given", "step": 0.25 } },
        { "id": "1.10", "title": "Tự chấm", "max": 1.5, "rule": { "type": "given" } }
      ]
    },
    {
      "id": "2",
      "title": "Thủ tục hành chính",
      "max": 4,
      "criteria": [
        { "id": "2.1", "title": "Đúng hạn", "max": 3, "rule": { "type": "proportional", "floor": "50%" } },
        { "id": "2.2", "title": "Ngày trễ", "max": 1, "rule": { "type": "deduct", "points": 0.1, "min": 0 } }
      ]
    }
  ]
}
`;

const UNITS =
  'id,name,group,unranked,note\nhue,Huế,huyen,,\nphu-loc,Phú Lộc,huyen,,"Mới, 2019"\na-luoi,A Lưới,huyen,,\nnam-dong,Nam Đông,huyen,x,xếp riêng\n';

const PROJECT =
  'year: 2019\ntitle: Chỉ số CCHC\nlanguage: en\ncsv: { delimiter: ",", decimal: dot }\nrubric: rubric.yaml\nunits: units.csv\nentries: entries\ngroups:\n  huyen: Cấp huyện\n';

const entries = (values: readonly string[]): string =>
  ['criterion,self,appraised,evidence,note', ...values].join('\n').concat('\n');

/** The files by path. */
export const GOOD: ReadonlyMap<string, string> = new Map([
  ['parindex.yaml', PROJECT],
  ['rubric.yaml', RUBRIC],
  ['units.csv', UNITS],
  [
    'entries/hue.csv',
    entries([
      '1.1,kip-thoi,kip-thoi,QĐ-12,',
      '1.2,2,1.75,,"đã sửa, xem ""QĐ"""',
      '1.10,1.5,1.125,,',
      '2.1,97.5%,29/34,,',
      '2.2,0,1,,',
    ]),
  ],
  [
    'entries/phu-loc.csv',
    entries(['1.1,kip-thoi,cham,,', '1.2,2,2,,', '1.10,1,0.875,,', '2.1,90%,88.25%,,', '2.2,2,2,,']),
  ],
  [
    'entries/a-luoi.csv',
    entries(['1.1,khong,khong,,', '1.2,0.5,0.5,,', '1.10,,0.333,,', '2.1,45%,49.9%,,', '2.2,12,11,,']),
  ],
  ['entries/nam-dong.csv', entries(['1.1,cham,cham,,', '1.2,1,1,,', '1.10,0.5,0.5,,', '2.1,2/3,2/3,,', '2.2,3,3,,'])],
]);
