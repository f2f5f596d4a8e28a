/** The annex (phụ lục) of a decision, or a report that stands alone, before it has a format. */
import type { Table } from './document.ts';

/** A table that stands on its own under an optional line; a last row may be set apart. */
export interface AnnexTable {
  readonly title: string;
  readonly table: Table;
  /** Whether the last row is a summary, set in bold. */
  readonly summary: boolean;
}

export interface AnnexPart {
  /** `Phụ lục`, or `Phụ lục I` where there are two or more; empty in what is no annex. */
  readonly label: string;
  /** The name of the annex, in capitals. */
  readonly name: string;
  /** `(Kèm theo Quyết định số …)`, with blanks where nothing was given; empty in what is no annex. */
  readonly attachedTo: string;
  /** Warnings that nobody may overlook: a draft, an unofficial basis. */
  readonly warnings: readonly string[];
  readonly tables: readonly AnnexTable[];
  readonly notes: readonly string[];
}

/** What stands above a document that is no annex of another: who issues it, under which number, where and when. */
export interface Letterhead {
  /** Quốc hiệu and tiêu ngữ. */
  readonly nation: string;
  readonly motto: string;
  /** The body above the one that issues, where there is one, and that itself; in capitals. */
  readonly superior?: string;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
}

export interface Annex {
  readonly parts: readonly AnnexPart[];
  /** Whether pages stand upright however many columns there are. */
  readonly portrait: boolean;
  /** Above the first part. */
  readonly letterhead?: Letterhead;
}
