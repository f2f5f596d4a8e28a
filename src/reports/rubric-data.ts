/** A printed rubric for machines: JSON, and a flat table with a row a node. */
import { type Flat, number, text } from '../model/document.ts';
import { type Exact, toText } from '../model/exact.ts';
import type { Criterion, Leaf, Rubric, Scoring } from '../model/rubric.ts';
import type { Language, Words } from '../model/words.ts';
import { policiesData } from './ranking-data.ts';

export interface RubricOptions {
  readonly lang: Language;
  /** A rule in words, for a node of maximum `max`. */
  readonly tell: (scoring: Scoring, max: Exact) => Words;
}

/** One node for machines; a parent has no source and no rule. */
interface NodeRow {
  readonly level: 'domain' | 'criterion' | 'part' | 'bonus' | 'penalty';
  readonly id: string;
  readonly parent: string | null;
  readonly title: string;
  readonly max: string;
  readonly source: string | null;
  readonly evidence: boolean;
  readonly exempt: boolean;
  readonly rule: string | null;
  readonly words: string | null;
}

function nodeRows(rubric: Rubric, { lang, tell }: RubricOptions): readonly NodeRow[] {
  const parent = { source: null, evidence: false, exempt: false, rule: null, words: null };
  const common = (node: { id: string; title: string; max: Exact }) => {
    return { id: node.id, title: node.title, max: toText(node.max) };
  };
  const scored = (leaf: { rule: Scoring; max: Exact; evidence: boolean }) => {
    return { evidence: leaf.evidence, rule: leaf.rule.type, words: tell(leaf.rule, leaf.max)[lang] };
  };
  const rows = rubric.domains.flatMap((domain): readonly NodeRow[] => [
    { level: 'domain', parent: null, ...common(domain), ...parent },
    ...domain.criteria.flatMap((position): readonly NodeRow[] => {
      const criterion = rubric.criteria[position] as Criterion;
      const row = (leaf: Leaf, level: 'criterion' | 'part', above: string): NodeRow => {
        return { level, parent: above, ...common(leaf), source: leaf.source, exempt: leaf.exemptible, ...scored(leaf) };
      };
      const leaves = criterion.leaves.map((at) => rubric.leaves[at] as Leaf);
      if (!criterion.hasParts) return leaves.map((leaf) => row(leaf, 'criterion', domain.id));
      const own: NodeRow = { level: 'criterion', parent: domain.id, ...common(criterion), ...parent };
      return [own, ...leaves.map((leaf) => row(leaf, 'part', criterion.id))];
    }),
  ]);
  const beyond = rubric.adjustments.map((one): NodeRow => {
    return { level: one.kind, parent: null, ...common(one), source: null, exempt: false, ...scored(one) };
  });
  return [...rows, ...beyond];
}

/** A row a node. */
export function rubricFlat(rubric: Rubric, options: RubricOptions): Flat {
  return {
    columns: ['level', 'id', 'parent', 'title', 'max', 'source', 'evidence', 'exempt', 'rule', 'words'],
    rows: nodeRows(rubric, options).map((row) => [
      text(row.level),
      text(row.id),
      text(row.parent ?? ''),
      text(row.title),
      number(row.max),
      text(row.source ?? ''),
      text(row.evidence ? 'required' : ''),
      text(row.exempt ? 'allowed' : ''),
      text(row.rule ?? ''),
      text(row.words ?? ''),
    ]),
  };
}

/** The rubric's policies, and the tree as a list of nodes that name their parents. */
export function rubricData(rubric: Rubric, options: RubricOptions): object {
  const nodes = nodeRows(rubric, options).map(
    ({ level, id, parent, title, max, source, evidence, exempt, rule, words: told }) => {
      return { level, id, parent, title, max, source, evidence, exempt, rule, words: told };
    },
  );
  return { schema: 'parindex/rubric/1', ...policiesData(rubric), nodes };
}
