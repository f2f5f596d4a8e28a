/** A line of text in a document, and the sizes that lines have. */
import { AlignmentType, Paragraph, TextRun } from 'docx';
import type { Untrusted } from '../../model/encoded.ts';
import { printable } from '../format.ts';

export const FONT = 'Times New Roman';

/** In half points: the text of the annex, its notes, its tables. */
export const SIZE = { text: 28, note: 24, table: 24 } as const;

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
}

/** Text and nothing else: a run holds no field and no link, whatever it reads like. */
export function line(
  text: Untrusted,
  { size, bold, italics, alignment, before = 0, after = 0, keepNext }: Look,
): Paragraph {
  return new Paragraph({
    alignment: alignment ?? AlignmentType.LEFT,
    spacing: { before, after },
    ...(keepNext === undefined ? {} : { keepNext }),
    children: [new TextRun({ text: printable(text), font: FONT, size: size ?? SIZE.text, bold, italics } as never)],
  });
}
