/** Diagnostics as workflow commands of GitHub Actions: annotations on the lines of a change. */
import type { DiagnosticData, DiagnosticsData } from '../model/diagnostics-data.ts';
import { type Format, printable } from './format.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

export const format: Format = {
  render({ data }) {
    const { diagnostics, errors, warnings, notes, accepted, codes } = data as DiagnosticsData;
    const counts = codes.map(({ code, count }) => `${code} ${count}`).join(', ');
    const totals = `parindex: ${errors} errors, ${warnings} warnings, ${notes} notes, ${accepted} accepted.`;
    return `${[...diagnostics.map(annotation), `${totals} ${counts}`.trimEnd()].join('\n')}\n`;
  },
};

function annotation(one: DiagnosticData): string {
  const { code, severity, file, line, from, to, message, hint, accepted } = one;
  const place = {
    file: file.replace(/^(?:\.\/)+/, ''),
    ...(line === 0 ? {} : { line }),
    ...(line === 0 || from === null || to === null ? {} : { col: from, endColumn: to - 1 }),
    title: code,
  };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(`${value}`)}`);
  const words = accepted === null ? [message, hint] : [message, `accepted: ${accepted}`];
  const command = accepted === null ? COMMANDS[severity] : 'notice';
  return `::${command} ${properties.join(',')}::${words.map((text) => escaped(printable(text))).join('%0A')}`;
}

/** `%`, CR and LF would end the command or be decoded. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property also `:` and `,`, which part the properties. */
function property(text: string): string {
  return escaped(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
