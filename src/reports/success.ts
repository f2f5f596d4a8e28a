/** What `check` says when nothing is wrong: how much was looked at, and what became of each file's rows. */
import type { Assessment, FileCount } from '../model/assessment.ts';
import { type Cell, number, type Report, type Table, type Tone, text } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { fileWords, noFaults } from './words/diagnostics.ts';

const COUNTS = ['read', 'used', 'blank', 'refused'] as const;

/** `milder`: there are warnings or notes. Leaves are counted once a rubric; cells are units × leaves of their rubric, adjustments not among them. */
export function reportSuccess(
  assessment: Assessment,
  options: { readonly lang: Language; readonly milder: boolean },
): Report {
  const { lang, milder } = options;
  const { sheets, files } = assessment;
  const over = (count: (sheet: (typeof sheets)[number]) => number): number =>
    sheets.reduce((total, sheet) => total + count(sheet), 0);
  const counts = {
    units: over((sheet) => sheet.units.length),
    groups: new Set(sheets.flatMap((sheet) => sheet.units.map((unit) => unit.group))).size,
    leaves: over((sheet) => sheet.rubric.leaves.length),
    cells: over((sheet) => sheet.units.length * sheet.rubric.leaves.length),
  };
  return {
    document: {
      blocks: [
        { kind: 'paragraph', text: noFaults[lang]({ ...counts, milder }), tone: 'good' },
        ...(files.length === 0 ? [] : [fileTable(files, lang)]),
      ],
    },
    flat: { columns: ['file', ...COUNTS], rows: files.map((file) => fileRow(file.file, file, 'plain')) },
    data: {
      schema: 'parindex/check/1',
      ...counts,
      files: files.map(({ file, read, used, blank, refused }) => ({ file, read, used, blank, refused })),
    },
  };
}

type Counted = Pick<FileCount, (typeof COUNTS)[number]>;

function fileRow(name: string, counts: Counted, tone: Tone): readonly Cell[] {
  return [text(name, tone), ...COUNTS.map((key) => number(`${counts[key]}`, tone))];
}

function fileTable(files: readonly FileCount[], lang: Language): Table {
  const sum = (key: (typeof COUNTS)[number]): number => files.reduce((total, file) => total + file[key], 0);
  const total = { read: sum('read'), used: sum('used'), blank: sum('blank'), refused: sum('refused') };
  return {
    kind: 'table',
    columns: [
      { title: fileWords.file[lang], align: 'left', flexible: true },
      ...COUNTS.map((key) => ({ title: fileWords[key][lang], align: 'right' }) as const),
    ],
    rows: [
      ...files.map((file) => fileRow(file.file, file, 'plain')),
      ...(files.length > 1 ? [fileRow(fileWords.total[lang], total, 'strong')] : []),
    ],
  };
}
