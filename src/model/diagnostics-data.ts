/**
 * What a check found, as it is published: `parindex/diagnostics/1`, held by docs/diagnostics.schema.json.
 * SARIF, JUnit and CI annotations are made from it.
 */
import type { FileCount } from './assessment.ts';
import type { Severity } from './diagnostic.ts';
import type { Untrusted } from './encoded.ts';
import type { Language } from './words.ts';

export interface PlaceData {
  readonly file: Untrusted;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** From 1: in CSV the number of the field, in YAML the character; 0 where the line as a whole is meant. */
  readonly column: number;
  /** In a spreadsheet only: the sheet, and the name of the cell such as `B14`. */
  readonly sheet?: Untrusted;
  readonly cell?: string;
}

export interface DiagnosticData extends PlaceData {
  readonly code: string;
  readonly severity: Severity;
  /** Why the council has accepted it; null where it has not. */
  readonly accepted: Untrusted | null;
  /** First marked character of the line, from 1, and the one behind the last (UTF-16 units); null where unknown. */
  readonly from: number | null;
  readonly to: number | null;
  /** The header of the CSV column. */
  readonly name: Untrusted | null;
  readonly unit: Untrusted | null;
  readonly leaf: Untrusted | null;
  readonly message: Untrusted;
  readonly hint: Untrusted;
  readonly related: readonly (PlaceData & { readonly message: Untrusted })[];
}

export interface CodeData {
  readonly code: string;
  readonly severity: Severity;
  /** How many there are in all, accepted ones among them. */
  readonly count: number;
  /** The law in one sentence. */
  readonly title: Untrusted;
}

export interface CheckedData {
  readonly units: number;
  readonly groups: number;
  readonly leaves: number;
  readonly cells: number;
  readonly files: readonly FileCount[];
}

export interface DiagnosticsData {
  readonly schema: 'parindex/diagnostics/1';
  /** The version of the tool. */
  readonly tool: string;
  readonly language: Language;
  /** Whether the input was refused. */
  readonly refused: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: number;
  /** How many of all are in `diagnostics`. */
  readonly shown: number;
  readonly codes: readonly CodeData[];
  readonly diagnostics: readonly DiagnosticData[];
  /** What was looked at; null after a refusal. */
  readonly checked: CheckedData | null;
}
