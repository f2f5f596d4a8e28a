/** The annex (phụ lục) of a decision, or a report that stands alone, before it has a format. */
import type { Table } from './document.ts';
import type { Untrusted } from './encoded.ts';

/** A table that stands on its own under an optional line; a last row may be set apart. */
export interface AnnexTable {
  readonly title: Untrusted;
  readonly table: Table;
  /** Whether the last row is a summary, set in bold. */
  readonly summary: boolean;
}

export interface AnnexPart {
  /** `Phụ lục`, or `Phụ lục I` where there are two or more; empty in what is no annex. */
  readonly label: Untrusted;
  /** The name of the annex, in capitals. */
  readonly name: Untrusted;
  /** `(Kèm theo Quyết định số …)`, with blanks where nothing was given; empty in what is no annex. */
  readonly attachedTo: Untrusted;
  /** Warnings that nobody may overlook: a draft, an unofficial basis. */
  readonly warnings: readonly Untrusted[];
  readonly tables: readonly AnnexTable[];
  readonly notes: readonly Untrusted[];
}

/** What stands above a document that is no annex of another: who issues it, under which number, where and when. */
export interface Letterhead {
  /** Quốc hiệu and tiêu ngữ. */
  readonly nation: Untrusted;
  readonly motto: Untrusted;
  /** The body above the one that issues, where there is one, and that itself; in capitals. */
  readonly superior?: Untrusted;
  readonly agency: Untrusted;
  readonly number: Untrusted;
  readonly placeAndDate: Untrusted;
}

export interface Annex {
  readonly parts: readonly AnnexPart[];
  /** Whether pages stand upright however many columns there are. */
  readonly portrait: boolean;
  /** Above the first part. */
  readonly letterhead?: Letterhead;
}
