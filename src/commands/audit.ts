/** `audit`: do the figures that somebody published hang together: a table, or claims one a line. */
import { checkClaim } from '../analyse/claims.ts';
import { ambiguousNumber, claimDividesByZero } from '../faults/claims.ts';
import { type Claim, numbersIn } from '../model/audit.ts';
import { type Diagnostic, hasErrors, raise } from '../model/diagnostic.ts';
import { DIALECTS } from '../model/dialect.ts';
import type { DecimalMark } from '../model/exact.ts';
import { toText } from '../model/exact.ts';
import { readClaims } from '../read/claims.ts';
import { reportClaims } from '../reports/audit-claims.ts';
import { type Command, EXIT, type Outcome, type Request } from './command.ts';
import { formatOf, present, tell } from './present.ts';
import { takeText } from './text-file.ts';

export const command: Command = {
  args: [
    {
      name: '<file>',
      description: { en: 'claims, one a line', vi: 'tệp mệnh đề số liệu, mỗi dòng một mệnh đề' },
    },
  ],
  options: [
    {
      flags: '--numbers <mark>',
      description: {
        en: 'how numbers are written: comma (1.234,5) or dot (1,234.5); else each line must show it',
        vi: 'cách viết số: comma (1.234,5) hoặc dot (1,234.5); nếu không ghi, mỗi dòng phải tự cho biết',
      },
      choices: ['comma', 'dot'],
    },
  ],
  formats: ['table', 'csv', 'json', 'markdown'],
  examples: ['parindex audit claims.txt', 'parindex audit claims.txt --numbers comma --lang vi'],
  async run(request) {
    formatOf(request);
    return auditClaims(request, (request.args[0] ?? '').replaceAll('\\', '/'));
  },
};

async function auditClaims(request: Request, file: string): Promise<Outcome> {
  const { lang = 'en', version } = request.surroundings;
  const { value: source, diagnostics: textFaults } = takeText(request, file);
  const read = source === undefined ? { diagnostics: [] } : readClaims(source, file, markOf(request));
  const outcomes = (read.value?.claims ?? []).map((claim) => checkClaim(claim));
  const problems = outcomes.flatMap((outcome) =>
    'problem' in outcome ? [problemOf(outcome.problem, outcome.claim)] : [],
  );
  const diagnostics = [...textFaults, ...read.diagnostics, ...problems];
  const messages = await tell(diagnostics, request, { lang, dialect: DIALECTS.data });
  if (hasErrors(diagnostics)) return { exit: EXIT.refused, messages };
  const findings = outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome.finding] : []));
  const audit = { file, remarks: read.value?.remarks ?? [], findings };
  const report = reportClaims(audit, { lang, toolVersion: version });
  const isRefuted = findings.some(({ verdict }) => verdict === 'refuted');
  const exit = isRefuted ? EXIT.difference : EXIT.done;
  return { exit, output: await present(report, request, lang), messages, inputs: [file] };
}

function markOf({ options }: Request): DecimalMark | undefined {
  return options['numbers'] === 'comma' ? ',' : options['numbers'] === 'dot' ? '.' : undefined;
}

function problemOf(problem: 'ambiguous' | 'zero', claim: Claim): Diagnostic {
  if (problem === 'zero') return raise(claimDividesByZero, claim.place, { shown: claim.text });
  const [comma, dot] = claim.readings.map((reading) => numbersIn(reading));
  const at = (comma ?? []).findIndex(({ value }, index) => toText(value) !== toText(dot?.[index]?.value ?? value));
  const [one, other] = [comma?.[at], dot?.[at]];
  const facts = { shown: one?.text ?? '', comma: one ? toText(one.value) : '', dot: other ? toText(other.value) : '' };
  return raise(ambiguousNumber, claim.place, facts);
}
