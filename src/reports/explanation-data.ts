/** An explanation for machines: JSON, and a flat table with a row a leaf and adjustment. */
import { type Cell, type Flat, number, text, written } from '../model/document.ts';
import { type Exact, toFractionText, toText } from '../model/exact.ts';
import type {
  Decision,
  ExplainedCriterion,
  ExplainedDomain,
  Explanation,
  Neighbour,
  Story,
} from '../model/explanation.ts';
import { nodeOf, type Rubric } from '../model/rubric.ts';
import type { Figure } from '../model/scoreboard.ts';
import { shown } from './figures.ts';

export const EXPLANATION_SCHEMA = 'parindex/explanation/1';

/** Keys in a fixed order; figures rounded for showing are decimals, those called `exact` fractions, all as texts. */
export function explanationData(explanation: Explanation, node?: string): object {
  const { board, group, standing, kinds, scale, ratio, gates, above, below, equals } = explanation;
  const { rubric } = group;
  const bands = rubric.grades?.bands ?? [];
  return {
    schema: EXPLANATION_SCHEMA,
    year: board.year ?? null,
    basis: board.basis,
    rubric: { id: rubric.id, title: rubric.title, sha256: rubric.sha256 },
    group: { id: group.id, name: group.name },
    unit: standing.unit.id,
    name: standing.unit.name,
    rank: standing.rank ?? null,
    tied: standing.tied,
    total: { exact: toFractionText(standing.total), rounded: shown(standing.points, rubric) },
    rounding: { at: rubric.rounding.at, decimals: rubric.rounding.decimals },
    scale: toText(scale),
    max: toText(standing.max),
    index: {
      exact: standing.exact === undefined ? null : toFractionText(standing.exact),
      of_rounded_points: ratio === undefined ? null : toFractionText(ratio),
      shown: standing.index === undefined ? null : shown(standing.index, rubric),
    },
    grade:
      standing.grade === undefined
        ? null
        : {
            id: bands[standing.grade.at]?.id ?? null,
            by_index: bands[standing.grade.byIndex]?.id ?? null,
            from: optional(bands[standing.grade.byIndex]?.from),
            next_from: optional(bands[standing.grade.byIndex - 1]?.from),
            gates: gates.map(({ below: bound, cap, lowest, holds }) => ({
              below: toText(bound),
              cap: bands[cap]?.id ?? null,
              lowest:
                lowest === undefined
                  ? null
                  : { node: nodeOf(rubric, lowest.node).id, index: toFractionText(lowest.index) },
              holds,
            })),
          },
    above: above === undefined ? null : neighbourData(above, rubric),
    equals: equals.map((each) => neighbourData(each, rubric)),
    below: below === undefined ? null : neighbourData(below, rubric),
    adjustment_kinds: kinds.map(({ kind, sum, cap, counted }) => ({
      kind,
      given: toFractionText(sum),
      cap: optional(cap),
      counted: toFractionText(counted),
    })),
    node: node ?? null,
    domains: domainsOf(explanation, node).map((domain) => ({
      ...nodeData(domain.node, domain.figure),
      sum: toFractionText(domain.sum),
      criteria: domain.criteria.map((criterion) => ({
        ...nodeData(criterion.node, criterion.figure),
        leaves: criterion.stories.map((story) => storyData(story)),
      })),
    })),
    adjustments: adjustmentsOf(explanation, node).map(storyData),
  };
}

function optional(value: Exact | undefined): string | null {
  return value === undefined ? null : toText(value);
}

function nodeData({ id, title }: { readonly id: string; readonly title: string }, { points, max, index }: Figure) {
  return {
    id,
    title,
    points: toFractionText(points),
    max: toText(max),
    index: index === undefined ? null : toFractionText(index),
  };
}

function neighbourData({ standing, decision }: Neighbour, rubric: Rubric): object {
  return { unit: standing.unit.id, rank: standing.rank ?? null, ...decisionData(decision, rubric) };
}

