/** The pages and schemas under docs/ are made from the tables; a drift fails here and `npm run bless` writes them. */
import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS, outputOptions } from '../src/commands/command.ts';
import { commands } from '../src/commands/index.ts';
import { pointsAt } from '../src/model/curve.ts';
import type { Exact } from '../src/model/exact.ts';
import { parseFraction, toText } from '../src/model/exact.ts';
import { projectJsonSchema, rubricJsonSchema } from '../src/read/json-schema.ts';
import { readRubric } from '../src/read/rubric.ts';
import { curveOf, ruleOf, rules } from '../src/rules/index.ts';
import { isRefusal } from '../src/rules/rule.ts';
import { manPage } from './docs/man-page.ts';
import { rubricPage } from './docs/rubric-page.ts';
import { RULE_EXAMPLES, type RuleExample } from './docs/rule-examples.ts';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

describe('docs', () => {
  it('rubric.schema.json is the schema that reads rubric.yaml', async () => {
    await expect(json(rubricJsonSchema())).toMatchFileSnapshot('../docs/rubric.schema.json');
  });

  it('parindex.schema.json is the schema that reads parindex.yaml', async () => {
    await expect(json(projectJsonSchema())).toMatchFileSnapshot('../docs/parindex.schema.json');
  });

  it('rubric.md describes every key and rule', async () => {
    const page = rubricPage();
    for (const name of Object.keys(rules)) expect(page).toContain(`### ${name}\n`);
    await expect(page).toMatchFileSnapshot('../docs/rubric.md');
  });
});

describe('docs/parindex.1', () => {
  it('is the manual page of the commands as they are', async () => {
    const page = await manPage();
    for (const [name, { load }] of Object.entries(commands)) {
      expect(page).toContain(`.SS "parindex ${name}`);
      const { command } = await load();
      for (const { flags } of [...command.options, ...outputOptions(command.formats), ...COMMON_OPTIONS]) {
        const long = /--[a-z-]+/.exec(flags)?.[0] ?? '';
        expect(page.replaceAll('\\', ''), long).toContain(long);
      }
    }
    await expect(page).toMatchFileSnapshot('../docs/parindex.1');
  });

  it('holds nothing that troff would take for a request or an escape of ours', async () => {
    const page = await manPage();
    expect(page).toMatch(/^[\n -~]*$/);
    const requests = page.split('\n').flatMap((line) => /^[.']\\?["A-Za-z]*/.exec(line)?.[0] ?? []);
    expect([...new Set(requests)].sort()).toEqual(
      ['.B', '.I', '.PP', '.RE', '.RS', '.SH', '.SS', '.TH', '.TP', '.\\"', '.fchar', '.fi', '.nf'].sort(),
    );
    const escapes =
      page
        .split('\n')
        .slice(1)
        .join('\n')
        .match(/\\(?:f[BIR]|\[u[0-9A-F_]{4,}\]|[e&-]|.)/g) ?? [];
    expect(escapes.filter((one) => !/^\\(?:f[BIR]|\[u[0-9A-F_]{4,}\]|[e&-])$/.test(one))).toEqual([]);
  });
});

describe('the examples of docs/rubric.md', () => {
  it.each(Object.entries(RULE_EXAMPLES))('%s gives the points that the page says', (name, example) => {
    const leaf = leafOf(example);
    expect(leaf.rule.type).toBe(name);
    const context = { leaf: leaf.id, max: leaf.max, mark: '.', previous: '' } as const;
    const read = (cell: string, previous = ''): Exact => {
      const value = ruleOf(leaf.rule).read(cell, leaf.rule.options, { ...context, previous });
      if (isRefusal(value)) throw new Error(`${cell} was refused: ${value.fault.code}`);
      return value;
    };
    const others = (example.others ?? []).map((cell) => read(cell));
    for (const { cell, previous, points } of example.cells) {
      const value = read(cell, previous);
      const given = pointsAt(curveOf(leaf.rule, leaf.max, [...others, value]), value) as Exact;
      expect(`${cell}: ${toText(given)}`).toBe(`${cell}: ${toText(parseFraction(points) as Exact)}`);
    }
  });
});

/** The leaf of a rubric in which the example stands alone; it must be sound. */
function leafOf({ yaml, max, source }: RuleExample) {
  const from = source === undefined ? '' : `, source: ${source}`;
  const leaf = `{ id: "1.1", title: Leaf, max: ${max}${from}, rule: ${yaml} }`;
  const text = `format: 1\nid: example\ntitle: Example\ndomains: [{ id: "1", title: Domain, max: ${max}, criteria: [${leaf}] }]\n`;
  const { value, diagnostics } = readRubric(text, 'rubric.yaml', '');
  expect(diagnostics).toEqual([]);
  const [first] = value?.leaves ?? [];
  if (first === undefined) throw new Error('the example is no leaf');
  return first;
}
