/** A tree of YAML as both its readers give it: values with their places, numbers as the text that was written. */

/** From the first character to the one after the last, in the text. */
export type Range = readonly [from: number, to: number];

export type YamlNode =
  | { readonly kind: 'map'; readonly range: Range; readonly pairs: ReadonlyMap<string, Pair> }
  | { readonly kind: 'list'; readonly range: Range; readonly items: readonly (YamlNode | null)[] }
  /** A text, `true`, `false`, null, or a number as `Numeral`. */
  | { readonly kind: 'scalar'; readonly range: Range; readonly value: unknown };

interface Pair {
  /** Of the key. */
  readonly range: Range;
  /** Null where nothing stands behind the colon. */
  readonly value: YamlNode | null;
}

type Path = readonly (string | number)[];

/** The node at a path; null where there is none. */
export function nodeAt(root: YamlNode | null, path: Path): YamlNode | null {
  let node = root;
  for (const step of path) {
    if (node?.kind === 'map') node = node.pairs.get(String(step))?.value ?? null;
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step] ?? null;
    else return null;
  }
  return node;
}

/** Where the key stands that ends a path. */
export function keyRangeAt(root: YamlNode | null, path: Path): Range | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  return parent?.kind === 'map' ? parent.pairs.get(String(path.at(-1)))?.range : undefined;
}

/** The value of a node: maps as objects without a prototype, lists as arrays; undefined where there is no node. */
export function plainValue(node: YamlNode | null): unknown {
  if (node === null) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.pairs) map[key] = plainValue(value);
  return map;
}
