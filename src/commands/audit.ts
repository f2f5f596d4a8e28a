/** `audit`: do the figures that somebody published hang together: a table, or claims one a line. */
import { auditTable } from '../analyse/audit-table.ts';
import { checkClaim } from '../analyse/claims.ts';
import { ambiguousNumber, claimDividesByZero } from '../faults/claims.ts';
import { type Claim, numbersIn } from '../model/audit.ts';
import { type Diagnostic, hasErrors, raise } from '../model/diagnostic.ts';
import { DIALECTS, type DialectName } from '../model/dialect.ts';
import type { DecimalMark } from '../model/exact.ts';
import { toText } from '../model/exact.ts';
import { readClaims } from '../read/claims.ts';
import { readPublished } from '../read/published.ts';
import { reportClaims } from '../reports/audit-claims.ts';
import { reportTableAudit } from '../reports/audit-table.ts';
import { takeBands } from './audit-bands.ts';
import { takeList } from './audit-list.ts';
import { takeRoles } from './audit-roles.ts';
import { type Command, EXIT, type Outcome, type Request } from './command.ts';
import { formatOf, present, tell } from './present.ts';
import { takeText } from './text-file.ts';

export const command: Command = {
  args: [
    {
      name: '<file>',
      description: {
        en: 'a published table (.csv), or claims, one a line (any other ending)',
        vi: 'bảng đã công bố (.csv), hoặc mệnh đề số liệu, mỗi dòng một mệnh đề (đuôi khác)',
      },
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
    {
      flags: '--csv <dialect>',
      description: {
        en: 'how the table is written (data: comma and dot; excel-vi: semicolon and comma)',
        vi: 'dạng tệp của bảng (data: dấu phẩy, thập phân chấm; excel-vi: chấm phẩy, thập phân phẩy)',
      },
      choices: ['data', 'excel-vi'],
    },
    {
      flags: '--columns <mapping>',
      description: {
        en: 'what columns say where their headers do not, such as "part=a,b;total=c", or a YAML file of that',
        vi: 'vai trò của các cột khi tiêu đề không cho biết, ví dụ "part=a,b;total=c", hoặc tệp YAML',
      },
    },
    {
      flags: '--list <file>',
      description: {
        en: 'a list of the units (CSV: name or id[, group][, grade]) that rows and counts are held against',
        vi: 'danh sách đơn vị (CSV: tên hoặc mã[, nhóm][, xếp loại]) để đối chiếu các dòng và số lượng',
      },
    },
    {
      flags: '--bands <grades>',
      description: {
        en: 'grades to hold the printed ones against, such as "Tốt=85; Khá=75; Yếu"',
        vi: 'thang xếp loại để đối chiếu, ví dụ "Tốt=85; Khá=75; Yếu"',
      },
    },
    {
      flags: '--rubric <file>',
      description: {
        en: 'a rubric whose grades and gates the printed grades are held against',
        vi: 'bộ tiêu chí có thang xếp loại và điều kiện khống chế để đối chiếu',
      },
    },
  ],
  formats: ['table', 'csv', 'json', 'markdown'],
  examples: [
    'parindex audit claims.txt --numbers comma --lang vi',
    'parindex audit table.csv --bands "Tốt=85; Khá=75; Trung bình=50; Yếu"',
    'parindex audit table.csv --columns "part=diem_tham_dinh,sipas;total=tong"',
    'parindex audit grades.csv --list units.csv',
  ],
  async run(request) {
    formatOf(request);
    const file = (request.args[0] ?? '').replaceAll('\\', '/');
    return /\.csv$/i.test(file) ? auditPublished(request, file) : auditClaims(request, file);
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
  return present(report, request, { lang }, { exit, messages, inputs: [file] });
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

async function auditPublished(request: Request, file: string): Promise<Outcome> {
  const { options, surroundings } = request;
  const { lang = 'en', version } = surroundings;
  const dialect = DIALECTS[(options['csv'] ?? 'data') as DialectName];
  const roles = takeRoles(request, file);
  const policy = takeBands(request);
  const { value: source, diagnostics: textFaults } = takeText(request, file, dialect.encoding);
  const hasList = options['list'] !== undefined;
  const read =
    source === undefined ? { diagnostics: roles.diagnostics } : readPublished(source, dialect, file, roles, hasList);
  const list = takeList(request);
  const diagnostics = [...textFaults, ...policy.diagnostics, ...read.diagnostics, ...list.diagnostics];
  const messages = await tell(diagnostics, request, { lang, dialect });
  if (hasErrors(diagnostics) || read.value === undefined) return { exit: EXIT.refused, messages };
  const audit = auditTable(read.value, policy.value, list.value);
  const report = reportTableAudit(audit, { lang, toolVersion: version });
  const isRefuted = audit.findings.some(({ verdict }) => verdict === 'refuted');
  const exit = isRefuted ? EXIT.difference : EXIT.done;
  const inputs = [file, ...policy.inputs, ...roles.inputs, ...list.inputs];
  return present(report, request, { lang }, { exit, messages, inputs });
}
