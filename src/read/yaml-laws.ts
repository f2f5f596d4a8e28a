/** What YAML may hold here: no anchors, aliases, merge keys, tags or repeated keys; and words that others read otherwise. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, visit } from 'yaml';
import { ambiguousWord, bareNumber, repeatedKey, yamlFeature } from '../faults/yaml.ts';
import { type Diagnostic, raise, see } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';

/** Plain words that YAML 1.1 takes for true or false, a time of day for a number, a day for a date. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$/i;

/** Keys of this format itself, which every reader of it knows. */
const OWN_KEYS: readonly string[] = ['on', 'n'];

/** The text of a key as it was written; undefined for anything but a scalar. */
export function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
}

/** Everything in a document that is not used here. Errors: yaml-feature, repeated-key, bare-number, ambiguous-word. */
export function findFeatures(root: Node, placeOf: (from: number, to: number) => Place): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const placeOfNode = (node: Node): Place => placeOf(node.range?.[0] ?? 0, node.range?.[1] ?? 1);
  const refuse = (node: Node, feature: Parameters<typeof yamlFeature.message.en>[0]['feature']) => {
    found.push(raise(yamlFeature, placeOfNode(node), { feature }));
  };
  const doubt = (node: Scalar, isKey: boolean) => {
    const { source = '', type } = node;
    if (type !== 'PLAIN' || !AMBIGUOUS.test(source) || (isKey && OWN_KEYS.includes(source))) return;
    found.push(raise(ambiguousWord, placeOfNode(node), { shown: visible(source) }));
  };
  const lookAtKeys = (map: { readonly items: readonly Pair[] } & Node) => {
    const seen = new Map<string, Node>();
    for (const pair of map.items) {
      const key = pair.key as Node;
      const name = keyText(pair);
      if (name === undefined) {
        refuse(key ?? map, 'key-not-text');
        continue;
      }
      if (name === '<<') refuse(key, 'merge');
      else if (name === '__proto__') refuse(key, 'prototype');
      else if (isScalar(key) && typeof key.value === 'number') {
        found.push(raise(bareNumber, placeOfNode(key), { shown: visible(name) }));
      } else if (isScalar(key)) doubt(key, true);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, key);
      else {
        const related = see('first', placeOfNode(first));
        found.push(raise(repeatedKey, placeOfNode(key), { key: visible(name) }, { related }));
      }
    }
  };
  const refuseFeatures = (node: Node) => {
    if (isAlias(node)) refuse(node, 'alias');
    else if ('anchor' in node && node.anchor) refuse(node, 'anchor');
    else if (node.tag) refuse(node, 'tag');
  };
  visit(root, {
    // The visitor of maps takes the place of that of nodes.
    Node(key, node) {
      refuseFeatures(node as Node);
      if (isScalar(node) && key !== 'key') doubt(node, false);
    },
    Map(_, map) {
      refuseFeatures(map as Node);
      lookAtKeys(map as Parameters<typeof lookAtKeys>[0]);
    },
  });
  return found;
}

/** Finds the value at the end of a path, and the key; maps are looked up by an index made once. */
export function createFinder(root: Node | null): {
  readonly node: (path: readonly (string | number)[]) => Node | null;
  readonly key: (path: readonly (string | number)[]) => Node | undefined;
} {
  const indexes = new WeakMap<object, Map<string, Pair>>();
  const indexOf = (map: Node & { readonly items: readonly Pair[] }): Map<string, Pair> => {
    const known = indexes.get(map);
    if (known) return known;
    const index = new Map<string, Pair>();
    for (const pair of map.items) {
      const name = keyText(pair);
      if (name !== undefined && !index.has(name)) index.set(name, pair);
    }
    indexes.set(map, index);
    return index;
  };
  const find = (path: readonly (string | number)[]): Node | null => {
    let node: Node | null | undefined = root;
    for (const step of path) {
      if (isMap(node)) node = indexOf(node as never).get(String(step))?.value as Node | null | undefined;
      else if (isSeq(node) && typeof step === 'number') node = node.items[step] as Node | undefined;
      else return null;
    }
    return node ?? null;
  };
  return {
    node: find,
    key: (path) => {
      const parent = find(path.slice(0, -1));
      return isMap(parent) ? (indexOf(parent as never).get(String(path.at(-1)))?.key as Node | undefined) : undefined;
    },
  };
}
