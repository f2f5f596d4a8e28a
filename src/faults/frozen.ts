/** The law of `freeze:` in parindex.yaml. */
import type { Fault } from '../model/diagnostic.ts';

/** Why a frozen rubric is refused: it changed, or `freeze` does not say which file it means. */
export const frozenRubric: Fault<{ why: 'changed' | 'several' | 'unnamed'; rubric: string; found?: string }> = {
  code: 'frozen-rubric',
  severity: 'error',
  title: {
    en: 'A frozen rubric does not change.',
    vi: 'Bộ tiêu chí đã chốt thì không thay đổi.',
  },
  message: {
    en: ({ why, rubric, found }) =>
      why === 'changed'
        ? `${rubric} is not the rubric that was frozen: its SHA-256 is now ${found}.`
        : why === 'several'
          ? `One digest for several rubrics: ${rubric}.`
          : `"${rubric}" is not a rubric of this project.`,
    vi: ({ why, rubric, found }) =>
      why === 'changed'
        ? `${rubric} không còn là bộ tiêu chí đã chốt: SHA-256 hiện nay là ${found}.`
        : why === 'several'
          ? `Chỉ một mã SHA-256 cho nhiều bộ tiêu chí: ${rubric}.`
          : `"${rubric}" không phải bộ tiêu chí của dự án này.`,
  },
  hint: {
    en: ({ why }) =>
      why === 'changed'
        ? 'put the frozen file back; if the council decided the change, write the new digest here.'
        : 'write freeze: with the digest of each rubric file by its name, as rubrics: names it.',
    vi: ({ why }) =>
      why === 'changed'
        ? 'khôi phục tệp đã chốt; nếu hội đồng quyết định thay đổi thì ghi mã mới vào đây.'
        : 'ghi freeze: với mã của từng tệp bộ tiêu chí theo tên nêu ở rubrics:.',
  },
};
