/** The annex (phụ lục) of a decision before it has a format: its head, its tables, what is said under them. */
import type { Table } from './document.ts';

/** A table that stands on its own under an optional line; a last row may be set apart. */
export interface AnnexTable {
  readonly title: string;
  readonly table: Table;
  /** Whether the last row is a summary, set in bold. */
  readonly summary: boolean;
}

export interface AnnexPart {
  /** `Phụ lục`, or `Phụ lục I` where there are two or more. */
  readonly label: string;
  /** The name of the annex, in capitals. */
  readonly name: string;
  /** `(Kèm theo Quyết định số …)`, with blanks where nothing was given. */
  readonly attachedTo: string;
  /** Warnings that nobody may overlook: a draft, an unofficial basis. */
  readonly warnings: readonly string[];
  readonly tables: readonly AnnexTable[];
  readonly notes: readonly string[];
}

export interface Annex {
  readonly parts: readonly AnnexPart[];
}
