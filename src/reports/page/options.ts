/** What a report is told besides the scoreboard. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Exact } from '../../model/exact.ts';
import type { PreviousRanking } from '../../model/previous.ts';
import type { Scoreboard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';

/** A file that was read, and what it was when it was read. */
export interface InputFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The drawings that may be asked for alone. */
export type ChartName = 'bars' | 'heatmap' | 'bump' | 'grades';

export interface ReportOptions {
  readonly lang: Language;
  readonly toolVersion: string;
  /** Every input, sorted by path. */
  readonly files: readonly InputFile[];
  /** Warnings and notes; there are no errors where there is a scoreboard. */
  readonly diagnostics: readonly Diagnostic[];
  /** Only this group. */
  readonly group?: string;
  /** Index points from a line that still count as close. */
  readonly margin: Exact;
  readonly previous?: { readonly ranking: PreviousRanking; readonly name: string };
  /** The same units on their self-assessment, for the appendix. */
  readonly self?: Scoreboard;
  /** As it shall be printed; no date unless given. */
  readonly date?: string;
  /** Whether the annex has a second part with the domains. */
  readonly domains?: boolean;
  /** The drawing that is asked for alone. */
  readonly chart?: ChartName;
  /** Number of the decision that the annex belongs to; of the document itself where it has a letterhead. */
  readonly decision?: string;
  /** The order of the annex's rows: by rank, or as the units file has them. */
  readonly order?: 'rank' | 'official';
  /** Whether the annex stands upright however many columns it has. */
  readonly portrait?: boolean;
  /** Who issues the document, where it stands alone: the body, or the one above it and the body with a semicolon between. */
  readonly letterhead?: string;
}
