/**
 * Two cases that differ in one cell: one unit has more of what a rising rule counts.
 */
import type { Band, Case, Names, Row, Rule } from './case.ts';
import { readBound, readCount, readList, readNumber, readShare } from './cell.ts';
import { type Draw, exact, portion } from './draw.ts';
import { compare, type Fraction, subtract, zero } from './fraction.ts';
import { drawRule, type RuleType } from './generate-rule.ts';
import { drawPrevious, drawValue } from './generate-value.ts';

export interface Rise {
  readonly before: Case;
  readonly after: Case;
  readonly unit: string;
}

/** Types whose points never fall as their value rises, or are made so here; levels have no order of their own. */
const rising: readonly RuleType[] = [
  ...(['given', 'bands', 'proportional', 'piecewise', 'per-item', 'deduct', 'checklist'] as const),
  ...(['best-of', 'survey', 'relative', 'growth'] as const),
];

export function drawRise(draw: Draw): Rise {
  const maxima = Array.from({ length: draw.between(2, 4) }, () => draw.one(['1', '2', '2.5', '5']));
  const rules = maxima.map((max) => risingRule(draw, draw.one(rising), max));
  const leaves = maxima.map((max, at) => ({ id: `1.${at + 1}`, max, rule: rules[at] as Rule }));
  const units = Array.from({ length: draw.between(2, 5) }, (_, at) => ({
    id: `don-vi-${at + 1}`,
    rows: leaves.map((leaf) => drawRow(draw, leaf)),
  }));
  const chosen = draw.one(units);
  const leaf = draw.one(leaves);
  const old = chosen.rows.find(({ of }) => of === leaf.id) as Row;
  const [less, more] = ordered(draw, leaf.rule, leaf.max, old);
  const whole = draftCase(draw, leaves);
  const withRow = (row: Row): Case => ({
    ...whole,
    units: units.map(({ id, rows }) => ({
      ...{ id, name: id, group: 'huyen', unranked: false },
      rows: id === chosen.id ? rows.map((each) => (each.of === leaf.id ? row : each)) : rows,
    })),
  });
  return { before: withRow(less), after: withRow(more), unit: chosen.id };
}

interface Node {
  readonly id: string;
  readonly max: string;
  readonly rule: Rule;
}

function draftCase(draw: Draw, leaves: readonly Node[]): Omit<Case, 'units'> {
  const hasPeers = leaves.some(({ rule }) => rule.type === 'relative');
  const max = leaves.reduce((total, leaf) => subtract(total, subtract(zero, exact(leaf.max))), zero);
  const domain = {
    ...{ id: '1', title: 'Lĩnh vực', max: portion(max, 1, 1), exempt: false },
    criteria: leaves.map((leaf) => ({
      ...{ ...leaf, title: 'Tiêu chí', exempt: false, evidence: false },
      ...(leaf.rule.type === 'survey' ? { source: 'survey' as const } : {}),
    })),
  };
  const rubric = {
    ...{ id: 'mot', title: 'Bộ tiêu chí', domains: [domain] },
    rounding: { at: draw.one(['leaf', 'domain', 'total']), decimals: draw.one([0, 1, 2, 3]) },
    rank: {
      on: draw.one(['rounded', 'exact']),
      // Where one unit's value moves those of others, classes above may part, and a dense rank counts classes.
      ties: hasPeers ? ('competition' as const) : draw.one(['competition', 'dense']),
      break: [{ criterion: draw.one(leaves).id }],
    },
    grades: {
      on: draw.one(['rounded', 'exact']),
      bands: [
        { id: 'tot', name: 'Tốt', from: '80' },
        { id: 'kha', name: 'Khá', from: '50' },
        { id: 'yeu', name: 'Yếu' },
      ],
      gates: [{ on: { each: 'criterion' as const }, below: '50', cap: 'kha' }],
    },
  };
  return { year: '2019', rubrics: [rubric] };
}

function risingRule(draw: Draw, type: RuleType, max: string): Rule {
  const rule = drawRule(draw, type, exact(max), false);
  switch (rule.type) {
    case 'bands':
      return { ...rule, bands: risingBands(rule.bands) };
    case 'piecewise': {
      const points = byNumber(rule.curve.map((corner) => corner.points));
      return { ...rule, curve: rule.curve.map(({ at }, index) => ({ at, points: points[index] as string })) };
    }
    case 'proportional':
      return { ...rule, zeroOverZero: undefined };
    case 'growth':
      return rule.bands === undefined ? rule : { ...rule, bands: risingBands(rule.bands) };
    case 'survey':
      return { type: 'survey' };
    default:
      return rule;
  }
}

/** The bands from the lowest up, with their points in the order of their values. */
function risingBands(bands: readonly Band[]): readonly Band[] {
  const lowest = bands.filter((band) => band.from === undefined && band.above === undefined);
  const others = bands.filter((band) => !lowest.includes(band));
  const low = (band: Band) => readBound(band.from ?? band.above ?? '');
  const upward = [...lowest, ...others.toSorted((left, right) => compare(low(left), low(right)))];
  const points = byNumber(bands.map((band) => band.points));
  return upward.map((band, at) => ({ ...band, points: points[at] as string }));
}

function byNumber(points: readonly string[]): readonly string[] {
  return points.toSorted((left, right) => compare(exact(left), exact(right)));
}

function drawRow(draw: Draw, { id, rule, max }: Node): Row {
  const previous = rule.type === 'growth' ? drawPrevious(draw, rule) : undefined;
  const value = drawValue(draw, rule, exact(max), previous ?? '');
  return {
    of: id,
    ...(rule.type === 'survey' ? { stages: {}, survey: value } : { stages: { appraised: value } }),
    ...(previous === undefined ? {} : { previous }),
  };
}

/** The row with less and with more. */
function ordered(draw: Draw, rule: Rule, max: string, row: Row): readonly [Row, Row] {
  const values = [drawValue(draw, rule, exact(max), row.previous ?? ''), row.survey ?? row.stages['appraised'] ?? ''];
  const [less, more] = inOrder(rule, values as [string, string]);
  const withValue = (value: string): Row =>
    row.survey === undefined ? { ...row, stages: { appraised: value } } : { ...row, survey: value };
  return [withValue(less), withValue(more)];
}

function inOrder(rule: Rule, [one, other]: readonly [string, string]): readonly [string, string] {
  switch (rule.type) {
    case 'checklist': {
      const names = 'allOf' in rule ? rule.allOf : (rule.items as Names).map(([name]) => name);
      const met = new Set([...readList(one), ...readList(other)]);
      const both = names.filter((name) => met.has(name.normalize('NFC')));
      return [one, both.length === 0 ? one : both.join(';')];
    }
    case 'best-of': {
      // A case more beside those already there.
      const named = new Set(one.split(' | ').map((part) => part.slice(0, part.indexOf('='))));
      const further = other.split(' | ').filter((part) => !named.has(part.slice(0, part.indexOf('='))));
      return [one, [one, ...further].join(' | ')];
    }
    case 'deduct':
      return byValue(readCount, other, one, -1);
    case 'per-item':
      return byValue(readCount, one, other, 1);
    default:
      return byValue((text) => (/[%/]/.test(text) ? readShare(text) : readNumber(text)), one, other, 1);
  }
}

function byValue(
  read: (text: string) => Fraction,
  one: string,
  other: string,
  direction: 1 | -1,
): readonly [string, string] {
  return compare(read(one), read(other)) * direction <= 0 ? [one, other] : [other, one];
}
