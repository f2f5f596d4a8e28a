/**
 * YAML text -> a plain value, with the place of anything in it. Numbers stay the text that was written
 * (model/numeral.ts); anchors, aliases, merge keys, tags and repeated keys are refused.
 */
import { Composer, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser } from 'yaml';
import { aboveLimit } from '../faults/text.ts';
import { yamlFeature, yamlSyntax } from '../faults/yaml.ts';
import { type Diagnostic, hasErrors, type Reading, raise } from '../model/diagnostic.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { numeralOf } from '../model/numeral.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { createFinder, findFeatures, keyText } from './yaml-laws.ts';

export type Path = readonly (string | number)[];

export interface Yaml {
  /** Maps are objects without a prototype, bare numbers are `Numeral`s. */
  readonly value: unknown;
  /** The value at a path; undefined where there is none. */
  readonly at: (path: Path) => unknown;
  /** Place of the value at a path, or of the nearest parent that is there. */
  readonly place: (path: Path) => Place;
  /** Place of the key that ends a path. */
  readonly keyPlace: (path: Path) => Place;
}

/** Faults of grammar told of one file: after the first, the parser mostly stumbles over its own guesses. */
const MOST_SYNTAX = 20;

/** Errors: yaml-syntax, yaml-feature, repeated-key, ambiguous-word, above-limit. An empty text is an empty map. */
export function readYaml(text: string, file: string, limits: Limits = LIMITS): Reading<Yaml> {
  const lines = new LineCounter();
  const parsed = parse(text, lines, limits.depth);
  const placeOf = (from: number, to: number): Place => {
    const { line, col } = lines.linePos(from);
    const start = lines.lineStarts[line - 1] ?? 0;
    const end = text.indexOf('\n', from);
    const excerpt = {
      text: text.slice(start, end === -1 ? undefined : end),
      from: col - 1,
    };
    const length = Math.max(1, Math.min(to, end === -1 ? text.length : end) - from);
    return { file, line, column: col, excerpt: { ...excerpt, length } };
  };
  if (!Array.isArray(parsed)) {
    const facts = { what: 'depth', found: `${limits.depth + 1}`, limit: `${limits.depth}` } as const;
    return { diagnostics: [raise(aboveLimit, placeOf(parsed.tooDeepAt, parsed.tooDeepAt + 1), facts)] };
  }
  const documents: readonly Document.Parsed[] = parsed;
  const diagnostics: Diagnostic[] = [];
  const root = documents[0]?.contents ?? null;
  for (const error of documents.flatMap((document) => document.errors).slice(0, MOST_SYNTAX)) {
    const detail = visible((error.message.split('\n')[0] as string).replace(/\.$/, ''), 100);
    diagnostics.push(raise(yamlSyntax, placeOf(error.pos[0], error.pos[1]), { detail, kind: error.code }));
  }
  if (documents.length > 1) {
    const start = documents[1]?.range[0] ?? 0;
    diagnostics.push(
      raise(yamlFeature, placeOf(start, start + 1), {
        feature: 'document',
      }),
    );
  }
  if (diagnostics.length === 0 && root) diagnostics.push(...findFeatures(root as Node, placeOf));
  if (hasErrors(diagnostics)) return { diagnostics };
  const { node, key } = createFinder(root as Node | null);
  const place = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const range = node(path.slice(0, length))?.range;
      if (range) return placeOf(range[0], range[1]);
    }
    return { file, line: 1, column: 1 };
  };
  const keyPlace = (path: Path): Place => {
    const range = key(path)?.range;
    return range ? placeOf(range[0], range[1]) : place(path);
  };
  const at = (path: Path): unknown => plain(node(path));
  return {
    value: {
      value: plain(root as Node | null) ?? Object.create(null),
      at,
      place,
      keyPlace,
    },
    diagnostics,
  };
}

/**
 * The documents of a text, or the position where maps and lists stand deeper in one another than `depth`:
 * looked at while the tokens come, since what composes them calls itself for each step down.
 */
function parse(text: string, lines: LineCounter, depth: number): Document.Parsed[] | { readonly tooDeepAt: number } {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document at the bottom and a scalar on top are no step down.
    const { stack } = parser;
    if (stack.length > depth + 1 && stack.length - ('source' in (stack.at(-1) as object) ? 1 : 0) > depth + 1) {
      return { tooDeepAt: parser.offset };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  // Pretty errors quote the text once for each, which takes time by the square of them.
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    version: '1.2',
  });
  return [...composer.compose(tokens, false, text.length)] as Document.Parsed[];
}

function plain(node: Node | null | undefined): unknown {
  if (isMap(node)) {
    const map: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) map[keyText(pair) as string] = plain(pair.value as Node | null);
    return map;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node));
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'number' || typeof node.value === 'bigint') return numeralOf(node.source as string);
  return node.value;
}
