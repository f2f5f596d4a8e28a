/** How a project's CSV files are written: declared, never guessed. */
import type { DecimalMark } from './exact.ts';

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
