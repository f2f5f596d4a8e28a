/** A rubric as a table that officials can edit: a row a node and a setting; the words of its columns and kinds. */
import type { Words } from './words.ts';

/** The columns in their order; a row has cells only where rubric.yaml would have the key. */
export const RUBRIC_COLUMNS = {
  kind: { en: 'kind', vi: 'loại' },
  id: { en: 'id', vi: 'mã' },
  title: { en: 'title', vi: 'tên' },
  max: { en: 'max', vi: 'điểm tối đa' },
  rule: { en: 'rule', vi: 'cách chấm điểm' },
  source: { en: 'source', vi: 'nguồn điểm' },
  evidence: { en: 'evidence', vi: 'tài liệu kiểm chứng' },
  exempt: { en: 'exempt', vi: 'không đánh giá' },
  from: { en: 'from', vi: 'kế thừa' },
  cost: { en: 'cost', vi: 'chi phí' },
  note: { en: 'note', vi: 'ghi chú' },
} as const satisfies Record<string, Words>;

export type RubricColumn = keyof typeof RUBRIC_COLUMNS;

export const RUBRIC_COLUMN_NAMES = Object.keys(RUBRIC_COLUMNS) as readonly RubricColumn[];

/** What a row is. */
export const ROW_KINDS = {
  rubric: { en: 'rubric', vi: 'bộ tiêu chí' },
  setting: { en: 'setting', vi: 'thiết lập' },
  domain: { en: 'domain', vi: 'lĩnh vực' },
  criterion: { en: 'criterion', vi: 'tiêu chí' },
  part: { en: 'part', vi: 'tiêu chí thành phần' },
  bonus: { en: 'bonus', vi: 'điểm thưởng' },
  penalty: { en: 'penalty', vi: 'điểm trừ' },
} as const satisfies Record<string, Words>;

export type RowKind = keyof typeof ROW_KINDS;

/**
 * Keys of rubric.yaml that are rows of their own: their value stands in the cell of the rule, as it would in the file,
 * a map or a list without its outer brackets.
 */
export const SETTINGS: ReadonlyMap<string, 'one' | 'list' | 'map'> = new Map([
  ['$schema', 'one'],
  ['format', 'one'],
  ['issued', 'map'],
  ['applies_to', 'list'],
  ['stages', 'list'],
  ['rounding', 'map'],
  ['rank', 'map'],
  ['missing', 'one'],
  ['index', 'map'],
  ['grades', 'map'],
  ['adjustment_caps', 'map'],
]);

/** In the column `from`: new, continuing nothing. */
export const NEW_NODE = '[]';
