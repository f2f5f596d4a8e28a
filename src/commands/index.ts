/** The table of commands. A new command is one file and one line here. */
import type { Words } from '../model/words.ts';
import type { Command } from './command.ts';

export interface CommandEntry {
  readonly summary: Words;
  readonly load: () => Promise<{ readonly command: Command }>;
}

export const commands = {
  init: {
    summary: { en: 'write a working sample project to start from', vi: 'tạo dự án mẫu chạy được để bắt đầu' },
    load: () => import('./init.ts'),
  },
  check: {
    summary: {
      en: 'find every fault of the rubric, the units and the entries',
      vi: 'tìm mọi lỗi của bộ tiêu chí, danh sách đơn vị và số liệu',
    },
    load: () => import('./check.ts'),
  },
  inspect: {
    summary: {
      en: 'show how one file is written and what the reader sees in it',
      vi: 'xem một tệp được ghi thế nào và bộ đọc thấy gì trong đó',
    },
    load: () => import('./inspect.ts'),
  },
  rank: {
    summary: {
      en: 'rank the units of each group, with index and grade',
      vi: 'xếp hạng đơn vị theo nhóm, kèm chỉ số và xếp loại',
    },
    load: () => import('./rank.ts'),
  },
  scorecard: {
    summary: {
      en: "show one unit's marks, lost points and margins",
      vi: 'phiếu điểm của một đơn vị: điểm đạt, điểm mất, khoảng cách',
    },
    load: () => import('./scorecard.ts'),
  },
  explain: {
    summary: {
      en: "why a unit has its rank: from its index down to the file's cells",
      vi: 'vì sao đơn vị có thứ hạng ấy: từ chỉ số đến từng ô số liệu',
    },
    load: () => import('./explain.ts'),
  },
  compare: {
    summary: {
      en: 'set years or results side by side: who moved, and why',
      vi: 'so sánh các năm, các kết quả: đơn vị nào tăng, giảm và vì sao',
    },
    load: () => import('./compare.ts'),
  },
  plan: {
    summary: {
      en: 'the cheapest improvements to a grade, a rank or an index',
      vi: 'những cải thiện ít tốn nhất để đạt loại, thứ hạng hay chỉ số',
    },
    load: () => import('./plan.ts'),
  },
  audit: {
    summary: {
      en: "check somebody's published figures: do they hang together",
      vi: 'kiểm tra số liệu đã công bố: các con số có khớp nhau không',
    },
    load: () => import('./audit.ts'),
  },
  template: {
    summary: {
      en: 'make forms to fill in: a workbook for each unit',
      vi: 'tạo biểu mẫu để điền: mỗi đơn vị một bảng tính',
    },
    load: () => import('./template.ts'),
  },
  verify: {
    summary: {
      en: 'make a result again from its manifest: has anything changed',
      vi: 'lập lại kết quả theo bản kê khai: có gì đã thay đổi không',
    },
    load: () => import('./verify.ts'),
  },
  report: {
    summary: {
      en: 'publish the ranking: a web page, the annex of a decision, drawings',
      vi: 'công bố kết quả: trang web, phụ lục quyết định, biểu đồ',
    },
    load: () => import('./report.ts'),
  },
  rubric: {
    summary: {
      en: 'print or check a rubric, or its JSON Schema',
      vi: 'in hoặc kiểm tra bộ tiêu chí, hoặc JSON Schema của nó',
    },
    load: () => import('./rubric.ts'),
  },
  completion: {
    summary: {
      en: 'print the completion script of a shell',
      vi: 'in tập lệnh tự hoàn thành cho shell',
    },
    load: () => import('./completion.ts'),
  },
} as const satisfies Record<string, CommandEntry>;
