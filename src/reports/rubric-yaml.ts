/** What a rubric says, key by key, as the text of rubric.yaml: the tree in blocks, policies and rules a line each. */
import { SETTINGS } from '../model/rubric-table.ts';
import { flow } from './rubric-flow.ts';

type Plain = Readonly<Record<string, unknown>>;

/** The keys of a node in the order in which they are read best; lists of nodes come last. */
const NODE_KEYS = ['id', 'title', 'kind', 'max', 'source', 'evidence', 'exempt', 'from', 'cost', 'note', 'rule'];
const LISTS = ['criteria', 'parts'];

const TOP_KEYS = [
  ...['$schema', 'format', 'id', 'title', 'issued', 'note'],
  ...[...SETTINGS.keys()].filter((key) => !['$schema', 'format', 'issued'].includes(key)),
];

/** The whole file; it is read again as the very same values. */
export function rubricYaml(written: Plain): string {
  const top = TOP_KEYS.filter((key) => key in written).map((key) => `${key}: ${flow(written[key])}\n`);
  const lists = ['domains', 'adjustments']
    .filter((key) => key in written)
    .map((key) => `\n${key}:\n${nodes(written[key] as readonly Plain[], '  ')}`);
  return [...top, ...lists].join('');
}

function nodes(list: readonly Plain[], indent: string): string {
  return list.map((node) => nodeText(node, indent)).join('');
}

function nodeText(node: Plain, indent: string): string {
  const keys = NODE_KEYS.filter((key) => key in node);
  const lines = keys.map((key, at) => `${indent}${at === 0 ? '- ' : '  '}${key}: ${flow(node[key])}\n`);
  const below = LISTS.filter((key) => key in node).map(
    (key) => `${indent}  ${key}:\n${nodes(node[key] as readonly Plain[], `${indent}    `)}`,
  );
  return [...lines, ...below].join('');
}
