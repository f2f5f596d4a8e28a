/** Laws of the costs that a rubric gives for plans. */
import type { Fault } from '../model/diagnostic.ts';
import { didYouMean } from './did-you-mean.ts';

export const costNames: Fault<{
  why: 'nameless' | 'unknown' | 'lacking';
  name: string;
  leaf: string;
  known: string;
  nearest?: string;
}> = {
  code: 'cost-names',
  severity: 'error',
  title: {
    en: 'Costs by name are those of the levels or items of the rule, and none lacks.',
    vi: 'Chi phí theo tên là của các mức hay nội dung trong cách chấm, không thiếu tên nào.',
  },
  message: {
    en: ({ why, name, leaf }) =>
      ({
        nameless: `The rule of ${leaf} has no levels and no items that costs could be named by.`,
        unknown: `${leaf} has no level or item "${name}" that could cost anything.`,
        lacking: `The costs of ${leaf} do not say what "${name}" costs.`,
      })[why],
    vi: ({ why, name, leaf }) =>
      ({
        nameless: `Cách chấm của ${leaf} không có mức hay nội dung để ghi chi phí theo tên.`,
        unknown: `${leaf} không có mức hay nội dung "${name}" để ghi chi phí.`,
        lacking: `Chi phí của ${leaf} chưa ghi "${name}" tốn bao nhiêu.`,
      })[why],
  },
  hint: {
    en: ({ why, name, nearest, known }) => {
      if (nearest !== undefined) return didYouMean.en({ shown: name, nearest });
      if (why === 'nameless') return 'write what each point costs, such as cost: 2.';
      return why === 'unknown' ? `there are ${known}.` : 'give it a cost; 0 if it costs nothing.';
    },
    vi: ({ why, name, nearest, known }) => {
      if (nearest !== undefined) return didYouMean.vi({ shown: name, nearest });
      if (why === 'nameless') return 'ghi chi phí cho mỗi điểm, ví dụ cost: 2.';
      return why === 'unknown' ? `các tên là ${known}.` : 'ghi chi phí cho tên đó; ghi 0 nếu không tốn gì.';
    },
  },
};
