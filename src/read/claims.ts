/** A file of claims -> each claim with the ways in which its numbers can be read. */
import { noClaims, notAClaim } from '../faults/claims.ts';
import { type Claim, type ClaimReading, type Claims, numbersIn } from '../model/audit.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import { type DecimalMark, type Exact, equal } from '../model/exact.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { type ClaimFlaw, parseClaim } from './claims-parse.ts';

const LONGEST = 1000;

const MARKS: readonly DecimalMark[] = [',', '.'];

/**
 * The claims of a text, one a line; `#` begins a remark, blank lines are let through. Remarks before the first claim
 * are about the whole file. With `declared` every line is
 * read with this decimal mark; without, each line in every way that its own text allows. Lines at fault are left out.
 * Errors: not-a-claim, no-claims.
 */
export function readClaims(text: string, file: string, declared?: DecimalMark): Reading<Claims> {
  const claims: Claim[] = [];
  const remarks: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const hash = line.indexOf('#');
    const body = (hash === -1 ? line : line.slice(0, hash)).trimEnd();
    if (body.trim() === '') {
      if (hash !== -1 && claims.length === 0) remarks.push(line.slice(hash + 1).trim());
      continue;
    }
    const placeOf = (from: number, length: number): Place => ({
      file,
      line: index + 1,
      column: from + 1,
      excerpt: { text: line, from, length },
    });
    const read = readLine(body, declared === undefined ? MARKS : [declared]);
    if ('why' in read) {
      const { from, length } = read.span;
      const shown = visible(body.slice(from, from + length));
      diagnostics.push(raise(notAClaim, placeOf(from, length), { why: read.why, shown }));
      continue;
    }
    const start = body.length - body.trimStart().length;
    claims.push({
      text: body.trim(),
      place: placeOf(start, body.length - start),
      note: hash === -1 ? '' : line.slice(hash + 1).trim(),
      readings: read.readings,
    });
  }
  if (claims.length === 0 && diagnostics.length === 0) diagnostics.push(raise(noClaims, wholeFile(file), {}));
  return { value: { remarks, claims }, diagnostics };
}

type Flaw = Omit<ClaimFlaw, 'why'> & { readonly why: ClaimFlaw['why'] | 'long' };

function readLine(body: string, marks: readonly DecimalMark[]): { readings: readonly ClaimReading[] } | Flaw {
  if (body.length > LONGEST) return { why: 'long', span: { from: LONGEST, length: 1 } };
  // Spans are those of the claim's own text, which begins at its first character.
  const text = body.trim();
  const start = body.length - body.trimStart().length;
  const outcomes = marks.map((mark) => parseClaim(text, mark));
  const readings = outcomes.filter((outcome) => 'links' in outcome);
  const [first, second] = readings;
  if (first === undefined) {
    // The way that came further knows better what is wrong.
    const flaws = outcomes.filter((outcome) => 'why' in outcome);
    const flaw = flaws.reduce((far, other) => (other.span.from > far.span.from ? other : far));
    return { why: flaw.why, span: { from: flaw.span.from + start, length: flaw.span.length } };
  }
  return { readings: second === undefined || !sameNumbers(first, second) ? readings : [first] };
}

/** Whether two readings mean the same numbers. */
function sameNumbers(a: ClaimReading, b: ClaimReading): boolean {
  const others = numbersIn(b);
  return numbersIn(a).every(({ value }, at) => equal(value, others[at]?.value as Exact));
}
