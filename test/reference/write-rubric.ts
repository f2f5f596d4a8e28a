/**
 * A rubric of a case as the text of rubric.yaml: numbers and percentages bare, ids, names and titles quoted.
 */
import {
  type Adjustment,
  type Band,
  type Criterion,
  type Domain,
  type Gate,
  type Grades,
  isParent,
  type Leaf,
  type Names,
  type Rubric,
  type Rule,
  type TieBreak,
} from './case.ts';

/** A text in double quotes, which YAML reads as JSON does. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

export function rubricText(rubric: Rubric): string {
  const lines = [
    'format: 1',
    `id: ${rubric.id}`,
    `title: ${quoted(rubric.title)}`,
    ...(rubric.appliesTo === undefined ? [] : [`applies_to: [${rubric.appliesTo.map(quoted).join(', ')}]`]),
    ...(rubric.stages === undefined ? [] : [`stages: [${rubric.stages.join(', ')}]`]),
    ...(rubric.rounding === undefined
      ? []
      : [`rounding: { at: ${rubric.rounding.at}, decimals: ${rubric.rounding.decimals} }`]),
    ...rankLines(rubric),
    ...(rubric.missing === undefined ? [] : [`missing: ${rubric.missing}`]),
    ...(rubric.index === undefined ? [] : [`index: ${flow({ min: rubric.index.min, max: rubric.index.max })}`]),
    ...(rubric.grades === undefined ? [] : gradeLines(rubric.grades)),
    'domains:',
    ...rubric.domains.flatMap(domainLines),
    ...(rubric.adjustments === undefined ? [] : ['adjustments:', ...rubric.adjustments.map(adjustmentLine)]),
    ...(rubric.adjustmentCaps === undefined
      ? []
      : [`adjustment_caps: ${flow({ bonus: rubric.adjustmentCaps.bonus, penalty: rubric.adjustmentCaps.penalty })}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function rankLines({ rank }: Rubric): readonly string[] {
  if (rank === undefined) {
    return [];
  }
  return [
    `rank: { on: ${rank.on}, ties: ${rank.ties}, break: [${rank.break.map((which) => flow(node(which))).join(', ')}] }`,
  ];
}

function gradeLines({ on, bands, gates }: Grades): readonly string[] {
  const gate = ({ on: which, below, cap }: Gate) =>
    `    - ${flow({ ...('each' in which ? { each: which.each } : node(which)), below, cap: quoted(cap) })}`;
  return [
    'grades:',
    `  on: ${on}`,
    '  bands:',
    ...bands.map(({ id, name, from }) => `    - ${flow({ id: quoted(id), name: quoted(name), from })}`),
    ...(gates.length === 0 ? [] : ['  gates:', ...gates.map(gate)]),
  ];
}

function node(which: TieBreak): Record<string, string> {
  return 'domain' in which ? { domain: quoted(which.domain) } : { criterion: quoted(which.criterion) };
}

function domainLines(domain: Domain): readonly string[] {
  return [
    `  - id: ${quoted(domain.id)}`,
    `    title: ${quoted(domain.title)}`,
    `    max: ${domain.max}`,
    ...(domain.exempt ? ['    exempt: allowed'] : []),
    '    criteria:',
    ...domain.criteria.flatMap((criterion) => criterionLines(criterion)),
  ];
}

function criterionLines(criterion: Criterion): readonly string[] {
  if (!isParent(criterion)) {
    return leafLines(criterion, '      ');
  }
  return [
    `      - id: ${quoted(criterion.id)}`,
    `        title: ${quoted(criterion.title)}`,
    `        max: ${criterion.max}`,
    ...(criterion.exempt ? ['        exempt: allowed'] : []),
    '        parts:',
    ...criterion.parts.flatMap((part) => leafLines(part, '          ')),
  ];
}

function leafLines(leaf: Leaf, indent: string): readonly string[] {
  return [
    `${indent}- id: ${quoted(leaf.id)}`,
    `${indent}  title: ${quoted(leaf.title)}`,
    `${indent}  max: ${leaf.max}`,
    ...(leaf.source === undefined ? [] : [`${indent}  source: ${leaf.source}`]),
    ...(leaf.evidence ? [`${indent}  evidence: required`] : []),
    ...(leaf.exempt ? [`${indent}  exempt: allowed`] : []),
    `${indent}  rule: ${ruleText(leaf.rule)}`,
  ];
}

function adjustmentLine({ id, kind, max, rule }: Adjustment): string {
  return `  - ${flow({ id: quoted(id), kind, max, rule: ruleText(rule) })}`;
}

/** A rule on one line: `{ type: per-item, points: 0.5, cap: 2 }`. */
function ruleText(rule: Rule): string {
  switch (rule.type) {
    case 'given':
      return flow({ type: rule.type, step: rule.step });
    case 'levels':
      return flow({ type: rule.type, levels: namesText(rule.levels) });
    case 'bands':
      return flow({ type: rule.type, bands: bandsText(rule.bands), over: rule.over });
    case 'proportional':
      return flow({
        type: rule.type,
        floor: rule.floor,
        full_at: rule.fullAt,
        from: rule.from,
        zero_over_zero: rule.zeroOverZero,
        over: rule.over,
      });
    case 'piecewise': {
      const curve = `[${rule.curve.map(({ at, points }) => flow({ at, points })).join(', ')}]`;
      return flow({ type: rule.type, curve, outside: rule.outside, over: rule.over });
    }
    case 'per-item':
      return flow({ type: rule.type, points: rule.points, cap: rule.cap });
    case 'deduct':
      return flow({ type: rule.type, points: rule.points, min: rule.min });
    case 'checklist':
      return 'allOf' in rule
        ? flow({ type: rule.type, items: `[${rule.allOf.map(quoted).join(', ')}]`, all_or_nothing: 'true' })
        : flow({ type: rule.type, items: namesText(rule.items) });
    case 'best-of': {
      const alternatives = rule.alternatives.map(([name, own]) => `${quoted(name)}: ${ruleText(own)}`);
      return flow({ type: rule.type, alternatives: `{ ${alternatives.join(', ')} }` });
    }
    case 'survey':
      return flow({ type: rule.type, scale: rule.scale === undefined ? undefined : namesText(rule.scale), n: rule.n });
    case 'relative':
      return flow({ type: rule.type, method: rule.method, value: rule.value });
    case 'growth':
      return flow({
        type: rule.type,
        value: rule.value,
        measure: rule.measure,
        bands: rule.bands === undefined ? undefined : bandsText(rule.bands),
        full_at: rule.fullAt,
        floor: rule.floor,
      });
  }
}

function namesText(names: Names): string {
  return `{ ${names.map(([name, points]) => `${quoted(name)}: ${points}`).join(', ')} }`;
}

function bandsText(bands: readonly Band[]): string {
  const texts = bands.map(({ from, above, to, below, points }) => flow({ from, above, to, below, points }));
  return `[${texts.join(', ')}]`;
}

/** `{ key: value, ... }` of the keys that are given; values are YAML already. */
function flow(keys: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(keys).filter(([, text]) => text !== undefined);
  return `{ ${given.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}
