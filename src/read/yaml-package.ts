/**
 * YAML by the package yaml, the authority: on texts that are not plain, and on everything that is wrong with one.
 * In the bundle it is loaded when it is first called (build.js), so only functions stand here.
 */
import { Composer, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser } from 'yaml';
import { aboveLimit } from '../faults/text.ts';
import { yamlFeature, yamlSyntax } from '../faults/yaml.ts';
import { type Diagnostic, hasErrors, type Reading, raise } from '../model/diagnostic.ts';
import { numeralOf } from '../model/numeral.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { findFeatures, keyText } from './yaml-laws.ts';
import type { Range, YamlNode } from './yaml-node.ts';

/** Faults of grammar told of one file: after the first, the parser mostly stumbles over its own guesses. */
const MOST_SYNTAX = 20;

/**
 * The tree of a text; a null root where it holds nothing. `depth`: how deep maps and lists may stand in one another.
 * Errors: yaml-syntax, yaml-feature, repeated-key, bare-number, ambiguous-word, control-character, above-limit.
 */
export function parseYaml(
  text: string,
  depth: number,
  placeOf: (from: number, to: number) => Place,
): Reading<{ readonly root: YamlNode | null }> {
  const parsed = parse(text, depth);
  if ('directiveAt' in parsed) {
    const place = placeOf(parsed.directiveAt, parsed.directiveAt + 1);
    return { diagnostics: [raise(yamlFeature, place, { feature: 'directive' })] };
  }
  if (!Array.isArray(parsed)) {
    const facts = { what: 'depth', found: `${depth + 1}`, limit: `${depth}` } as const;
    return { diagnostics: [raise(aboveLimit, placeOf(parsed.tooDeepAt, parsed.tooDeepAt + 1), facts)] };
  }
  const documents: readonly Document.Parsed[] = parsed;
  const diagnostics: Diagnostic[] = [];
  const root = (documents[0]?.contents ?? null) as Node | null;
  for (const error of documents.flatMap((document) => document.errors).slice(0, MOST_SYNTAX)) {
    const detail = visible((error.message.split('\n')[0] as string).replace(/\.$/, ''), 100);
    diagnostics.push(raise(yamlSyntax, placeOf(error.pos[0], error.pos[1]), { detail, kind: error.code }));
  }
  if (documents.length > 1) {
    const start = documents[1]?.range[0] ?? 0;
    diagnostics.push(raise(yamlFeature, placeOf(start, start + 1), { feature: 'document' }));
  }
  if (diagnostics.length === 0 && root) diagnostics.push(...findFeatures(root, placeOf));
  return hasErrors(diagnostics) ? { diagnostics } : { value: { root: nodeOf(root) }, diagnostics };
}

type Stopped = { readonly tooDeepAt: number } | { readonly directiveAt: number };

/**
 * The documents of a text, or the position where maps and lists stand deeper in one another than `depth`:
 * looked at while the tokens come, since what composes them calls itself for each step down. A directive could ask for
 * another version of YAML, in which `no` is not a text, so that nothing behind it is read.
 */
function parse(text: string, depth: number): Document.Parsed[] | Stopped {
  const lines = new LineCounter();
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
  const directive = tokens.find(({ type }) => type === 'directive');
  if (directive) return { directiveAt: directive.offset };
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

/** A node of the package as one of ours. It has passed the laws: keys are texts, each once, and there is no alias. */
function nodeOf(node: Node | null): YamlNode | null {
  if (node === null) return null;
  const range = rangeOf(node);
  if (isMap(node)) {
    const pairs = node.items.map((pair) => {
      const value = nodeOf(pair.value as Node | null);
      return [keyText(pair) as string, { range: rangeOf(pair.key as Node), value }] as const;
    });
    return { kind: 'map', range, pairs: new Map(pairs) };
  }
  if (isSeq(node)) return { kind: 'list', range, items: node.items.map((item) => nodeOf(item as Node | null)) };
  if (!isScalar(node)) return null;
  return {
    kind: 'scalar',
    range,
    value: typeof node.value === 'number' ? numeralOf(node.source as string) : node.value,
  };
}

function rangeOf({ range }: Node): Range {
  return [range?.[0] ?? 0, range?.[1] ?? 1];
}
