/** The faults of people's files as they are shown: law, place, the line itself, what is the case, what to do. */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { type Cell, type Flat, number, type Report, type TextCell, type Tone, text } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import type { Language } from '../model/words.ts';
import { excerptLines } from './excerpt.ts';
import { faultCounts, hintWord, notShown, severityWords } from './words/diagnostics.ts';

export interface DiagnosticsOptions {
  readonly lang: Language;
  /** How many are shown in full; 50 unless told. */
  readonly limit?: number;
}

type Line = readonly TextCell[];

const LIMIT = 50;
const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', note: 'muted' };
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Every fault, sorted by file, line and column. Above the limit the page drops notes, then warnings, and closes
 * with a count for each code; the flat table and the data always have all. An empty page where nothing is wrong.
 */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticsOptions): Report {
  const { lang, limit = LIMIT } = options;
  const all = sorted(diagnostics);
  const lines = [...chosen(all, limit).flatMap((one) => [...faultLines(one, lang), []]), ...closing(all, limit, lang)];
  return {
    document: { blocks: all.length === 0 ? [] : [{ kind: 'lines', lines }] },
    flat: diagnosticsFlat(all, lang),
    data: diagnosticsData(all, lang),
  };
}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => byPlace(a.place, b.place));
}

function byPlace(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** The gravest, in the order of their places. */
function chosen(all: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  if (all.length <= limit) return all;
  return sorted(all.toSorted((a, b) => WEIGHTS[a.severity] - WEIGHTS[b.severity]).slice(0, limit));
}

function faultLines(diagnostic: Diagnostic, lang: Language): readonly Line[] {
  const { fault, severity, place, facts, related } = diagnostic;
  const name = place.name === undefined ? '' : ` (${place.name})`;
  const label = text(`${severityWords[severity][lang]}[${fault.code}]`, TONES[severity]);
  return [
    [label, plain(` ${position(place)}${name}`)],
    ...excerptLines(place),
    [plain(`  ${fault.message[lang](facts)}`)],
    ...related.map((other): Line => [plain(`  ${position(other.place)} ${other.message[lang]}`)]),
    [text(`  ${hintWord[lang]}: `, 'strong'), plain(fault.hint[lang](facts))],
  ];
}

function plain(line: string): TextCell {
  return text(seen(line));
}

/** With line breaks as blanks and everything else that cannot be seen written out. */
function seen(line: string): string {
  return visible(line.replace(/[\t\r\n]+/g, ' '), Number.POSITIVE_INFINITY);
}

/** `entries/so-y-te.csv:14:4`, or as much of it as there is. */
function position({ file, line, column }: Place): string {
  if (line === 0) return file;
  return column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function closing(all: readonly Diagnostic[], limit: number, lang: Language): readonly Line[] {
  if (all.length === 0) return [];
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') };
  const rest: readonly Line[] =
    all.length <= limit
      ? []
      : [[text(notShown[lang]({ shown: limit, all: all.length, counts: countsByCode(all) }), 'muted')]];
  return [...rest, [text(faultCounts[lang](counts), 'strong')]];
}

/** `above-max 120, missing-entry 53`: the most frequent first, equals by code. */
function countsByCode(all: readonly Diagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { fault } of all) counts.set(fault.code, (counts.get(fault.code) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

/** Each fault with its words in one language; line and column are 0 where a whole file or line is meant. */
export function diagnosticsData(diagnostics: readonly Diagnostic[], lang: Language = 'en'): object {
  const all = sorted(diagnostics);
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  return {
    schema: 'parindex/diagnostics/1',
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    diagnostics: all.map(({ fault, severity, place, facts, related, unit }) => ({
      code: fault.code,
      severity,
      ...placeData(place),
      name: place.name ?? null,
      unit: unit ?? null,
      message: fault.message[lang](facts),
      hint: fault.hint[lang](facts),
      related: related.map((other) => ({ ...placeData(other.place), message: other.message[lang] })),
    })),
  };
}

function placeData({ file, line, column }: Place): { file: string; line: number; column: number } {
  return { file, line, column };
}

function diagnosticsFlat(all: readonly Diagnostic[], lang: Language): Flat {
  return {
    columns: ['severity', 'code', 'file', 'line', 'column', 'name', 'unit', 'message', 'hint'],
    rows: all.map(({ fault, severity, place, facts, unit }): readonly Cell[] => [
      text(severity),
      text(fault.code),
      text(place.file),
      number(`${place.line}`),
      number(`${place.column}`),
      text(place.name ?? ''),
      text(unit ?? ''),
      text(seen(fault.message[lang](facts))),
      text(seen(fault.hint[lang](facts))),
    ]),
  };
}
