/** Diagnostics as JUnit XML (Jenkins' junit-10.xsd): the run as one test, and a suite of faults for each file. */
import type { DiagnosticData, DiagnosticsData } from '../model/diagnostics-data.ts';
import { type Format, printable } from './format.ts';

export const format: Format = {
  render({ data }) {
    const found = data as DiagnosticsData;
    const suites = [runSuite(found), ...byFile(found.diagnostics).map(fileSuite)];
    const sum = (key: 'tests' | 'failures'): number => suites.reduce((all, suite) => all + suite[key], 0);
    const totals = attributes({ name: 'parindex', tests: sum('tests'), failures: sum('failures'), errors: 0 });
    const lines = suites.map(({ name, tests, failures, inner }) =>
      element('testsuite', { name, tests, failures, errors: 0 }, `\n${inner}\n`),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${lines.join('\n')}\n</testsuites>\n`;
  },
};

interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly inner: string;
}

/** Fails where the input was refused; it counts everything, also what is not shown. */
function runSuite({ refused, errors, warnings, notes, accepted, shown, codes }: DiagnosticsData): Suite {
  const totals = { errors, warnings, notes, accepted, shown };
  const properties = Object.entries(totals).map(([name, value]) => element('property', { name, value }, ''));
  const counts = codes.map(({ code, count }) => `${code} ${count}`).join(', ');
  const verdict = refused ? element('failure', { type: 'refused', message: counts }, '') : '';
  const test = element('testcase', { name: 'check', classname: 'parindex' }, verdict);
  const inner = `${element('properties', {}, properties.join(''))}\n${test}`;
  return { name: 'parindex', tests: 1, failures: refused ? 1 : 0, inner };
}

/** An error is a failed test; whatever is milder passes and says its words. */
function fileSuite([file, faults]: readonly [string, readonly DiagnosticData[]]): Suite {
  const inner = faults.map((fault) => {
    const { code, line, column, severity, message } = fault;
    const words = escaped(told(fault)).replaceAll(LINE_BREAK, '\n');
    const body =
      severity === 'error'
        ? element('failure', { type: code, message }, words)
        : element('system-out', {}, `${severity}: ${words}`);
    return element('testcase', { name: `${code} ${line}:${column}`, classname: file }, body);
  });
  const failures = faults.filter(({ severity }) => severity === 'error').length;
  return { name: file, tests: faults.length, failures, inner: inner.join('\n') };
}

/** Stands for a line break until the text is escaped. */
const LINE_BREAK = '\u2028';

function told({ file, line, column, message, hint, related, accepted }: DiagnosticData): string {
  const others = related.map((other) => `${other.file}:${other.line} ${other.message}`);
  const reason = accepted === null ? [hint] : [`accepted: ${accepted}`];
  return [`${file}:${line}:${column} ${message}`, ...others, ...reason].map(printable).join(LINE_BREAK);
}

function byFile(diagnostics: readonly DiagnosticData[]): readonly (readonly [string, readonly DiagnosticData[]])[] {
  const files = new Map<string, DiagnosticData[]>();
  for (const one of diagnostics) {
    const others = files.get(one.file);
    if (others) others.push(one);
    else files.set(one.file, [one]);
  }
  return [...files];
}

function element(name: string, values: Readonly<Record<string, string | number>>, inner: string): string {
  return `<${name}${attributes(values)}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(printable(`${value}`))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Characters that no XML document may hold.
  '\ufffe': '\\u{fffe}',
  '\uffff': '\\u{ffff}',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]/g, (character) => ENTITIES[character] as string);
}
