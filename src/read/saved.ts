/** A ranking that was saved as JSON (parindex/ranking/1) -> a side of a comparison. Keys that are not needed are let be. */
import * as z from 'zod';
import { notARanking } from '../faults/published.ts';
import type { LeafMark, Snapshot, SnapshotGroup, SnapshotRubric, SnapshotUnit } from '../model/comparison.ts';
import { type Reading, raise } from '../model/diagnostic.ts';
import { type Exact, parseFraction, ZERO } from '../model/exact.ts';
import { wholeFile } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { repeatedKeys } from './json-keys.ts';

const fraction = z.string().transform((text, context): Exact => {
  const value = parseFraction(text);
  if (value !== undefined) return value;
  context.addIssue({ code: 'custom', message: 'no decimal or fraction' });
  return z.NEVER;
});

const mark = z.object({
  state: z.enum(['scored', 'missing', 'exempt', 'outside']),
  points: fraction.nullable(),
});

const unit = z.object({
  unit: z.string(),
  name: z.string(),
  rank: z.int().min(1).nullable(),
  index: fraction.nullable(),
  exact: fraction.nullable(),
  grade: z.string().nullable(),
  ranked: z.boolean(),
  domains: z.array(z.object({ id: z.string(), index: fraction.nullable() })),
  successor_of: z.array(z.string()).optional(),
  adjusted: fraction.optional(),
  leaves: z.array(mark).optional(),
});

const rubric = z.object({
  id: z.string(),
  title: z.string(),
  sha256: z.string(),
  scale: fraction,
  rounding: z.object({ decimals: z.int().min(0).max(10) }),
  rank: z.object({ ties: z.enum(['competition', 'dense']) }),
  grades: z.object({ bands: z.array(z.object({ id: z.string(), name: z.string() })) }).nullable(),
  domains: z.array(z.object({ id: z.string(), title: z.string() })),
  leaves: z
    .array(z.object({ id: z.string(), title: z.string(), max: fraction, criterion: z.string(), domain: z.string() }))
    .optional(),
  origins: z.array(z.object({ node: z.string(), from: z.array(z.string()) })).optional(),
});

const ranking = z.object({
  schema: z.literal('parindex/ranking/1'),
  year: z.int().nullable(),
  note: z.string().nullable(),
  basis: z.string(),
  rubrics: z.array(rubric),
  groups: z.array(z.object({ id: z.string(), name: z.string(), rubric: z.string(), units: z.array(unit) })),
});

type Ranking = z.output<typeof ranking>;

type Rubric = Ranking['rubrics'][number];

/** Errors: not-a-ranking, repeated-key. */
export function readSaved(text: string, file: string): Reading<Snapshot> {
  const refused = (why: 'json' | 'key' | 'group', shown = '') => ({
    diagnostics: [raise(notARanking, wholeFile(file), { why, shown: visible(shown, 100) })],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('json');
  }
  const repeated = repeatedKeys(text, file);
  if (repeated.length > 0) return { diagnostics: repeated };
  const parsed = ranking.safeParse(value);
  if (!parsed.success) {
    return refused('key', parsed.error.issues[0]?.path.join('.'));
  }
  const { year, note, basis, rubrics, groups } = parsed.data;
  const wrong = groups.find(
    (group) =>
      !rubrics.some(({ id }) => id === group.rubric) ||
      group.units.some(({ leaves }) => leaves && leaves.length !== rubricOf(rubrics, group.rubric).leaves?.length) ||
      new Set(group.units.map(({ unit: id }) => id)).size < group.units.length,
  );
  if (wrong) return refused('group', wrong.id);
  return {
    value: {
      label: year === null ? file : `${year}`,
      ...(year === null ? {} : { year }),
      file,
      basis,
      remarks: note === null ? [] : [note],
      groups: groups.map((group) => groupOf(group, rubricOf(rubrics, group.rubric), file)),
    },
    diagnostics: [],
  };
}

function rubricOf(rubrics: readonly Rubric[], id: string): Rubric {
  return rubrics.find((each) => each.id === id) as Rubric;
}

function groupOf(group: Ranking['groups'][number], rubric: Rubric, file: string): SnapshotGroup {
  const { id, title, sha256, scale, leaves = [], origins = [] } = rubric;
  const own: SnapshotRubric = {
    ...{ id, title, sha256, scale, leaves },
    origins: origins.map(({ node, from }) => ({
      node,
      from: from.map((origin) => ({ id: origin, place: wholeFile(file) })),
      place: wholeFile(file),
    })),
  };
  return {
    id: group.id,
    name: group.name,
    rubric: own,
    decimals: rubric.rounding.decimals,
    ties: rubric.rank.ties,
    units: group.units.map((each) => unitOf(each, rubric)),
  };
}

function unitOf(saved: Ranking['groups'][number]['units'][number], rubric: Rubric): SnapshotUnit {
  const { unit: id, name, ranked, rank, index, exact, grade, domains, leaves, adjusted = ZERO } = saved;
  const band = rubric.grades?.bands.find((each) => each.id === grade);
  return {
    ...{ id, name, ranked, adjusted },
    ...(rank === null ? {} : { rank }),
    ...(index === null ? {} : { index }),
    ...(exact === null ? {} : { exact }),
    ...(band === undefined ? {} : { grade: band.name }),
    domains: domains.map((domain) => ({
      id: domain.id,
      title: rubric.domains.find((each) => each.id === domain.id)?.title ?? '',
      ...(domain.index === null ? {} : { index: domain.index }),
    })),
    ...(leaves === undefined ? {} : { leaves: leaves.map(markOf) }),
    successorOf: saved.successor_of ?? [],
  };
}

function markOf({ state, points }: z.output<typeof mark>): LeafMark {
  return state === 'scored' ? (points ?? 'missing') : state;
}
