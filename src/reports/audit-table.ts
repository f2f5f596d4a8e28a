/** An audit of a published table: how many of each check hold, then every figure that does not, with its place. */
import type { Verdict } from '../model/audit.ts';
import { type Block, type Flat, number, type Report, text } from '../model/document.ts';
import { CHECKS, type TableAudit, type TableFinding } from '../model/published.ts';
import type { Language } from '../model/words.ts';
import { AUDIT_SCHEMA, type AuditOptions, countVerdicts, placeText } from './audit-claims.ts';
import { spoken } from './figures.ts';
import { auditTitle, auditWords, type Counts, checksCounted } from './words/audit.ts';
import { checkWords, details, ignoredLine, noChecks, tableAuditWords } from './words/audit-table.ts';

/** The page, a row a check for CSV (those that hold too), and the data. */
export function reportTableAudit({ table, findings }: TableAudit, options: AuditOptions): Report {
  const { lang } = options;
  const counts = countVerdicts(findings);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: auditTitle[lang]({ file: table.file }) },
    ...table.remarks.map((remark): Block => ({ kind: 'paragraph', text: remark, tone: 'muted' })),
    ...(findings.length === 0 ? [nothingChecked(lang)] : [verdict(counts, lang), summary(findings, lang)]),
    { kind: 'paragraph', text: tableAuditWords.roundingNote[lang], tone: 'muted' },
    ...(table.ignored.length === 0
      ? []
      : [{ kind: 'paragraph', text: ignoredLine[lang]({ list: table.ignored.join(', ') }), tone: 'muted' } as const]),
    ...section(auditWords.refuted[lang], having(findings, 'refuted'), lang),
    ...section(tableAuditWords.possible[lang], having(findings, 'possible'), lang),
    ...section(tableAuditWords.fits[lang], fitting(findings), lang),
  ];
  return { document: { blocks }, flat: flat(findings, lang), data: data({ table, findings }, counts, options) };
}

function nothingChecked(lang: Language): Block {
  return { kind: 'paragraph', text: noChecks[lang], tone: 'warn' };
}

function verdict(counts: Counts, lang: Language): Block {
  return { kind: 'paragraph', text: checksCounted[lang](counts), tone: counts.refuted > 0 ? 'bad' : 'good' };
}

function having(findings: readonly TableFinding[], verdict: Verdict): readonly TableFinding[] {
  return findings.filter((finding) => finding.verdict === verdict);
}

/** What was found to fit is worth a word although nothing is wrong with it. */
function fitting(findings: readonly TableFinding[]): readonly TableFinding[] {
  return having(findings, 'confirmed').filter(({ kind }) => kind === 'style' || kind === 'line');
}

function summary(findings: readonly TableFinding[], lang: Language): Block {
  const checks = CHECKS.filter((check) => findings.some((finding) => finding.check === check));
  const right = (title: string) => ({ title, align: 'right' }) as const;
  return {
    kind: 'table',
    columns: [
      { title: tableAuditWords.check[lang], align: 'left', flexible: true },
      right(tableAuditWords.confirmed[lang]),
      right(tableAuditWords.possible[lang]),
      right(tableAuditWords.refuted[lang]),
    ],
    rows: checks.map((check) => {
      const { confirmed, possible, refuted } = countVerdicts(findings.filter((finding) => finding.check === check));
      return [
        text(checkWords[check][lang]),
        number(`${confirmed}`),
        number(`${possible}`, possible > 0 ? 'warn' : 'muted'),
        number(`${refuted}`, refuted > 0 ? 'bad' : 'muted'),
      ];
    }),
  };
}

function section(title: string, findings: readonly TableFinding[], lang: Language): readonly Block[] {
  if (findings.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    ...findings.map((finding): Block => ({ kind: 'paragraph', text: line(finding, lang) })),
  ];
}

/** `table.csv:4:7 Bắc Trung Bộ: printed 1.58; from 87.72 to 88.51 it is 0.79.` */
function line(finding: TableFinding, lang: Language): string {
  return `${placeText(finding.place)} ${finding.subject}: ${detail(finding, lang)}`;
}

function detail({ kind, facts, printed, truth }: TableFinding, lang: Language): string {
  const told = Object.entries({ ...facts, printed, truth }).map(([name, fact]) => [
    name,
    /^-?[0-9]+\.[0-9]+$/.test(fact) ? spoken(fact, lang) : fact,
  ]);
  return details[kind][lang](Object.fromEntries(told));
}

function flat(findings: readonly TableFinding[], lang: Language): Flat {
  return {
    columns: ['file', 'line', 'column', 'name', 'subject', 'check', 'verdict', 'printed', 'truth', 'detail'],
    rows: findings.map((finding) => [
      text(finding.place.file),
      number(`${finding.place.line}`),
      number(`${finding.place.column}`),
      text(finding.place.name ?? ''),
      text(finding.subject),
      text(finding.check),
      text(finding.verdict),
      text(finding.printed),
      text(finding.truth),
      text(finding.verdict === 'confirmed' && finding.kind !== 'line' ? '' : detail(finding, lang)),
    ]),
  };
}

function data({ table, findings }: TableAudit, counts: Counts, { toolVersion }: AuditOptions): object {
  return {
    schema: AUDIT_SCHEMA,
    tool: `parindex ${toolVersion}`,
    kind: 'table',
    file: table.file,
    remarks: [...table.remarks],
    columns: table.columns.map(({ role, header }) => ({ role, header })),
    ignored: [...table.ignored],
    counts,
    findings: findings.map(({ check, verdict, place, subject, printed, truth, kind, facts }) => ({
      check,
      verdict,
      file: place.file,
      line: place.line,
      column: place.column,
      name: place.name ?? null,
      subject,
      printed,
      truth,
      kind,
      facts,
    })),
  };
}
