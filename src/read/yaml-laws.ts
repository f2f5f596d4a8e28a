/** What YAML may hold here: no anchors, aliases, merge keys, tags or repeated keys; and words that others read otherwise. */
import { isAlias, isScalar, type Node, type Pair, type Scalar, visit } from 'yaml';
import { controlCharacter } from '../faults/text.ts';
import { ambiguousWord, bareNumber, repeatedKey, yamlFeature } from '../faults/yaml.ts';
import { type Diagnostic, raise, see } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { forbiddenIn } from './text.ts';
import { AMBIGUOUS, OWN_KEYS } from './yaml-words.ts';

/** The text of a key as it was written; undefined for anything but a scalar. */
export function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
}

/** Everything in a document that is not used here. Errors: yaml-feature, repeated-key, bare-number, ambiguous-word, control-character. */
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
  /** What stands in the file was looked at before it was read; what an escape such as \x1b makes was not. */
  const lookAtLetters = (node: Scalar) => {
    const forbidden = node.type === 'QUOTE_DOUBLE' && typeof node.value === 'string' && forbiddenIn(node.value);
    if (forbidden) found.push(raise(controlCharacter, placeOfNode(node), forbidden));
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
      if (isScalar(node)) lookAtLetters(node);
      if (isScalar(node) && key !== 'key') doubt(node, false);
    },
    Map(_, map) {
      refuseFeatures(map as Node);
      lookAtKeys(map as Parameters<typeof lookAtKeys>[0]);
    },
  });
  return found;
}
