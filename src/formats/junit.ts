/** Diagnostics as JUnit XML (Jenkins' junit-10.xsd): the run as one test, and a suite of faults for each file. */
import type { DiagnosticData, DiagnosticsData } from '../model/diagnostics-data.ts';
import { type Encoded, encodedAs, joined, type Piece, templateOf, type Untrusted } from '../model/encoded.ts';
import { printable } from '../model/visible.ts';
import type { Format } from './format.ts';

type Xml = Encoded<'xml'>;

const xml = templateOf<'xml'>();

export const format: Format<'xml'> = {
  render({ data }) {
    const found = data as DiagnosticsData;
    const suites = [runSuite(found), ...byFile(found.diagnostics).map(fileSuite)];
    const sum = (key: 'tests' | 'failures'): number => suites.reduce((all, suite) => all + suite[key], 0);
    const totals = attributes({ name: 'parindex', tests: sum('tests'), failures: sum('failures'), errors: 0 });
    const lines = suites.map(({ name, tests, failures, inner }) =>
      element('testsuite', { name, tests, failures, errors: 0 }, xml`\n${inner}\n`),
    );
    return xml`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${joined(lines, '\n')}\n</testsuites>\n`;
  },
};

interface Suite {
  readonly name: Untrusted;
  readonly tests: number;
  readonly failures: number;
  readonly inner: Xml;
}

/** Fails where the input was refused; it counts everything, also what is not shown. */
function runSuite({ refused, errors, warnings, notes, accepted, shown, codes }: DiagnosticsData): Suite {
  const totals = { errors, warnings, notes, accepted, shown };
  const properties = Object.entries(totals).map(([name, value]) => element('property', { name, value }, ''));
  const counts = codes.map(({ code, count }) => `${code} ${count}`).join(', ');
  const verdict = refused ? element('failure', { type: 'refused', message: counts }, '') : '';
  const test = element('testcase', { name: 'check', classname: 'parindex' }, verdict);
  const inner = xml`${element('properties', {}, joined(properties))}\n${test}`;
  return { name: 'parindex', tests: 1, failures: refused ? 1 : 0, inner };
}

/** An error is a failed test; whatever is milder passes and says its words. */
function fileSuite([file, faults]: readonly [Untrusted, readonly DiagnosticData[]]): Suite {
  const inner = faults.map((fault) => {
    const { code, line, column, severity, message } = fault;
    const words = told(fault);
    const body =
      severity === 'error'
        ? element('failure', { type: code, message }, words)
        : element('system-out', {}, xml`${escaped(severity)}: ${words}`);
    return element('testcase', { name: `${code} ${line}:${column}`, classname: file }, body);
  });
  const failures = faults.filter(({ severity }) => severity === 'error').length;
  return { name: file, tests: faults.length, failures, inner: joined(inner, '\n') };
}

function told({ file, line, column, message, hint, related, accepted }: DiagnosticData): Xml {
  const others = related.map((other) => xml`${escaped(other.file)}:${other.line} ${escaped(other.message)}`);
  const reason = accepted === null ? escaped(hint) : xml`accepted: ${escaped(accepted)}`;
  return joined([xml`${escaped(file)}:${line}:${column} ${escaped(message)}`, ...others, reason], '\n');
}

function byFile(diagnostics: readonly DiagnosticData[]): readonly (readonly [Untrusted, readonly DiagnosticData[]])[] {
  const files = new Map<Untrusted, DiagnosticData[]>();
  for (const one of diagnostics) {
    const others = files.get(one.file);
    if (others) others.push(one);
    else files.set(one.file, [one]);
  }
  return [...files];
}

type Values = Readonly<Record<string, Untrusted | number>>;

function element(name: string, values: Values, inner: Piece<'xml'>): Xml {
  const tag = escaped(name);
  return xml`<${tag}${attributes(values)}${inner === '' ? xml`/>` : xml`>${inner}</${tag}>`}`;
}

function attributes(values: Values): Xml {
  return joined(
    Object.entries(values).map(
      ([name, value]) => xml` ${escaped(name)}="${typeof value === 'number' ? value : escaped(value)}"`,
    ),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: Untrusted): Xml {
  return encodedAs(printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string));
}
