/**
 * A page as it is published: sections with anchors, tables that can be sorted and filtered, charts, cards.
 * Richer than a `Document`; the HTML format makes it of either.
 */
import type { Annex } from './annex.ts';
import type { Chart, HeatStep } from './chart.ts';
import type { Block, Cell, Report, TableColumn } from './document.ts';
import type { Untrusted } from './encoded.ts';

/** A cell that may be tinted, lead to another place of the page, and be ordered by something else than its text. */
export interface PageCell {
  readonly cell: Cell;
  readonly heat?: HeatStep;
  /** Anchor of a section or card of the same page. */
  readonly to?: Untrusted;
  /** What it is ordered by where the text alone would mislead: a decimal text. */
  readonly key?: Untrusted;
}

/** A table with a caption. The first flexible column names the row. */
export interface DataTable {
  readonly kind: 'data-table';
  readonly caption: Untrusted;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly PageCell[])[];
  /** Rows below a rule, kept at the end whatever the order: averages. */
  readonly footer?: readonly (readonly PageCell[])[];
  /** Whether a reader may order it. */
  readonly sortable: boolean;
  /** Whether a reader may look for rows; the column, if any, whose different texts can be chosen from. */
  readonly filter?: { readonly by?: number };
}

export interface Figure {
  readonly kind: 'figure';
  readonly chart: Chart;
  readonly caption: Untrusted;
}

/** A unit in brief. */
export interface Card {
  readonly anchor: Untrusted;
  readonly title: Untrusted;
  /** `1` of a group, or nothing. */
  readonly badge: Untrusted;
  readonly lines: readonly Untrusted[];
  readonly table?: DataTable;
}

export interface Cards {
  readonly kind: 'cards';
  readonly cards: readonly Card[];
}

/** A key to the tints of a heat map, lowest first. */
export interface HeatKey {
  readonly kind: 'heat-key';
  readonly title: Untrusted;
  readonly steps: readonly { readonly step: HeatStep; readonly text: Untrusted }[];
}

export type PageBlock = Block | DataTable | Figure | Cards | HeatKey;

export interface Section {
  readonly anchor: Untrusted;
  readonly title: Untrusted;
  readonly blocks: readonly PageBlock[];
}

export interface Page {
  readonly title: Untrusted;
  /** Under the title: year, basis, warnings. */
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly footer: Untrusted;
}

/** A report that also has what the formats for publishing need. */
export interface Publication extends Report {
  /** For HTML. */
  readonly page: Page;
  /** For DOCX. */
  readonly annex: Annex;
  /** For SVG and PNG: the one drawing that was asked for. */
  readonly chart?: Chart;
}

/** Whether a report is made for publishing. */
export function isPublication(report: Report): report is Publication {
  return 'page' in report;
}
