/** `scorecard <unit>`: one unit's marks and totals. */
import { findScorecard } from '../analyse/scorecard.ts';
import { reportScorecard } from '../reports/scorecard.ts';
import { score } from '../score/index.ts';
import { type Command, EXIT, INPUT_OPTIONS, PATHS } from './command.ts';
import { loadInput, proveChoice } from './input.ts';
import { formatOf, present, tell } from './present.ts';

export const command: Command = {
  args: [{ name: '<unit>', description: { en: 'the id of the unit', vi: 'mã đơn vị' } }, PATHS],
  options: INPUT_OPTIONS,
  formats: ['table', 'csv', 'json', 'markdown', 'html'],
  examples: ['parindex scorecard khanh-vinh cchc', 'parindex scorecard khanh-vinh cchc --lang vi --format markdown'],
  async run(request) {
    const [unit = '', ...paths] = request.args;
    formatOf(request);
    const input = loadInput(request, paths, { focus: new Set([unit]) });
    const { assessment, diagnostics, inputs, lang } = input;
    const messages = await tell(diagnostics, request, input);
    if (assessment === undefined) return { exit: EXIT.refused, messages };
    const units = assessment.sheets.flatMap((sheet) => sheet.units.map(({ id }) => id));
    proveChoice(unit, units, { en: 'unit', vi: 'đơn vị' });
    const basis = request.options['basis'];
    const board = score(assessment, typeof basis === 'string' ? basis : undefined);
    const report = reportScorecard(findScorecard(assessment, board, unit), { lang });
    return { exit: EXIT.done, output: await present(report, request, lang), messages, inputs };
  },
};
