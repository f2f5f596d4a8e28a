/**
 * The text of one claim -> its links, under one way of writing numbers.
 *
 *   claim = side (relation side)+     side = term (+|- term)*     term = factor (*|/ factor)*
 *   factor = - factor | ( side ) | number
 */
import type { ClaimReading, Expression, Link, Operator, Relation, Span } from '../model/audit.ts';
import type { DecimalMark } from '../model/exact.ts';
import { readPrinted } from './published-number.ts';

/** Why a text is no claim, and where. */
export interface ClaimFlaw {
  readonly why: 'character' | 'number' | 'operand' | 'relation' | 'bracket' | 'deep';
  readonly span: Span;
}

interface Token extends Span {
  readonly kind: 'number' | 'operator' | 'relation' | 'open' | 'close';
  readonly text: string;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': '+',
  ...{ '-': '-', '−': '-', '–': '-' },
  ...{ '*': '*', '×': '*', '·': '*', x: '*', X: '*' },
  ...{ '/': '/', ':': '/', '÷': '/' },
};

const RELATIONS: Readonly<Record<string, Relation>> = {
  '=': '=',
  ...{ '≈': '≈', '~': '≈' },
  ...{ '<': '<', '>': '>', '<=': '<=', '>=': '>=', '≤': '<=', '≥': '>=' },
};

/** Blanks first, so that a match always begins with what counts. */
const TOKEN = /\s*(?:([0-9][0-9.,]*(?:\s*%)?)|(<=|>=|[=≈~<>≤≥])|([+\-−–*×·xX/:÷])|(\()|(\)))/y;

/** Brackets stand at most so deep in each other. */
const DEEPEST = 50;

/** The claim, or the first flaw of its text. */
export function parseClaim(text: string, mark: DecimalMark): ClaimReading | ClaimFlaw {
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return tokens as ClaimFlaw;
  const state: State = { tokens, at: 0, mark, end: text.length, depth: 0 };
  const links: Link[] = [];
  let start = 0;
  let left = side(state);
  if ('why' in left) return left;
  for (let token = tokens[state.at]; token !== undefined; token = tokens[state.at]) {
    if (token.kind !== 'relation') return { why: token.kind === 'close' ? 'bracket' : 'relation', span: token };
    state.at++;
    const next = state.at;
    const right = side(state);
    if ('why' in right) return right;
    const spans = {
      span: reach(tokens, start, state.at),
      leftSpan: reach(tokens, start, next - 1),
      rightSpan: reach(tokens, next, state.at),
    };
    links.push({ left, relation: RELATIONS[token.text] as Relation, right, ...spans });
    left = right;
    start = next;
  }
  return links.length === 0 ? { why: 'relation', span: { from: text.length, length: 1 } } : { mark, links };
}

/** From the first token to the one before `end`. */
function reach(tokens: readonly Token[], start: number, end: number): Span {
  const [first, last] = [tokens[start] as Token, tokens[end - 1] as Token];
  return { from: first.from, length: last.from + last.length - first.from };
}

function tokensOf(text: string): readonly Token[] | ClaimFlaw {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) {
      const from = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
      // A word is told as a word.
      const length = /^\p{L}+/u.exec(text.slice(from))?.[0].length ?? 1;
      return { why: 'character', span: { from, length } };
    }
    const at = [1, 2, 3, 4, 5].find((group) => match[group] !== undefined) as number;
    const found = match[at] as string;
    const kind = (['number', 'relation', 'operator', 'open', 'close'] as const)[at - 1] as Token['kind'];
    tokens.push({ kind, text: found, from: match.index + match[0].length - found.length, length: found.length });
  }
  return tokens;
}

interface State {
  readonly tokens: readonly Token[];
  readonly mark: DecimalMark;
  /** Length of the text, where a missing operand would stand. */
  readonly end: number;
  at: number;
  depth: number;
}

function side(state: State): Expression | ClaimFlaw {
  return chain(state, ['+', '-'], (inner) => chain(inner, ['*', '/'], factor));
}

/** Operands of one rank, joined from the left. */
function chain(
  state: State,
  operators: readonly Operator[],
  operand: (state: State) => Expression | ClaimFlaw,
): Expression | ClaimFlaw {
  let left = operand(state);
  for (;;) {
    if ('why' in left) return left;
    const token = state.tokens[state.at];
    const operator = token?.kind === 'operator' ? OPERATORS[token.text] : undefined;
    if (token === undefined || operator === undefined || !operators.includes(operator)) return left;
    state.at++;
    const right = operand(state);
    if ('why' in right) return right;
    left = { kind: 'operation', operator, span: spanOf(token), left, right };
  }
}

function factor(state: State): Expression | ClaimFlaw {
  const token = state.tokens[state.at];
  if (token === undefined) return { why: 'operand', span: { from: state.end, length: 1 } };
  state.at++;
  if (token.kind === 'number') {
    const number = readPrinted(token.text, state.mark);
    return number ? { kind: 'number', number, span: spanOf(token) } : { why: 'number', span: spanOf(token) };
  }
  const isMinus = token.kind === 'operator' && OPERATORS[token.text] === '-';
  if (!isMinus && token.kind !== 'open') return { why: 'operand', span: spanOf(token) };
  if (state.depth >= DEEPEST) return { why: 'deep', span: spanOf(token) };
  state.depth++;
  const inner = isMinus ? factor(state) : bracket(state, token);
  state.depth--;
  if ('why' in inner || !isMinus) return inner;
  return { kind: 'negative', of: inner };
}

function bracket(state: State, open: Token): Expression | ClaimFlaw {
  const inner = side(state);
  if ('why' in inner) return inner;
  if (state.tokens[state.at]?.kind !== 'close') return { why: 'bracket', span: spanOf(open) };
  state.at++;
  return inner;
}

function spanOf({ from, length }: Span): Span {
  return { from, length };
}
