/** docs/rubric.md from the schemas and the table of rules: every key, its values, its words; every rule with an example. */
import { projectJsonSchema, rubricJsonSchema } from '../../src/read/json-schema.ts';
import { type RuleName, rules } from '../../src/rules/index.ts';
import { RULE_EXAMPLES } from './rule-examples.ts';

/** As much of a JSON Schema as our own schemas use. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

function at(schema: Schema, ...path: readonly string[]): Schema {
  return path.reduce((inner, step) => {
    const next = step === '[]' ? inner.items : inner.properties?.[step];
    if (next === undefined) throw new Error(`the schema has no ${path.join('.')}`);
    return next;
  }, schema);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function valuesOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join(' or ');
  if (schema.oneOf) return 'a rule';
  if (schema.type === 'array') return schema.items?.properties || schema.items?.oneOf ? 'a list of maps' : 'a list';
  if (schema.type === 'object') return schema.properties ? 'a map' : 'a map of names';
  if (schema.type === 'integer') return 'a whole number';
  return Array.isArray(schema.type) ? 'a number' : 'a text';
}

function keyTable(schema: Schema, hidden: readonly string[] = []): string {
  const rows = Object.entries(schema.properties ?? {})
    .filter(([key]) => !hidden.includes(key))
    .map(([key, value]) => {
      const needed = schema.required?.includes(key) ? 'yes' : '';
      return `| \`${key}\` | ${needed} | ${cell(valuesOf(value))} | ${cell(value.description ?? '')} |`;
    });
  return ['| key | needed | value | what it says |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function ruleSection(name: RuleName, schema: Schema): string {
  const { summary } = rules[name];
  const example = RULE_EXAMPLES[name];
  const options = schema.oneOf?.find((member) => member.properties?.['type']?.const === name) ?? {};
  const rows = example.cells.map(
    ({ cell: written, points, previous }) =>
      `| \`${cell(written)}\`${previous === undefined ? '' : ` (previous \`${previous}\`)`} | ${points} |`,
  );
  const others = example.others ? `, where the others of the group have ${example.others.join(' and ')}` : '';
  return [
    `### ${name}`,
    `${summary.en} (${summary.vi}) ${example.wording}.`,
    Object.keys(options.properties ?? {}).length > 1 ? keyTable(options, ['type']) : 'No options.',
    `\`\`\`yaml\nmax: ${example.max}\nrule: ${example.yaml}\n\`\`\``,
    [`| cell | points of ${example.max}${others} |`, '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** The whole page. */
export function rubricPage(): string {
  const rubric = rubricJsonSchema() as Schema;
  const project = projectJsonSchema() as Schema;
  const domain = at(rubric, 'domains', '[]');
  const criterion = at(domain, 'criteria', '[]');
  const part = at(criterion, 'parts', '[]');
  const sections: readonly (readonly [string, Schema, string])[] = [
    ['## The rubric file', rubric, 'The keys at the top of `rubric.yaml`.'],
    ['### rounding', at(rubric, 'rounding'), 'Where points become rounded; once, half up.'],
    ['### rank', at(rubric, 'rank'), 'How ranks are given inside a group.'],
    ['### rank.break', at(rubric, 'rank', 'break', '[]'), 'One tie-break; exactly one of the keys.'],
    ['### grades', at(rubric, 'grades'), 'Grades, and what holds them down.'],
    [
      '### grades.bands',
      at(rubric, 'grades', 'bands', '[]'),
      'One grade; the best comes first, the last has no `from`.',
    ],
    ['### grades.gates', at(rubric, 'grades', 'gates', '[]'), 'One gate; one of `each`, `domain`, `criterion`.'],
    ['### index', at(rubric, 'index'), 'Bounds of the index.'],
    ['### domains', domain, 'A domain (lĩnh vực).'],
    ['### criteria', criterion, 'A criterion (tiêu chí): with `parts`, or itself a leaf with a `rule`.'],
    ['### parts', part, 'A part (tiêu chí thành phần): always a leaf.'],
    [
      '### adjustments',
      at(rubric, 'adjustments', '[]'),
      'A bonus or penalty beyond the scale (điểm thưởng, điểm trừ).',
    ],
    ['### adjustment_caps', at(rubric, 'adjustment_caps'), 'Caps over all bonuses and all penalties.'],
  ];
  const ruleSchema = at(part, 'rule');
  return [
    '# The files of a project, key by key',
    '',
    'This page is made from the schemas that read the files (`npm run bless` writes it, a test holds it). For an editor',
    'there are [rubric.schema.json](rubric.schema.json) and [parindex.schema.json](parindex.schema.json): name one in the',
    'first line of a file as `$schema` and the editor completes the keys. Numbers have a dot; ids are texts, and quoted',
    'where they look like numbers (`"1.10"` is not `"1.1"`).',
    '',
    '## parindex.yaml',
    '',
    keyTable(project),
    '',
    ...sections.flatMap(([title, schema, words]) => [title, '', words, '', keyTable(schema), '']),
    '## Rules: how a value becomes points',
    '',
    'A cell is read by the rule of its leaf. `n/a` (also `không áp dụng`) is exempt where the rubric permits it, with a',
    'note; an empty cell is missing, never 0. What a rule cannot mean is refused at the cell.',
    '',
    ...(Object.keys(rules) as RuleName[]).flatMap((name) => [ruleSection(name, ruleSchema), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
