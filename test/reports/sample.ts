/** One rubric and one scoreboard, made by hand: nine districts of Khánh Hòa with invented figures. */
import { createColumn } from '../../src/model/column.ts';
import { type Exact, exact, parseDecimal, sum, ZERO } from '../../src/model/exact.ts';
import type { Place } from '../../src/model/place.ts';
import type { Criterion, Domain, Leaf, Rubric } from '../../src/model/rubric.ts';
import type { Figure, GradeResult, GroupBoard, Scoreboard, Standing } from '../../src/model/scoreboard.ts';

/** A decimal text as an exact number. */
export function decimal(text: string): Exact {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}

export function at(file: string, line: number, column = 1): Place {
  return { file, line, column };
}

const node = (id: string, title: string, max: string) => ({
  id,
  title,
  max: decimal(max),
  place: at('rubric.yaml', 1),
  maxPlace: at('rubric.yaml', 1),
});

const leaf = (id: string, title: string, max: string, domain: number, criterion: number, rule: string): Leaf => ({
  ...node(id, title, max),
  source: 'appraised',
  evidence: false,
  exemptible: false,
  rule: { type: rule, options: {} },
  domain,
  criterion,
});

const leaves: readonly Leaf[] = [
  { ...leaf('1.1', 'Ban hành kế hoạch CCHC năm', '5', 0, 0, 'levels'), evidence: true },
  leaf('1.2', 'Mức độ hoàn thành kế hoạch CCHC', '5', 0, 1, 'proportional'),
  leaf('2.1.a', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '40', 1, 2, 'proportional'),
  { ...leaf('2.1.b', 'Mức độ hài lòng của người dân', '20', 1, 2, 'survey'), source: 'survey' },
  leaf('3.1', 'Tỷ lệ giao dịch trên môi trường điện tử', '20', 2, 3, 'bands'),
  { ...leaf('3.2', 'Cung cấp dịch vụ công trực tuyến', '10', 2, 4, 'bands'), exemptible: true, source: 'self' },
];

const criterion = (id: string, title: string, max: string, domain: number, positions: number[]): Criterion => ({
  ...node(id, title, max),
  domain,
  leaves: positions,
  hasParts: positions.length > 1,
});

const criteria: readonly Criterion[] = [
  criterion('1.1', 'Ban hành kế hoạch CCHC năm', '5', 0, [0]),
  criterion('1.2', 'Mức độ hoàn thành kế hoạch CCHC', '5', 0, [1]),
  criterion('2.1', 'Kết quả giải quyết thủ tục hành chính', '60', 1, [2, 3]),
  criterion('3.1', 'Tỷ lệ giao dịch trên môi trường điện tử', '20', 2, [4]),
  criterion('3.2', 'Cung cấp dịch vụ công trực tuyến', '10', 2, [5]),
];

const domain = (id: string, title: string, max: string, positions: number[], under: number[]): Domain => ({
  ...node(id, title, max),
  criteria: positions,
  leaves: under,
});

export const rubric: Rubric = {
  id: 'khanh-hoa-huyen',
  title: 'Bộ tiêu chí CCHC cấp huyện, tỉnh Khánh Hòa',
  note: 'Số liệu minh họa, không phải kết quả công bố.',
  issued: { decision: 'Quyết định 1234/QĐ-UBND', date: '2019-05-06' },
  appliesTo: ['huyen'],
  stages: ['self', 'appraised'],
  rounding: { at: 'total', decimals: 2 },
  rank: { on: 'rounded', ties: 'competition', breaks: [{ level: 'criterion', at: 2 }] },
  missing: 'zero',
  indexBounds: {},
  grades: {
    on: 'rounded',
    bands: [
      { id: 'tot', name: 'Tốt', from: decimal('85') },
      { id: 'kha', name: 'Khá', from: decimal('75') },
      { id: 'trung-binh', name: 'Trung bình', from: decimal('50') },
      { id: 'yeu', name: 'Yếu' },
    ],
    gates: [{ nodes: [{ level: 'domain', at: 0 }], below: decimal('50'), cap: 1 }],
  },
  domains: [
    domain('1', 'Công tác chỉ đạo, điều hành CCHC', '10', [0, 1], [0, 1]),
    domain('2', 'Cải cách thủ tục hành chính', '60', [2], [2, 3]),
    domain('3', 'Xây dựng và phát triển chính quyền điện tử, chính quyền số', '30', [3, 4], [4, 5]),
  ],
  criteria,
  leaves,
  adjustments: [
    {
      ...node('T1', 'Sáng kiến được công nhận', '2'),
      kind: 'bonus',
      evidence: true,
      rule: { type: 'per-item', options: {} },
    },
  ],
  adjustmentCaps: { bonus: decimal('2') },
  scale: decimal('100'),
  sha256: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
  file: 'rubric.yaml',
};

interface Case {
  readonly id: string;
  readonly name: string;
  /** Points of each domain, and the maxima where they are not the rubric's. */
  readonly points: readonly Exact[];
  readonly max?: readonly Exact[];
  readonly index?: string;
  readonly rank?: number;
  readonly tied?: boolean;
  readonly ranked?: boolean;
  readonly grade?: GradeResult;
  readonly bonus?: Exact;
  readonly missing?: readonly number[];
  readonly exempt?: readonly number[];
  readonly overrides?: readonly string[];
}

