/** An audit of claims: a row a claim, then for each that does not hold what is true and what slip would explain it. */
import type { ClaimFinding, ClaimsAudit, LinkFinding, Slip, Verdict } from '../model/audit.ts';
import { type Block, type Cell, type Flat, number, type Report, type Tone, text } from '../model/document.ts';
import { toFractionText } from '../model/exact.ts';
import type { Place } from '../model/place.ts';
import type { Language } from '../model/words.ts';
import { dash } from './figures.ts';
import {
  auditTitle,
  auditWords,
  type Counts,
  claimsCounted,
  cutLine,
  possibleLine,
  possibleOrder,
  slipCutLine,
  slipLine,
  truthLine,
  unequalLine,
  verdictWords,
} from './words/audit.ts';

/** The published shape of an audit. */
export const AUDIT_SCHEMA = 'parindex/audit/1';

export interface AuditOptions {
  readonly lang: Language;
  readonly toolVersion: string;
}

/** The page, a row a claim for CSV, and the data. Figures stay written as the claim writes them. */
export function reportClaims(audit: ClaimsAudit, options: AuditOptions): Report {
  const { lang } = options;
  const counts = countVerdicts(audit.findings);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: auditTitle[lang]({ file: audit.file }) },
    ...audit.remarks.map((remark): Block => ({ kind: 'paragraph', text: remark, tone: 'muted' })),
    { kind: 'paragraph', text: claimsCounted[lang](counts), tone: counts.refuted > 0 ? 'bad' : 'good' },
    table(audit.findings, lang),
    ...section('refuted', audit.findings, lang),
    ...section('possible', audit.findings, lang),
  ];
  return { document: { blocks }, flat: flat(audit.findings), data: data(audit, counts, options) };
}

/** How many there are of each verdict. */
export function countVerdicts(findings: readonly { readonly verdict: Verdict }[]): Counts {
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  return { confirmed: count('confirmed'), possible: count('possible'), refuted: count('refuted') };
}

/** How a verdict is seen. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { confirmed: 'good', possible: 'warn', refuted: 'bad' };

/** `claims.txt:4:1`, or as much of it as there is. */
export function placeText({ file, line, column }: Place): string {
  if (line === 0) return file;
  return column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function table(findings: readonly ClaimFinding[], lang: Language): Block {
  return {
    kind: 'table',
    columns: [
      { title: auditWords.line[lang], align: 'right' },
      { title: auditWords.claim[lang], align: 'left', flexible: true },
      { title: auditWords.verdict[lang], align: 'left' },
      { title: auditWords.truth[lang], align: 'right' },
    ],
    rows: findings.map(({ claim, verdict, links }) => [
      number(`${claim.place.line}`),
      text(claim.text),
      text(verdictWords[verdict][lang], VERDICT_TONES[verdict]),
      truthCell(links),
    ]),
  };
}

/** The true results of the equalities; a dash where the claim has none. */
function truthCell(links: readonly LinkFinding[]): Cell {
  const truths = links.flatMap(({ truth }) => truth ?? []);
  return truths.length === 0 ? dash() : text(truths.join('; '));
}

function section(verdict: 'refuted' | 'possible', all: readonly ClaimFinding[], lang: Language): readonly Block[] {
  const findings = all.filter((finding) => finding.verdict === verdict);
  if (findings.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: auditWords[verdict][lang] },
    ...findings.flatMap(({ claim, links }): Block[] => [
      { kind: 'heading', level: 3, text: `${placeText(claim.place)}  ${claim.text}` },
      ...links
        .filter((link) => link.verdict !== 'confirmed')
        .flatMap((link) => linkLines(link, lang))
        .map((line): Block => ({ kind: 'paragraph', text: line })),
      ...(claim.note === '' ? [] : [{ kind: 'paragraph', text: claim.note, tone: 'muted' } as const]),
    ]),
  ];
}

function linkLines(finding: LinkFinding, lang: Language): readonly string[] {
  const { made, truth, longer, printed, verdict, slips, leftText, rightText } = finding;
  if (made === undefined || truth === undefined || longer === undefined) {
    const order = verdict === 'possible' ? [possibleOrder[lang]] : [];
    const told = slips.map((slip) => slipText(slip, lang));
    return [unequalLine[lang]({ left: leftText, right: rightText }), ...order, ...told];
  }
  const possible = verdict === 'possible' ? [possibleLine[lang]({ printed: printed?.text ?? '' })] : [];
  return [truthLine[lang]({ made, truth, longer }), ...possible, ...slips.map((slip) => slipText(slip, lang))];
}

function slipText(slip: Slip, lang: Language): string {
  const { kind, printed, instead, claim, longer, rounded, isCut } = slip;
  if (kind === 'cut') return cutLine[lang]({ rounded });
  if (isCut) return slipCutLine[lang]({ printed, instead, claim, longer, rounded });
  const what = kind === 'swapped' || kind === 'operator' ? kind : 'number';
  return slipLine[lang]({ printed, instead, claim, what });
}

function flat(findings: readonly ClaimFinding[]): Flat {
  return {
    columns: ['file', 'line', 'column', 'claim', 'verdict', 'numbers', 'truth', 'slip', 'note'],
    rows: findings.map(({ claim, verdict, numbers, links }) => [
      text(claim.place.file),
      number(`${claim.place.line}`),
      number(`${claim.place.column}`),
      text(claim.text),
      text(verdict),
      text(NUMBERS[numbers]),
      text(links.flatMap(({ truth }) => truth ?? []).join('; ')),
      text(links.flatMap(({ slips }) => slips[0]?.claim ?? []).join('; ')),
      text(claim.note),
    ]),
  };
}

const NUMBERS = { ',': 'comma', '.': 'dot', either: 'either' } as const;

function data(audit: ClaimsAudit, counts: Counts, { toolVersion }: AuditOptions): object {
  return {
    schema: AUDIT_SCHEMA,
    tool: `parindex ${toolVersion}`,
    kind: 'claims',
    file: audit.file,
    remarks: [...audit.remarks],
    counts,
    claims: audit.findings.map(({ claim, verdict, numbers, links }) => ({
      line: claim.place.line,
      column: claim.place.column,
      claim: claim.text,
      note: claim.note,
      numbers: NUMBERS[numbers],
      verdict,
      links: links.map(linkData),
    })),
  };
}

function linkData({ link, verdict, isExact, left, right, truth, slips }: LinkFinding): object {
  return {
    relation: link.relation,
    left: toFractionText(left),
    right: toFractionText(right),
    verdict,
    exact: isExact,
    truth: truth ?? null,
    slips: slips.map(({ kind, printed, instead, claim, isCut }) => ({ kind, printed, instead, claim, cut: isCut })),
  };
}