/** What set two units apart; `decided_by` is `index`, the id of a node, or null. */
export function decisionData(decision: Decision, rubric: Rubric): object {
  if (decision.by === 'index') return { decided_by: 'index', gap: toFractionText(decision.gap) };
  if (decision.by === 'nothing') return { decided_by: null };
  const { node, own, other } = decision;
  const index = (value: Exact | undefined): string | null => (value === undefined ? null : toFractionText(value));
  return { decided_by: nodeOf(rubric, node).id, own: index(own), other: index(other) };
}

/** One leaf or adjustment, figures as fractions, words in both languages. */
export function storyData(story: Story): object {
  const fraction = (value: Exact | undefined): string | null => (value === undefined ? null : toFractionText(value));
  return {
    id: story.node.id,
    title: story.node.title,
    state: story.state,
    source: story.source ?? null,
    cells: story.cells.map(({ column, text: value, place, counts }) => ({
      column,
      value,
      file: place.file,
      line: place.line,
      field: place.column,
      ...(place.cell === undefined ? {} : { sheet: place.sheet, cell: place.cell }),
      counts,
    })),
    rule: story.rule,
    because: story.because ?? null,
    peers: (story.peers ?? []).map(({ which, unit, place, others }) => ({
      ...{ which, unit: unit.id, name: unit.name, file: place.file, line: place.line, others },
    })),
    by_rule: fraction(story.byRule),
    before_rounding: fraction(story.before),
    points: fraction(story.points),
    max: toText(story.node.max),
    lost: fraction(story.lost),
    evidence: story.evidence,
    note: story.note,
  };
}

/** The domains, down to the node asked for. */
function domainsOf({ domains }: Explanation, node: string | undefined): readonly ExplainedDomain[] {
  if (node === undefined) return domains;
  const keep = (criterion: ExplainedCriterion): readonly ExplainedCriterion[] => {
    if (criterion.node.id === node) return [criterion];
    const stories = criterion.stories.filter((story) => story.node.id === node);
    return stories.length === 0 ? [] : [{ ...criterion, stories }];
  };
  return domains.flatMap((domain) => {
    if (domain.node.id === node) return [domain];
    const criteria = domain.criteria.flatMap(keep);
    return criteria.length === 0 ? [] : [{ ...domain, criteria }];
  });
}

function adjustmentsOf({ adjustments }: Explanation, node: string | undefined): readonly Story[] {
  return node === undefined ? adjustments : adjustments.filter((story) => story.node.id === node);
}

/** `value`, `file`, `line` and `field` are of the cell that counts. */
export function explanationFlat(explanation: Explanation, node?: string): Flat {
  const { unit } = explanation.standing;
  const figure = (value: Exact | undefined): Cell => number(value === undefined ? '' : toText(value));
  const row = (domain: string, criterion: string, story: Story): readonly Cell[] => {
    const cell = story.cells.find(({ counts }) => counts);
    return [
      text(unit.id),
      text(domain),
      text(criterion),
      text(story.node.id),
      text(story.node.title),
      text(story.state),
      text(story.source ?? ''),
      written(cell?.text ?? ''),
      text(cell?.place.file ?? ''),
      text(cell === undefined ? '' : `${cell.place.line}`),
      text(cell === undefined ? '' : `${cell.place.column}`),
      text(story.because?.en ?? ''),
      figure(story.points),
      number(toText(story.node.max)),
      figure(story.lost),
      text(story.note),
    ];
  };
  return {
    columns: 'unit,domain,criterion,id,title,state,source,value,file,line,field,because,points,max,lost,note'.split(
      ',',
    ),
    rows: [
      ...domainsOf(explanation, node).flatMap(({ node: domain, criteria }) =>
        criteria.flatMap(({ node: criterion, stories }) => stories.map((story) => row(domain.id, criterion.id, story))),
      ),
      ...adjustmentsOf(explanation, node).map((story) => row('', '', story)),
    ],
  };
}