const grade = (position: number, margin?: string): GradeResult => ({
  at: position,
  byIndex: position,
  holds: [],
  ...(margin === undefined ? {} : { margin: decimal(margin) }),
});

function figureOf(points: Exact, max: Exact): Figure {
  return max.n === 0n ? { points, max } : { points, max, index: exact(points.n * max.d * 100n, points.d * max.n) };
}

/** The standing of one case; `total` is the plain sum, the shown figures are the case's own. */
export function standing(of: Case, row: number, group = 'huyen'): Standing {
  const max = of.max ?? rubric.domains.map((each) => each.max);
  const bonus = of.bonus ?? ZERO;
  const total = sum([...of.points, bonus]);
  const whole = sum(max);
  return {
    unit: { id: of.id, name: of.name, group, ranked: of.ranked ?? true, note: '', place: at('units.csv', row + 2) },
    row,
    ...(of.rank === undefined ? {} : { rank: of.rank }),
    tied: of.tied ?? false,
    total,
    points: total,
    max: whole,
    ...(of.index === undefined
      ? {}
      : { index: decimal(of.index), exact: exact(total.n * whole.d * 100n, total.d * whole.n) }),
    ...(of.grade === undefined ? {} : { grade: of.grade }),
    domains: of.points.map((points, position) => figureOf(points, max[position] as Exact)),
    adjustments: bonus.n === 0n ? [] : [{ id: 'T1', kind: 'bonus', points: bonus }],
    bonus,
    penalty: ZERO,
    missing: of.missing ?? [],
    exempt: of.exempt ?? [],
    overrides: of.overrides ?? [],
  };
}

const all = (...points: readonly string[]): readonly Exact[] => points.map(decimal);

/** Each line's points add by hand: 9.50 + 55.08 + 27.50 = 92.08, and so on. */
const cases: readonly Case[] = [
  {
    id: 'khanh-vinh',
    name: 'Khánh Vĩnh',
    rank: 1,
    points: all('9.5', '55.08', '27.5'),
    index: '92.08',
    grade: grade(0),
  },
  {
    id: 'cam-ranh',
    name: 'Thành phố Cam Ranh',
    rank: 2,
    points: all('4.5', '55', '28'),
    index: '87.50',
    grade: {
      at: 1,
      byIndex: 0,
      holds: [{ node: '1', index: decimal('45'), below: decimal('50') }],
    },
  },
  {
    id: 'dien-khanh',
    name: 'Diên Khánh',
    rank: 3,
    tied: true,
    points: all('8', '53.55', '20.04'),
    bonus: decimal('0.5'),
    index: '82.09',
    grade: grade(1, '2.91'),
  },
  {
    id: 'van-ninh',
    name: 'Vạn Ninh',
    rank: 3,
    tied: true,
    points: all('8.09', '52', '22'),
    index: '82.09',
    grade: grade(1, '2.91'),
  },
  {
    id: 'khanh-son',
    name: 'Khánh Sơn',
    rank: 5,
    points: all('7', '45', '15.5'),
    max: all('10', '60', '20'),
    index: '75.00',
    exempt: [5],
    grade: grade(1, '10'),
  },
  {
    id: 'ninh-hoa',
    name: 'Thị xã Ninh Hòa',
    rank: 6,
    points: all('3', '40', '10'),
    index: '53.00',
    missing: [1],
    grade: grade(2, '22'),
  },
  {
    id: 'cam-lam',
    name: 'Cam Lâm',
    rank: 7,
    points: [exact(10n, 3n), exact(100n, 3n), exact(10n, 3n)],
    index: '40.00',
    overrides: ['1.1', '2.1.a'],
    grade: grade(3, '10'),
  },
  {
    id: 'nha-trang',
    name: 'Nha Trang',
    ranked: false,
    points: all('9', '50', '25'),
    index: '84.00',
    grade: grade(1, '1'),
  },
  {
    id: 'truong-sa',
    name: 'Trường Sa',
    points: all('0', '0', '0'),
    max: all('0', '0', '0'),
    exempt: [0, 1, 2, 3, 4, 5],
  },
];

const noMarks = { points: createColumn(9), source: new Uint8Array(9) };

export const group: GroupBoard = {
  id: 'huyen',
  name: 'Cấp huyện',
  rubric,
  standings: cases.map((each, row) => standing(each, row)),
  marks: { leaves: leaves.map(() => noMarks), adjustments: [noMarks] },
};

export const board: Scoreboard = {
  year: 2019,
  title: 'Chỉ số CCHC cấp huyện, tỉnh Khánh Hòa, năm 2019',
  note: 'Bản ghi minh họa của dự án.',
  basis: 'appraised',
  groups: [group],
  files: [
    { file: 'entries/khanh-vinh.csv', read: 7, used: 6, blank: 1, refused: 0 },
    { file: 'entries/cam-ranh.csv', read: 6, used: 6, blank: 0, refused: 0 },
  ],
  leftOut: [],
};

/** The standing of a unit of the sample. */
export function standingOf(id: string): Standing {
  const found = group.standings.find((each) => each.unit.id === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}
