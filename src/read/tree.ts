/** The rubric's tree: domains, criteria and leaves in the order of the file, with the laws that hold over it. */
import { leafOrParent, lookAlikeIds, maxNotSum, repeatedId } from '../faults/rubric.ts';
import { itemsAboveMax, maxUnreachable, pointsOutOfRange } from '../faults/rules.ts';
import { type Diagnostic, type Fault, raise, see } from '../model/diagnostic.ts';
import { type Exact, equal, sum, toText } from '../model/exact.ts';
import type { Place } from '../model/place.ts';
import type { Adjustment, Criterion, Domain, Leaf, Node, Scoring } from '../model/rubric.ts';
import { ruleOf } from '../rules/index.ts';
import { priceFlaws } from '../rules/price.ts';
import type { Flaw, LeafContext } from '../rules/rule.ts';
import type { RubricFile } from './rubric-schema.ts';
import type { Path, Yaml } from './yaml.ts';

type DomainFile = RubricFile['domains'][number];
type CriterionFile = DomainFile['criteria'][number];
type LeafFile = NonNullable<CriterionFile['parts']>[number];

export interface Tree {
  readonly domains: Domain[];
  readonly criteria: Criterion[];
  readonly leaves: Leaf[];
  readonly adjustments: Adjustment[];
  readonly diagnostics: Diagnostic[];
}

interface Build extends Tree {
  readonly yaml: Yaml;
  /** Where each id was first given. */
  readonly ids: Map<string, Place>;
}

/** Errors: repeated-id, look-alike-ids, max-not-sum, leaf-or-parent, and the flaws of each rule's options. */
export function readTree(rubric: RubricFile, yaml: Yaml): Tree {
  const build: Build = {
    domains: [],
    criteria: [],
    leaves: [],
    adjustments: [],
    diagnostics: [],
    yaml,
    ids: new Map(),
  };
  rubric.domains.forEach((domain, at) => {
    addDomain(build, domain, ['domains', at]);
  });
  rubric.adjustments?.forEach((adjustment, at) => {
    const path = ['adjustments', at];
    const { kind, evidence, rule, title = adjustment.id } = adjustment;
    const node = nodeOf(build, { ...adjustment, title }, path);
    proveRule(build, rule, { leaf: node.id, max: node.max, source: 'adjustment' }, path);
    build.adjustments.push({
      ...node,
      kind,
      evidence: evidence !== undefined,
      rule,
    });
  });
  proveIds(build);
  return build;
}

function addDomain(build: Build, file: DomainFile, path: Path): void {
  const at = build.domains.length;
  const node = nodeOf(build, file, path);
  const first = {
    criteria: build.criteria.length,
    leaves: build.leaves.length,
  };
  file.criteria.forEach((criterion, index) => {
    addCriterion(build, criterion, at, file.exempt !== undefined, [...path, 'criteria', index]);
  });
  const criteria = positions(first.criteria, build.criteria.length);
  build.domains.push({
    ...node,
    criteria,
    leaves: positions(first.leaves, build.leaves.length),
  });
  proveSum(
    build,
    node,
    criteria.map((index) => build.criteria[index] as Criterion),
  );
}

function addCriterion(build: Build, file: CriterionFile, domain: number, exempt: boolean, path: Path): void {
  const { parts, rule, source, evidence, cost } = file;
  const both = parts !== undefined && (rule ?? source ?? evidence ?? cost) !== undefined;
  const node = nodeOf(build, file, path);
  const at = build.criteria.length;
  const first = build.leaves.length;
  const isExemptible = exempt || file.exempt !== undefined;
  if (both || (parts === undefined && rule === undefined)) {
    build.diagnostics.push(
      raise(leafOrParent, build.yaml.place([...path, 'id']), {
        id: file.id,
        both,
      }),
    );
  } else if (parts !== undefined) {
    parts.forEach((part, index) => {
      const partPath = [...path, 'parts', index];
      addLeaf(build, part, nodeOf(build, part, partPath), { domain, criterion: at, exempt: isExemptible }, partPath);
    });
    proveSum(build, node, build.leaves.slice(first));
  } else {
    addLeaf(build, file as LeafFile, node, { domain, criterion: at, exempt: isExemptible }, path);
  }
  const leaves = positions(first, build.leaves.length);
  build.criteria.push({
    ...node,
    domain,
    leaves,
    hasParts: parts !== undefined,
  });
}

