/** What a terminal page is put together from. */
import type { TableColumn, Tone } from '../model/document.ts';
import type { Encoded } from '../model/encoded.ts';

/** What is drawn here: letters that say nothing to a terminal, and colours of ours. */
export type Drawn = Encoded<'terminal'>;

/** A table of one cell a piece of line, each ready to be painted. */
export interface Piece {
  readonly lines: readonly Drawn[];
  readonly tone: Tone | undefined;
  readonly align: TableColumn['align'];
}

export type Row = readonly Piece[];

/** A text in the colour of its tone. */
export type Paint = (text: Drawn, tone: Tone | undefined) => Drawn;
