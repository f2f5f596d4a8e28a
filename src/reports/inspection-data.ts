/** What the reader sees in a file, as it is published: `parindex/inspect/1`, held by docs/inspect.schema.json. */
import type { DiagnosticData } from '../model/diagnostics-data.ts';
import type { Inspection, LineEnds } from '../model/inspection.ts';

export interface InspectionData {
  readonly schema: 'parindex/inspect/1';
  /** The version of the tool. */
  readonly tool: string;
  readonly file: string;
  /** null for a spreadsheet, as every key down to `lineEnds`. */
  readonly encoding: string | null;
  readonly mark: boolean | null;
  readonly delimiter: string | null;
  readonly decimal: '.' | ',';
  readonly quoted: boolean | null;
  readonly lineEnds: LineEnds | null;
  /** null for a text; else the sheet, and the letters of its columns in the order of the cells. */
  readonly sheet: string | null;
  readonly letters: readonly string[] | null;
  readonly headerLine: number;
  readonly header: readonly string[];
  /** Rows without a character in any cell; they are not among the rows. */
  readonly blank: number;
}

/** All but the rows, which come last. */
export function inspectionData(inspection: Inspection, toolVersion: string): InspectionData {
  const { file, dialect, text, sheet, header, blank } = inspection;
  return {
    ...{ schema: 'parindex/inspect/1', tool: toolVersion, file },
    ...{ encoding: text?.encoding ?? null, mark: text?.hasMark ?? null },
    ...{ delimiter: text ? dialect.delimiter : null, decimal: dialect.mark },
    ...{ quoted: text?.quoted ?? null, lineEnds: text?.lineEnds ?? null },
    ...{ sheet: sheet?.name ?? null, letters: sheet?.letters ?? null },
    ...{ headerLine: header.line, header: header.cells, blank },
  };
}

export interface RefusalData {
  readonly schema: 'parindex/inspect/1';
  readonly tool: string;
  readonly file: string;
  /** As many as --max-faults asks for; all if it is absent. */
  readonly faults: readonly DiagnosticData[];
}

/** A file that could not be read, with everything that was found. */
export function refusalData(file: string, faults: readonly DiagnosticData[], toolVersion: string): RefusalData {
  return { schema: 'parindex/inspect/1', tool: toolVersion, file, faults };
}
