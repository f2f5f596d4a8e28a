/** Diagnostics as workflow commands of GitHub Actions: annotations on the lines of a change. */
import type { DiagnosticData, DiagnosticsData } from '../model/diagnostics-data.ts';
import { type Encoded, encodedAs, joined, lettersOf, templateOf, type Untrusted } from '../model/encoded.ts';
import { printable } from '../model/visible.ts';
import type { Format } from './format.ts';

type Log = Encoded<'github'>;

const log = templateOf<'github'>();

const COMMANDS = { error: log`error`, warning: log`warning`, note: log`notice` } as const;

const COMMA = log`,`;

/** A line break as a message has it. */
const BREAK = log`%0A`;

export const format: Format<'github'> = {
  render({ data }) {
    const { diagnostics, errors, warnings, notes, accepted, codes } = data as DiagnosticsData;
    const counts = codes.map(({ code, count }) => `${code} ${count}`).join(', ');
    const totals = `parindex: ${errors} errors, ${warnings} warnings, ${notes} notes, ${accepted} accepted.`;
    return log`${joined([...diagnostics.map(annotation), escaped(`${totals} ${counts}`.trimEnd())], '\n')}\n`;
  },
};

function annotation(one: DiagnosticData): Log {
  const { code, severity, file, line, from, to, message, hint, accepted } = one;
  const place = {
    file: lettersOf(file).replace(/^(?:\.\/)+/, ''),
    ...(line === 0 ? {} : { line }),
    ...(line === 0 || from === null || to === null ? {} : { col: from, endColumn: to - 1 }),
    title: code,
  };
  const properties = Object.entries(place).map(([name, value]) => log`${escaped(name)}=${property(`${value}`)}`);
  const words =
    accepted === null ? [escaped(message), escaped(hint)] : [escaped(message), log`accepted: ${escaped(accepted)}`];
  const command = accepted === null ? COMMANDS[severity] : COMMANDS.note;
  return log`::${command} ${joined(properties, COMMA)}::${joined(words, BREAK)}`;
}

/** `%`, CR and LF would end the command or be decoded. */
function escaped(text: Untrusted): Log {
  return encodedAs(printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** In a property also `:` and `,`, which part the properties. */
function property(text: Untrusted): Log {
  return encodedAs(escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}
