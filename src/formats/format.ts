/** The contract of a format: a report and its surroundings in, text or bytes out; the same bytes every time. */
import type { Cell, Report } from '../model/document.ts';
import type { Encoded, Face, Untrusted } from '../model/encoded.ts';
import type { DecimalMark } from '../model/exact.ts';
import type { FormulaPolicy } from '../model/formula-start.ts';
import type { Language } from '../model/words.ts';

export { printable } from '../model/visible.ts';

export interface FormatContext {
  readonly lang: Language;
  /** The mark in number cells. */
  readonly decimal: DecimalMark;
  /** Columns of the terminal. */
  readonly width: number;
  /** Chalk's level: no colour, 16, 256, 16 million. */
  readonly color: 0 | 1 | 2 | 3;
  /** Whether csv is to be opened by Excel on Windows. */
  readonly excel?: boolean;
  /** What csv does with texts that begin like a formula; absent: they get a leading `'`, and nobody is told. */
  readonly formulas?: FormulaPolicy;
  /**
   * Whether pieces of a long text may be made as they are asked for: each is then good until the next one is asked for, and
   * all can be asked for once.
   */
  readonly inPassing?: boolean;
}

/** A format of text encodes for its face whatever the report says; one of bytes has an encoder of its own inside. */
export interface Format<Of extends Face = Face> {
  /** Ends with a line break where it gives text; a long text may come as bytes, in pieces one after the other. */
  readonly render: (
    report: Report,
    context: FormatContext,
  ) => Encoded<Of> | Uint8Array | Iterable<Uint8Array> | Promise<Uint8Array>;
}

/** The text of a cell with the reader's decimal mark in numbers; text cells are left as they are. */
export function cellText(cell: Cell, decimal: DecimalMark): Untrusted {
  return cell.kind === 'number' && decimal === ',' ? cell.text.replace('.', ',') : cell.text;
}
