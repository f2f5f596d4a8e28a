/** The catalogue: every fault that the tool can tell, part by part. A fault that is not in here has no fixture and no page. */
import { faults } from '../faults/index.ts';
import type { Fault } from '../model/diagnostic.ts';
import type { Words } from '../model/words.ts';
import { checks } from './index.ts';

export interface Chapter {
  readonly title: Words;
  readonly faults: readonly Fault[];
}

/** In the order in which a run meets them. */
export const catalogue: readonly Chapter[] = [
  { title: { en: 'Files', vi: 'Tệp' }, faults: faults.csv },
  { title: { en: 'Spreadsheets', vi: 'Bảng tính' }, faults: faults.workbook },
  { title: { en: 'YAML', vi: 'YAML' }, faults: faults.yaml },
  { title: { en: 'Project and units', vi: 'Dự án và đơn vị' }, faults: faults.project },
  { title: { en: 'The rubric', vi: 'Bộ tiêu chí' }, faults: faults.rubric },
  { title: { en: 'Rules of the rubric', vi: 'Cách chấm điểm trong bộ tiêu chí' }, faults: faults.rules },
  { title: { en: 'Entries', vi: 'Số liệu' }, faults: faults.entries },
  { title: { en: 'Values', vi: 'Giá trị' }, faults: faults.values },
  { title: { en: 'Published figures', vi: 'Số liệu đã công bố' }, faults: faults.published },
  {
    title: { en: 'Across files', vi: 'Giữa các tệp' },
    faults: Object.values(checks).map(({ fault }) => fault),
  },
];
