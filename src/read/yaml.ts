/**
 * YAML text -> a plain value, with the place of anything in it. Numbers stay the text that was written
 * (model/numeral.ts); anchors, aliases, merge keys, tags and repeated keys are refused.
 */
import type { Reading } from '../model/diagnostic.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import type { Place } from '../model/place.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { keyRangeAt, nodeAt, plainValue, type YamlNode } from './yaml-node.ts';
import { parseYaml } from './yaml-package.ts';

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

/** Errors: yaml-syntax, yaml-feature, repeated-key, ambiguous-word, control-character, above-limit. An empty text is an empty map. */
export function readYaml(text: string, file: string, limits: Limits = LIMITS): Reading<Yaml> {
  const placeOf = placing(text, file);
  const plain = readPlainYaml(text, limits.depth);
  if (plain) return { value: yamlOf(plain, file, placeOf), diagnostics: [] };
  const { value, diagnostics } = parseYaml(text, limits.depth, placeOf);
  return value ? { value: yamlOf(value.root, file, placeOf), diagnostics } : { diagnostics };
}

function yamlOf(root: YamlNode | null, file: string, placeOf: (from: number, to: number) => Place): Yaml {
  const place = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(root, path.slice(0, length));
      if (node) return placeOf(...node.range);
    }
    return { file, line: 1, column: 1 };
  };
  const keyPlace = (path: Path): Place => {
    const range = keyRangeAt(root, path);
    return range ? placeOf(...range) : place(path);
  };
  return {
    value: plainValue(root) ?? Object.create(null),
    at: (path) => plainValue(nodeAt(root, path)),
    place,
    keyPlace,
  };
}

/** From a range of a text to its place, with the line it begins in. */
function placing(text: string, file: string): (from: number, to: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (from, to) => {
    const line = lineAt(starts, from);
    const start = starts[line - 1] as number;
    const next = starts[line];
    const end = next === undefined ? text.length : next - 1;
    const length = Math.max(1, Math.min(to, end) - from);
    return {
      file,
      line,
      column: from - start + 1,
      excerpt: { text: text.slice(start, end), from: from - start, length },
    };
  };
}

/** The number of the line that holds a position, from 1. */
function lineAt(starts: readonly number[], position: number): number {
  let [first, last] = [0, starts.length];
  while (last - first > 1) {
    const middle = (first + last) >> 1;
    if ((starts[middle] as number) <= position) first = middle;
    else last = middle;
  }
  return first + 1;
}
