/** The schemas for editors: that they say what the readers ask. The published files are held to them elsewhere. */
import { describe, expect, it } from 'vitest';
import { projectJsonSchema, rubricJsonSchema } from '../../src/read/json-schema.ts';

describe('the JSON Schema', () => {
  it('of a rubric has what must be there, and each number as it may be written', () => {
    const schema = rubricJsonSchema() as { required: string[]; properties: Record<string, object> };
    expect(schema.required).toEqual(expect.arrayContaining(['format', 'id', 'title', 'domains']));
    expect(schema.required).not.toContain('note');
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
    expect(schema.properties['id']).toMatchObject({ type: 'string' });
  });

  it('of a project has its own keys', () => {
    const schema = projectJsonSchema() as { properties: object };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['year', 'csv', 'rubric', 'units', 'entries']),
    );
    expect(Object.keys(schema.properties)).not.toContain('domains');
  });
});
