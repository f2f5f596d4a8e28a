/** The rubric's policies: stages, rounding, ranks, grades and gates, their names resolved to nodes of the tree. */
import {
  badStages,
  boundsCrossed,
  gradeEnds,
  gradesNotFalling,
  onePolicy,
  repeatedGrade,
  unknownNode,
} from '../faults/rubric.ts';
import { type Diagnostic, raise, see } from '../model/diagnostic.ts';
import { FIXED_COLUMNS } from '../model/entry.ts';
import { compare, toText } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import {
  APPRAISED,
  type Gate,
  type GradeBand,
  type GradePolicy,
  type NodeRef,
  type RankPolicy,
  type Rounding,
} from '../model/rubric.ts';
import type { RubricFile } from './rubric-schema.ts';
import type { Tree } from './tree.ts';
import type { Path, Yaml } from './yaml.ts';

export interface Policies {
  readonly stages: readonly string[];
  readonly rounding: Rounding;
  readonly rank: RankPolicy;
  readonly grades?: GradePolicy;
  readonly diagnostics: readonly Diagnostic[];
}

/** Errors: bad-stages, unknown-node, one-of-keys, grades-not-falling, grade-ends, repeated-id, bounds-crossed. */
export function readPolicies(file: RubricFile, tree: Tree, yaml: Yaml): Policies {
  const diagnostics: Diagnostic[] = [];
  const resolve = nodeResolver(tree, yaml, diagnostics);
  const { stages = ['self', APPRAISED], rounding = { at: 'total', decimals: 2 } } = file;
  diagnostics.push(...stageFaults(stages, yaml), ...boundFaults(file, yaml));
  const breaks = (file.rank?.break ?? []).flatMap((item, at) => {
    const refs = resolve(item, ['rank', 'break', at], ['domain', 'criterion']);
    return refs.length === 1 ? refs : [];
  });
  const grades = file.grades && readGrades(file.grades, resolve, yaml, diagnostics);
  return {
    stages,
    rounding,
    rank: {
      on: file.rank?.on ?? 'rounded',
      ties: file.rank?.ties ?? 'competition',
      breaks,
    },
    ...(grades ? { grades } : {}),
    diagnostics,
  };
}

function* stageFaults(stages: readonly string[], yaml: Yaml): Generator<Diagnostic> {
  const fault = (why: Parameters<typeof badStages.message.en>[0]['why'], name: string, at: Path) =>
    raise(badStages, yaml.place(['stages', ...at]), { why, name });
  if (!stages.includes(APPRAISED)) yield fault('no-appraised', APPRAISED, []);
  if (stages.indexOf('self') > 0) yield fault('self-not-first', 'self', [stages.indexOf('self')]);
  for (const [at, name] of stages.entries()) {
    if (stages.indexOf(name) < at) yield fault('repeated', name, [at]);
    if ((FIXED_COLUMNS as readonly string[]).includes(name)) yield fault('reserved', name, [at]);
  }
}

function* boundFaults(file: RubricFile, yaml: Yaml): Generator<Diagnostic> {
  const { min, max } = file.index ?? {};
  if (min && max && compare(min, max) >= 0) {
    yield raise(boundsCrossed, yaml.place(['index']), {
      min: toText(min),
      max: toText(max),
    });
  }
}

type NodeKey = 'each' | 'domain' | 'criterion';
type NodeNames = { readonly [key in NodeKey]?: string | undefined };
/** `keys` are those of which exactly one is asked. */
type Resolve = (names: NodeNames, path: Path, keys: readonly NodeKey[]) => readonly NodeRef[];

/** Finds the nodes that a tie-break or gate names; a name that is nowhere, or none or two of them, is a fault. */
function nodeResolver(tree: Tree, yaml: Yaml, diagnostics: Diagnostic[]): Resolve {
  const domains = new Map(tree.domains.map(({ id }, at) => [id, { level: 'domain', at } as NodeRef]));
  const criteria = new Map(tree.leaves.map(({ id }, at) => [id, { level: 'leaf', at } as NodeRef]));
  tree.criteria.forEach(({ id }, at) => {
    criteria.set(id, { level: 'criterion', at });
  });
  const find = (
    id: string,
    among: ReadonlyMap<string, NodeRef>,
    kind: 'domain' | 'criterion',
    path: Path,
  ): readonly NodeRef[] => {
    const ref = among.get(id);
    if (ref) return [ref];
    const guess = nearest(id, [...among.keys()]);
    diagnostics.push(
      raise(unknownNode, yaml.place(path), {
        id,
        kind,
        ...(guess ? { nearest: guess } : {}),
      }),
    );
    return [];
  };
  return (names, path, keys) => {
    const given = keys.filter((key) => names[key] !== undefined);
    if (given.length !== 1) {
      diagnostics.push(raise(onePolicy, yaml.place(path), { keys: keys.join(', ') }));
      return [];
    }
    if (names.each === 'domain') return [...domains.values()];
    if (names.each === 'criterion') return tree.criteria.map((_, at) => ({ level: 'criterion', at }));
    if (names.domain !== undefined) return find(names.domain, domains, 'domain', [...path, 'domain']);
    return find(names.criterion as string, criteria, 'criterion', [...path, 'criterion']);
  };
}

function readGrades(
  file: NonNullable<RubricFile['grades']>,
  resolve: Resolve,
  yaml: Yaml,
  diagnostics: Diagnostic[],
): GradePolicy {
  const bands: readonly GradeBand[] = file.bands.map(({ id, name, from }) => ({
    id,
    name,
    ...(from ? { from } : {}),
  }));
  diagnostics.push(...bandFaults(bands, yaml));
  const gates = (file.gates ?? []).flatMap((gate, index): readonly Gate[] => {
    const path = ['grades', 'gates', index];
    const cap = bands.findIndex((band) => band.id === gate.cap);
    if (cap === -1) {
      const guess = nearest(
        gate.cap,
        bands.map((band) => band.id),
      );
      const facts = {
        id: gate.cap,
        kind: 'grade' as const,
        ...(guess ? { nearest: guess } : {}),
      };
      diagnostics.push(raise(unknownNode, yaml.place([...path, 'cap']), facts));
    }
    return [{ nodes: resolve(gate, path, ['each', 'domain', 'criterion']), below: gate.below, cap }];
  });
  return { on: file.on ?? 'rounded', bands, gates };
}

function* bandFaults(bands: readonly GradeBand[], yaml: Yaml): Generator<Diagnostic> {
  for (const [at, { id, from }] of bands.entries()) {
    const path = ['grades', 'bands', at];
    const last = at === bands.length - 1;
    const above = bands[at - 1]?.from;
    if ((from === undefined) !== last) yield raise(gradeEnds, yaml.place(path), { grade: id, last });
    if (from && above && compare(from, above) >= 0) {
      const facts = { grade: id, from: toText(from), above: toText(above) };
      const related = see('other', yaml.place(['grades', 'bands', at - 1, 'from']));
      yield raise(gradesNotFalling, yaml.place([...path, 'from']), facts, { related });
    }
    const first = bands.findIndex((band) => band.id === id);
    if (first < at) {
      const related = see('first', yaml.place(['grades', 'bands', first, 'id']));
      yield raise(repeatedGrade, yaml.place([...path, 'id']), { grade: id }, { related });
    }
  }
}
