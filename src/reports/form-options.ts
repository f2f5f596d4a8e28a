/** What a form depends on besides its rubric and its unit. */
import type { Exact } from '../model/exact.ts';
import type { Fill } from '../model/fill.ts';
import type { Scoring } from '../model/rubric.ts';
import type { Language, Words } from '../model/words.ts';

export interface FormOptions {
  readonly lang: Language;
  readonly tell: (scoring: Scoring, max: Exact) => Words;
  readonly fill: (scoring: Scoring, max: Exact) => Fill;
  /** Only the cells of this stage, for whoever makes it; absent: all columns. */
  readonly stage?: string;
  readonly year?: number;
  readonly title?: string;
}