function addLeaf(
  build: Build,
  file: LeafFile,
  node: Node,
  above: {
    readonly domain: number;
    readonly criterion: number;
    readonly exempt: boolean;
  },
  path: Path,
): void {
  const { source = 'appraised', evidence, exempt, rule, cost } = file;
  const context = { leaf: file.id, max: file.max, source };
  proveRule(build, rule, context, path);
  if (cost !== undefined) tellFlaws(build, priceFlaws(cost, rule, context), [...path, 'cost'], path);
  const { domain, criterion } = above;
  const exemptible = above.exempt || exempt !== undefined;
  build.leaves.push({
    ...node,
    source,
    evidence: evidence !== undefined,
    exemptible,
    rule,
    ...(cost === undefined ? {} : { price: cost }),
    domain,
    criterion,
  });
}

function nodeOf(
  build: Build,
  file: {
    readonly id: string;
    readonly title: string;
    readonly max: Exact;
    readonly note?: string | undefined;
    readonly from?: readonly string[] | undefined;
  },
  path: Path,
): Node {
  const { id, title, max, note, from } = file;
  const { yaml, ids, diagnostics } = build;
  const place = yaml.place([...path, 'id']);
  const first = ids.get(id);
  if (first === undefined) ids.set(id, place);
  else {
    diagnostics.push(raise(repeatedId, place, { id }, { related: see('first', first) }));
  }
  const maxPlace = yaml.place([...path, 'max']);
  return {
    id,
    title,
    max,
    place,
    maxPlace,
    ...(note === undefined ? {} : { note }),
    ...(from === undefined
      ? {}
      : { from: from.map((origin, at) => ({ id: origin, place: yaml.place([...path, 'from', at]) })) }),
  };
}

function proveSum(build: Build, parent: Node, children: readonly Node[]): void {
  const total = sum(children.map((child) => child.max));
  if (equal(total, parent.max)) return;
  const parts = children.map((child) => toText(child.max)).join(' + ');
  const facts = { id: parent.id, max: toText(parent.max), sum: toText(total), parts };
  build.diagnostics.push(raise(maxNotSum, parent.maxPlace, facts));
}

/** Flaws whose other half is the maximum of the leaf. */
const AGAINST_MAX: ReadonlySet<Fault> = new Set([
  pointsOutOfRange,
  maxUnreachable,
  itemsAboveMax,
] as unknown as Fault[]);

function proveRule(build: Build, rule: Scoring, context: LeafContext, path: Path): void {
  tellFlaws(build, ruleOf(rule).flaws(rule.options, context), [...path, 'rule'], path);
}

/** Flaws at paths below one key of the node at `node`. */
function tellFlaws({ yaml, diagnostics }: Build, flaws: readonly Flaw[], path: Path, node: Path): void {
  for (const { fault, facts, path: below, isKey } of flaws) {
    const at = [...path, ...below];
    const related = AGAINST_MAX.has(fault) ? see('max', yaml.place([...node, 'max'])) : [];
    diagnostics.push(raise(fault, isKey ? yaml.keyPlace(at) : yaml.place(at), facts, { related }));
  }
}

/** `1.10` beside `1.1`: the one becomes the other in a spreadsheet's cell. */
function proveIds(build: Build): void {
  for (const [id, place] of build.ids) {
    const other = /^([0-9]+\.[0-9]*?)0+$/.exec(id)?.[1]?.replace(/\.$/, '');
    if (other === undefined || !build.ids.has(other)) continue;
    const related = see('other', build.ids.get(other));
    build.diagnostics.push(raise(lookAlikeIds, place, { id, other, safe: `TC${id}` }, { related }));
  }
}

function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
