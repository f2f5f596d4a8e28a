/** Assessments for tests, built from short texts: no file, no rule's reading of cells. */

import type { Assessment, LeafColumns, Sheet, Unit } from '../../src/model/assessment.ts';
import { createFlags } from '../../src/model/assessment.ts';
import { createColumn, setExact, setExempt } from '../../src/model/column.ts';
import { valueColumns } from '../../src/model/entry.ts';
import { type Exact, parseFraction, sum } from '../../src/model/exact.ts';
import type { Place } from '../../src/model/place.ts';
import { createAnchors, createPlaces } from '../../src/model/places.ts';
import type { Leaf, NodeRef, Rubric, Scoring, Sense, Source } from '../../src/model/rubric.ts';

/** A number of a test: `0.5` or `1/3`. */
export function num(text: string): Exact {
  const value = parseFraction(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

export interface LeafSpec {
  readonly max: string;
  readonly rule?: Scoring;
  readonly source?: Source;
}

/** By id: a leaf, or a criterion with its parts. */
export type CriteriaSpec = Readonly<Record<string, LeafSpec | { readonly parts: Readonly<Record<string, LeafSpec>> }>>;

export interface RubricSpec {
  readonly domains: Readonly<Record<string, CriteriaSpec>>;
  readonly stages?: readonly string[];
  readonly rounding?: Rubric['rounding'];
  readonly rank?: { readonly on?: Sense; readonly ties?: 'competition' | 'dense'; readonly breaks?: readonly string[] };
  readonly missing?: 'error' | 'zero';
  readonly bounds?: { readonly min?: string; readonly max?: string };
  readonly grades?: {
    readonly on?: Sense;
    readonly bands: readonly (readonly [id: string, from?: string])[];
    readonly gates?: readonly { readonly nodes: readonly string[]; readonly below: string; readonly cap: string }[];
  };
  readonly adjustments?: Readonly<
    Record<string, { readonly kind: 'bonus' | 'penalty'; readonly max: string; readonly rule?: Scoring }>
  >;
  readonly caps?: { readonly bonus?: string; readonly penalty?: string };
}

/** A value on the last stage (for a survey leaf the survey's), or several columns by name; `n/a` is exempt. */
export type CellSpec = string | Readonly<Record<string, string>>;

export interface UnitSpec {
  readonly id: string;
  readonly group?: string;
  readonly ranked?: boolean;
  readonly cells: Readonly<Record<string, CellSpec>>;
}

/** Points are given as they are. */
export const GIVEN: Scoring = { type: 'given', options: {} };

const PLACE: Place = { file: 'rubric.yaml', line: 1, column: 1 };

export function buildRubric(spec: RubricSpec): Rubric {
  const tree = buildTree(spec);
  const refs = refsOf(tree);
  const nodes = (ids: readonly string[]): NodeRef[] => ids.map((id) => refs.get(id) as NodeRef);
  const { rank = {}, grades, bounds = {}, caps = {} } = spec;
  const position = (cap: string): number => grades?.bands.findIndex(([id]) => id === cap) ?? -1;
  return {
    id: 'test',
    title: 'Test',
    appliesTo: [],
    stages: spec.stages ?? ['self', 'appraised'],
    rounding: spec.rounding ?? { at: 'total', decimals: 2 },
    rank: { on: rank.on ?? 'rounded', ties: rank.ties ?? 'competition', breaks: nodes(rank.breaks ?? []) },
    missing: spec.missing ?? 'error',
    indexBounds: numbers(bounds),
    ...(grades === undefined
      ? {}
      : {
          grades: {
            on: grades.on ?? 'rounded',
            bands: grades.bands.map(([id, from]) => ({
              id,
              name: id,
              ...(from === undefined ? {} : { from: num(from) }),
            })),
            gates: (grades.gates ?? []).map(({ nodes: ids, below, cap }) => ({
              nodes: nodes(ids),
              below: num(below),
              cap: position(cap),
            })),
          },
        }),
    ...tree,
    adjustments: Object.entries(spec.adjustments ?? {}).map(([id, { kind, max, rule }]) => ({
      ...node(id, num(max)),
      kind,
      evidence: false,
      rule: rule ?? GIVEN,
    })),
    adjustmentCaps: numbers(caps),
    scale: sum(tree.domains.map(({ max }) => max)),
    sha256: '',
    file: 'rubric.yaml',
  };
}

/** One sheet of units, all of one rubric. */
export function buildSheet(rubric: Rubric, units: readonly UnitSpec[]): Sheet {
  return {
    rubric,
    units: units.map(({ id, group, ranked }) => ({ ...unitOf(id, group), ranked: ranked ?? true })),
    leaves: rubric.leaves.map((leaf) => buildColumns(leaf.id, valueColumns(rubric.stages, leaf.source), units)),
    adjustments: rubric.adjustments.map(({ id }) => buildColumns(id, rubric.stages, units)),
  };
}

export function buildAssessment(...sheets: readonly Sheet[]): Assessment {
  const groups = new Set(sheets.flatMap(({ units }) => units.map(({ group }) => group)));
  return { groups: [...groups].map((id) => ({ id, name: id })), sheets, files: [], leftOut: [] };
}

/** A rubric and its units in one step. */
export function build(spec: RubricSpec, units: readonly UnitSpec[]): Assessment {
  return buildAssessment(buildSheet(buildRubric(spec), units));
}

function buildTree(spec: RubricSpec): Pick<Rubric, 'domains' | 'criteria' | 'leaves'> {
  const domains: Rubric['domains'][number][] = [];
  const criteria: Rubric['criteria'][number][] = [];
  const leaves: Leaf[] = [];
  for (const [domainId, criteriaSpec] of Object.entries(spec.domains)) {
    const [firstCriterion, firstLeaf] = [criteria.length, leaves.length];
    for (const [id, criterion] of Object.entries(criteriaSpec)) {
      const first = leaves.length;
      const parts = 'parts' in criterion ? criterion.parts : { [id]: criterion };
      for (const [leafId, { max, rule, source }] of Object.entries(parts)) {
        leaves.push({
          ...node(leafId, num(max)),
          source: source ?? 'appraised',
          evidence: false,
          exemptible: true,
          rule: rule ?? GIVEN,
          domain: domains.length,
          criterion: criteria.length,
        });
      }
      const own = range(first, leaves.length);
      const max = sum(leaves.slice(first).map((leaf) => leaf.max));
      criteria.push({ ...node(id, max), domain: domains.length, leaves: own, hasParts: 'parts' in criterion });
    }
    domains.push({
      ...node(domainId, sum(leaves.slice(firstLeaf).map(({ max }) => max))),
      criteria: range(firstCriterion, criteria.length),
      leaves: range(firstLeaf, leaves.length),
    });
  }
  return { domains, criteria, leaves };
}

function refsOf(tree: Pick<Rubric, 'domains' | 'criteria' | 'leaves'>): ReadonlyMap<string, NodeRef> {
  return new Map<string, NodeRef>([
    ...tree.leaves.map(({ id }, at) => [id, { level: 'leaf', at }] as const),
    ...tree.criteria.map(({ id }, at) => [id, { level: 'criterion', at }] as const),
    ...tree.domains.map(({ id }, at) => [id, { level: 'domain', at }] as const),
  ]);
}

function buildColumns(id: string, names: readonly string[], units: readonly UnitSpec[]): LeafColumns {
  const values = names.map(() => createColumn(units.length));
  const columns: LeafColumns = {
    values,
    overrides: new Map(),
    exemptNotes: new Map(),
    texts: new Map(),
    flags: createFlags(),
    places: createPlaces(createAnchors(units.length)),
  };
  for (const [row, { cells }] of units.entries()) {
    const cell = Object.hasOwn(cells, id) ? cells[id] : undefined;
    if (cell === undefined) continue;
    const byName = typeof cell === 'string' ? { [names.at(-1) as string]: cell } : cell;
    for (const [name, text] of Object.entries(byName)) {
      if (name === 'override') columns.overrides.set(row, { points: num(text), note: 'decided' });
      else if (text === 'n/a') setExempt(values[names.indexOf(name)] as (typeof values)[number], row);
      else setExact(values[names.indexOf(name)] as (typeof values)[number], row, num(text));
    }
  }
  return columns;
}

function node(id: string, max: Exact) {
  return { id, title: id, max, place: PLACE, maxPlace: PLACE };
}

function unitOf(id: string, group = 'all'): Omit<Unit, 'ranked'> {
  return { id, name: id, group, note: '', place: PLACE };
}

function numbers<Key extends string>(texts: Readonly<Partial<Record<Key, string>>>): Partial<Record<Key, Exact>> {
  const entries = Object.entries(texts).map(([key, text]) => [key, num(text as string)]);
  return Object.fromEntries(entries) as Partial<Record<Key, Exact>>;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
