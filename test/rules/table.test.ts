/** What the table of rules promises, over the whole of it. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleNames, rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { jsonSchemaOf } from '../../src/schema/json-schema.ts';
import { adjustmentTypes, leafTypes } from '../reference/generate-rule.ts';

const all = Object.entries(rules) as unknown as readonly (readonly [string, Rule<unknown>])[];

describe('the table of rules', () => {
  it('has the twelve rules, each drawn by the reference generator', () => {
    expect(ruleNames).toHaveLength(12);
    expect(leafTypes.toSorted()).toEqual(ruleNames.toSorted());
    expect(ruleNames).toEqual(expect.arrayContaining([...adjustmentTypes]));
  });

  it('has a test for each rule', () => {
    const tests = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts'));
    expect(tests).toEqual(expect.arrayContaining(ruleNames.map((name) => `${name}.test.ts`)));
  });

  it.each(all)('says in both languages what %s is', (_, { summary }) => {
    expect(summary.en).toMatch(/^[A-Z].*\.$/);
    expect(summary.vi).toMatch(/^\p{Lu}.*\.$/u);
    expect(summary.vi).not.toBe(summary.en);
  });

  it.each(all)('describes every option of %s, and lets no other in', (_, { options }) => {
    const schema: { additionalProperties?: boolean; properties?: object } = jsonSchemaOf(options);
    expect(schema.additionalProperties).toBe(false);
    const properties = Object.entries(schema.properties ?? {});
    expect(properties.length).toBeGreaterThan(0);
    for (const [key, property] of properties) {
      expect([key, (property as { description?: string }).description]).toEqual([key, expect.stringMatching(/\.$/)]);
    }
  });
});
