/** The faults of people's files as they are shown: law, place, the line itself, what is the case, what to do. */
import { type Diagnostic, leafOf } from '../model/diagnostic.ts';
import type { CheckedData, DiagnosticData, DiagnosticsData, PlaceData } from '../model/diagnostics-data.ts';
import { type Cell, type Flat, number, type Report, type TextCell, type Tone, text } from '../model/document.ts';
import { type FaultList, type Standing, standingOf } from '../model/fault-list.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import type { Language } from '../model/words.ts';
import { excerptLines } from './excerpt.ts';
import { acceptedAt, faultCounts, hintWord, notShown, severityWords } from './words/diagnostics.ts';

export interface DiagnosticsOptions {
  readonly lang: Language;
  /** Columns of the page; excerpts are cut to fit. */
  readonly width: number;
  readonly toolVersion: string;
  /** The input was refused, be it for an error or, where that was asked, for a warning. */
  readonly refused: boolean;
  /** What was looked at, where nothing was refused. */
  readonly checked?: CheckedData;
}

type Line = readonly TextCell[];

const TONES: Readonly<Record<Standing, Tone>> = { error: 'bad', warning: 'warn', note: 'muted', accepted: 'muted' };

/**
 * The faults that the list shows, and the counts of all. An empty page where nothing is wrong; the flat table has a
 * row for each shown fault.
 */
export function reportDiagnostics(list: FaultList, options: DiagnosticsOptions): Report {
  const { lang, width } = options;
  const lines = [...list.shown.flatMap((one) => [...faultLines(one, lang, width), []]), ...closing(list, lang)];
  return {
    document: { blocks: list.total === 0 ? [] : [{ kind: 'lines', lines }] },
    flat: diagnosticsFlat(list, lang),
    data: diagnosticsData(list, options),
  };
}

function faultLines(diagnostic: Diagnostic, lang: Language, width: number): readonly Line[] {
  const { fault, place, facts, related, accepted } = diagnostic;
  const standing = standingOf(diagnostic);
  const name = place.name === undefined ? '' : ` (${place.name})`;
  const label = text(`${severityWords[standing][lang]}[${fault.code}]`, TONES[standing]);
  const last: Line =
    accepted === undefined
      ? [text(`  ${hintWord[lang]}: `, 'strong'), plain(fault.hint[lang](facts))]
      : [plain(`  ${acceptedAt[lang]({ at: position(accepted.place), reason: accepted.reason })}`)];
  return [
    [label, plain(` ${position(place)}${name}`)],
    ...excerptLines(place, width),
    [plain(`  ${fault.message[lang](facts)}`)],
    ...related.map((other): Line => [plain(`  ${position(other.place)} ${other.message[lang]}`)]),
    last,
  ];
}

function plain(line: string): TextCell {
  return text(seen(line));
}

/** With line breaks as blanks and everything else that cannot be seen written out. */
function seen(line: string): string {
  return visible(line.replace(/[\t\r\n]+/g, ' '), Number.POSITIVE_INFINITY);
}

/** `entries/so-y-te.csv:14:4`, or as much of it as there is; in a spreadsheet `so-y-te.xlsx:Sheet1!D14`. */
function position({ file, line, column, sheet, cell }: Place): string {
  if (sheet !== undefined)
    return cell === undefined ? `${file}:${visible(sheet)}` : `${file}:${visible(sheet)}!${cell}`;
  if (line === 0) return file;
  return column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function closing(list: FaultList, lang: Language): readonly Line[] {
  if (list.total === 0) return [];
  const shown = list.shown.length;
  const counts = list.codes.map(({ fault, count }) => `${fault.code} ${count}`).join(', ');
  const rest: readonly Line[] =
    list.total === shown ? [] : [[text(notShown[lang]({ shown, all: list.total, counts }), 'muted')]];
  return [...rest, [text(faultCounts[lang](list), 'strong')]];
}

function diagnosticsData(list: FaultList, options: DiagnosticsOptions): DiagnosticsData {
  const { lang, toolVersion, refused, checked = null } = options;
  const { shown, errors, warnings, notes, accepted } = list;
  return {
    schema: 'parindex/diagnostics/1',
    ...{ tool: toolVersion, language: lang, refused, errors, warnings, notes, accepted, shown: shown.length },
    codes: list.codes.map(({ fault: { code, severity, title }, count }) => ({
      ...{ code, severity, count },
      title: title[lang],
    })),
    diagnostics: shown.map((one) => diagnosticData(one, lang)),
    checked,
  };
}

function diagnosticData(diagnostic: Diagnostic, lang: Language): DiagnosticData {
  const { fault, severity, place, facts, related, unit, accepted } = diagnostic;
  const { excerpt } = place;
  return {
    ...{ code: fault.code, severity, accepted: accepted?.reason ?? null },
    ...placeData(place),
    from: excerpt ? excerpt.from + 1 : null,
    to: excerpt ? excerpt.from + excerpt.length + 1 : null,
    ...{ name: place.name ?? null, unit: unit ?? null, leaf: leafOf(diagnostic) ?? null },
    message: fault.message[lang](facts),
    hint: fault.hint[lang](facts),
    related: related.map((other) => ({ ...placeData(other.place), message: other.message[lang] })),
  };
}

/** In a spreadsheet with its sheet and cell. */
function placeData({ file, line, column, sheet, cell }: Place): PlaceData {
  return { file, line, column, ...(sheet === undefined ? {} : { sheet }), ...(cell === undefined ? {} : { cell }) };
}

function diagnosticsFlat({ shown }: FaultList, lang: Language): Flat {
  return {
    columns: ['severity', 'code', 'file', 'line', 'column', 'name', 'unit', 'message', 'hint', 'accepted'],
    rows: shown.map(({ fault, severity, place, facts, unit, accepted }): readonly Cell[] => [
      text(severity),
      text(fault.code),
      text(place.file),
      number(`${place.line}`),
      number(`${place.column}`),
      text(place.name ?? ''),
      text(unit ?? ''),
      text(seen(fault.message[lang](facts))),
      text(seen(fault.hint[lang](facts))),
      text(seen(accepted?.reason ?? '')),
    ]),
  };
}
