/** What `check` says when nothing is wrong: how much was looked at, and what became of each file's rows. */
import { type Assessment, type FileCount, groupsOf } from '../model/assessment.ts';
import type { CheckedData } from '../model/diagnostics-data.ts';
import { type Block, type Cell, number, type Table, type Tone, text } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { fileWords, noFaults } from './words/diagnostics.ts';

const COUNTS = ['read', 'used', 'blank', 'refused'] as const;

/** What was looked at. Leaves are counted once a rubric; cells are units × leaves of their rubric, without adjustments. */
export function lookedAt({ sheets, files }: Assessment, nameOf: (file: string) => string): CheckedData {
  const over = (count: (sheet: (typeof sheets)[number]) => number): number =>
    sheets.reduce((total, sheet) => total + count(sheet), 0);
  return {
    units: over((sheet) => sheet.units.length),
    groups: new Set(sheets.flatMap(({ units }) => groupsOf(units, new Map()).map(({ id }) => id))).size,
    leaves: over((sheet) => sheet.rubric.leaves.length),
    cells: over((sheet) => sheet.units.length * sheet.rubric.leaves.length),
    files: files.map(({ file, read, used, blank, refused }) => ({ file: nameOf(file), read, used, blank, refused })),
  };
}

/** `milder`: there are warnings, so that it cannot be said that nothing was found; notes are no faults. */
export function successBlocks(
  checked: CheckedData,
  { lang, milder }: { readonly lang: Language; readonly milder: boolean },
): readonly Block[] {
  const said: Block = { kind: 'paragraph', text: noFaults[lang]({ ...checked, milder }), tone: 'good' };
  return checked.files.length === 0 ? [said] : [said, fileTable(checked.files, lang)];
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
