/** `check`: every fault at once, and what was looked at where there is none. */
import { withExcerpts } from '../excerpts.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { reportSuccess } from '../reports/success.ts';
import { type Command, EXIT, INPUT_OPTIONS, PATHS } from './command.ts';
import { loadInput } from './input.ts';
import { formatOf, present, tell } from './present.ts';

export const command: Command = {
  args: [PATHS],
  options: INPUT_OPTIONS,
  formats: ['table', 'csv', 'json', 'markdown'],
  examples: ['parindex check', 'parindex check cchc --lang vi', 'parindex check cchc --format json'],
  async run(request) {
    const name = formatOf(request);
    const input = loadInput(request, request.args);
    const { assessment, diagnostics, inputs, lang, dialect } = input;
    const exit = hasErrors(diagnostics) ? EXIT.refused : EXIT.done;
    if (name !== 'table') {
      const shown = withExcerpts(diagnostics, request.surroundings.source, dialect);
      return { exit, output: await present(reportDiagnostics(shown, { lang }), request, lang), inputs };
    }
    const faults = await tell(diagnostics, request, input);
    const success = assessment
      ? await present(reportSuccess(assessment, { lang, milder: diagnostics.length > 0 }), request, lang)
      : '';
    return { exit, output: `${faults}${success}`, inputs };
  },
};
