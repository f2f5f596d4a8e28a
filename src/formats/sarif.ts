/** Diagnostics as SARIF 2.1.0 (OASIS), the form in which code hosts and editors take what a checker found. */
import type { CodeData, DiagnosticData, DiagnosticsData, PlaceData } from '../model/diagnostics-data.ts';
import { lettersOf, type Untrusted } from '../model/encoded.ts';
import type { Format } from './format.ts';
import { format as json } from './json.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export const format: Format<'json'> = {
  render(report, context) {
    return json.render({ ...report, data: sarifLog(report.data as DiagnosticsData) }, context);
  },
};

/** One run; its rules are the laws that were broken, its results the faults that are shown. */
function sarifLog(data: DiagnosticsData): object {
  const { tool, language, codes, diagnostics, refused, errors, warnings, notes, accepted, shown } = data;
  const at = new Map(codes.map(({ code }, index) => [code, index]));
  const driver = { name: 'parindex', version: tool, language: language === 'vi' ? 'vi-VN' : 'en-US' };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driver, rules: codes.map(ruleOf) } },
        invocations: [{ executionSuccessful: true, exitCode: refused ? 1 : 0 }],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((one) => resultOf(one, at.get(one.code) ?? -1)),
        properties: { errors, warnings, notes, accepted, shown, counts: counts(codes) },
      },
    ],
  };
}

function counts(codes: readonly CodeData[]): object {
  return Object.fromEntries(codes.map(({ code, count }) => [code, count]));
}

function ruleOf({ code, severity, title }: CodeData): object {
  return { id: code, shortDescription: { text: title }, defaultConfiguration: { level: severity } };
}

function resultOf(one: DiagnosticData, ruleIndex: number): object {
  const { code, severity, message, hint, from, to, related, accepted, unit, leaf, column, name } = one;
  const region = { ...regionOf(one), ...(from !== null && to !== null ? { startColumn: from, endColumn: to } : {}) };
  return {
    ...{ ruleId: code, ruleIndex, level: severity },
    message: { text: [message, hint].map(lettersOf).join('\n') },
    locations: [locationOf(one, one.line === 0 ? {} : { region })],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedOf) }),
    ...(accepted === null ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted }] }),
    properties: { ...{ column, name, unit, leaf }, hint },
  };
}

function relatedOf(place: PlaceData & { readonly message: Untrusted }, id: number): object {
  const region = place.line === 0 ? {} : { region: regionOf(place) };
  return { id, ...locationOf(place, region), message: { text: place.message } };
}

function locationOf({ file }: PlaceData, region: object): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
}

function regionOf({ line }: PlaceData): object {
  return { startLine: line };
}

/** A relative path as a relative reference of RFC 3986; standard input has no path. */
function uriOf(file: Untrusted): string {
  const path = file === '-' ? 'stdin' : lettersOf(file).replace(/^(?:\.\/)+/, '');
  const encoded = path
    .split('/')
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  return encoded === '' ? '.' : encoded;
}
