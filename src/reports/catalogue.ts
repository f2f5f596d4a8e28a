/** The catalogue of faults on a page: code, severity, and the law in one sentence, chapter by chapter. */
import type { Fault } from '../model/diagnostic.ts';
import { type Block, type Cell, type Report, text } from '../model/document.ts';
import type { Language, Words } from '../model/words.ts';
import { catalogueWords, severityWords } from './words/diagnostics.ts';

export interface Chapter {
  readonly title: Words;
  readonly faults: readonly Fault[];
}

/** All faults of the chapters, in their order. */
export function reportCatalogue(chapters: readonly Chapter[], lang: Language): Report {
  const faults = chapters.flatMap((chapter) => chapter.faults);
  return {
    document: { blocks: chapters.flatMap((chapter) => chapterBlocks(chapter, lang)) },
    flat: {
      columns: ['code', 'severity', 'title'],
      rows: faults.map(({ code, severity, title }) => [text(code), text(severity), text(title[lang])]),
    },
    data: {
      schema: 'parindex/faults/1',
      faults: faults.map(({ code, severity, title }) => ({ code, severity, title: title[lang] })),
    },
  };
}

function chapterBlocks({ title, faults }: Chapter, lang: Language): readonly Block[] {
  const row = (fault: Fault): readonly Cell[] => [
    text(fault.code, 'strong'),
    text(severityWords[fault.severity][lang]),
    text(fault.title[lang]),
  ];
  return [
    { kind: 'heading', level: 2, text: title[lang] },
    {
      kind: 'table',
      columns: [
        { title: catalogueWords.code[lang], align: 'left' },
        { title: catalogueWords.severity[lang], align: 'left' },
        { title: catalogueWords.law[lang], align: 'left', flexible: true },
      ],
      rows: faults.map(row),
    },
  ];
}
