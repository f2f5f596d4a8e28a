/**
 * YAML text -> a plain value, with the place of anything in it. Numbers stay the text that was written
 * (model/numeral.ts); anchors, aliases, merge keys, tags and repeated keys are refused.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments, visit } from 'yaml';
import { bareNumber, repeatedKey, yamlFeature, yamlSyntax } from '../faults/yaml.ts';
import { type Diagnostic, type Reading, raise, see } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';

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

/** Errors: yaml-syntax, yaml-feature, repeated-key. An empty text is an empty map. */
export function readYaml(text: string, file: string): Reading<Yaml> {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    version: '1.2',
  });
  const documents = 'empty' in parsed ? [] : parsed;
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
  const diagnostics: Diagnostic[] = [];
  const root = documents[0]?.contents ?? null;
  for (const error of documents.flatMap((document) => document.errors)) {
    const detail = visible((error.message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, ''), 100);
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
  if (diagnostics.length === 0 && root) diagnostics.push(...features(root as Node, placeOf));
  if (diagnostics.length > 0) return { diagnostics };
  const node = (path: Path): Node | null => nodeAt(root as Node | null, path);
  const place = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const range = node(path.slice(0, length))?.range;
      if (range) return placeOf(range[0], range[1]);
    }
    return { file, line: 1, column: 1 };
  };
  const keyPlace = (path: Path): Place => {
    const parent = node(path.slice(0, -1));
    const pair = isMap(parent) ? parent.items.find((item) => keyText(item) === path.at(-1)) : undefined;
    const range = (pair?.key as Node | undefined)?.range;
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

function features(root: Node, placeOf: (from: number, to: number) => Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  const placeOfNode = (node: Node): Place => placeOf(node.range?.[0] ?? 0, node.range?.[1] ?? 1);
  const refuse = (node: Node, feature: Parameters<typeof yamlFeature.message.en>[0]['feature']) => {
    found.push(raise(yamlFeature, placeOfNode(node), { feature }));
  };
  const refuseFeatures = (node: Node) => {
    if (isAlias(node)) refuse(node, 'alias');
    else if ('anchor' in node && node.anchor) refuse(node, 'anchor');
    else if (node.tag && /^[^:]*!/.test(node.tag)) refuse(node, 'tag');
  };
  visit(root, {
    // The visitor of maps takes the place of that of nodes.
    Node(_, node) {
      refuseFeatures(node as Node);
    },
    Map(_, map) {
      refuseFeatures(map as Node);
      const seen = new Map<string, Node>();
      for (const pair of map.items) {
        const key = pair.key as Node;
        const name = keyText(pair);
        if (name === undefined) refuse(key ?? map, 'key-not-text');
        else if (name === '<<') refuse(key, 'merge');
        else if (name === '__proto__') refuse(key, 'prototype');
        else if (isScalar(key) && typeof key.value === 'number') {
          found.push(raise(bareNumber, placeOfNode(key), { shown: visible(name) }));
        }
        const first = name === undefined ? undefined : seen.get(name);
        if (first) {
          const related = see('first', placeOfNode(first));
          found.push(raise(repeatedKey, placeOfNode(key), { key: visible(name as string) }, { related }));
        } else if (name !== undefined) seen.set(name, key);
      }
    },
  });
  return found;
}

/** The text of a key as it was written; undefined for anything but a scalar. */
function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
}

function nodeAt(root: Node | null, path: Path): Node | null {
  let node: Node | null | undefined = root;
  for (const step of path) {
    if (isMap(node)) node = node.items.find((pair) => keyText(pair) === step)?.value as Node | null | undefined;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step] as Node | undefined;
    else return null;
  }
  return node ?? null;
}

function plain(node: Node | null | undefined): unknown {
  if (isMap(node)) {
    const map: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) map[keyText(pair) as string] = plain(pair.value as Node | null);
    return map;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node));
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'number' || typeof node.value === 'bigint') return { numeral: node.source ?? '' };
  return node.value;
}
