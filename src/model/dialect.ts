/** How a project's CSV files are written: declared, never guessed. */
import type { DecimalMark } from './exact.ts';

/** Encodings that can be declared. UTF-16 with a byte order mark is read as such without being declared. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3'] as const;

export interface Dialect {
  readonly delimiter: string;
  readonly mark: DecimalMark;
  readonly encoding: string;
}

/** The two short names. */
export const DIALECTS = {
  data: { delimiter: ',', mark: '.', encoding: 'utf-8' },
  'excel-vi': { delimiter: ';', mark: ',', encoding: 'utf-8' },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;
