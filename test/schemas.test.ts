/** What machines read holds to its published schema, for every fixture; and a wrong shape does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, runTool } from './surface.ts';

const schemaOf = (name: string): object => JSON.parse(readFileSync(join(ROOT, 'docs', name), 'utf8'));
const PROJECTS = ['khanh-hoa-2019', 'published/hue-so-2021', 'published/par-index-2020', 'published/da-nang-2008'];

describe('docs/ranking.schema.json', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(schemaOf('ranking.schema.json'));

  it.each([...PROJECTS, 'published/ca-mau-2013'])('holds for %s', async (project) => {
    for (const more of [[], ['--top', '2'], ['--basis', 'self']]) {
      if (more[1] === 'self' && project !== 'khanh-hoa-2019') continue;
      const { stdout } = await runTool(['rank', `fixtures/${project}`, '--format', 'json', ...more]);
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
  });

  it('refuses a number where a decimal text belongs, and a key it does not know', async () => {
    const { stdout } = await runTool(['rank', 'fixtures/khanh-hoa-2019', '--format', 'json']);
    const ranking = JSON.parse(stdout);
    ranking.groups[0].units[0].index = 92.08;
    ranking.extra = true;
    expect(validate(ranking)).toBe(false);
    const places = validate.errors?.map(({ instancePath }) => instancePath);
    expect(places).toContain('/groups/0/units/0/index');
    expect(places).toContain('');
  });
});

describe('docs/rubric.schema.json and docs/parindex.schema.json', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const rubric = ajv.compile(schemaOf('rubric.schema.json'));
  const project = ajv.compile(schemaOf('parindex.schema.json'));
  const yaml = (path: string): unknown => parse(readFileSync(join(ROOT, 'fixtures', path), 'utf8'));

  it.each(PROJECTS)('hold for the files of %s, so that an editor marks nothing', (folder) => {
    rubric(yaml(`${folder}/rubric.yaml`));
    expect(rubric.errors).toBeNull();
    project(yaml(`${folder}/parindex.yaml`));
    expect(project.errors).toBeNull();
  });

  it('mark an unknown key, an unknown rule and an id that is a bare number', () => {
    const wrong = yaml('khanh-hoa-2019/rubric.yaml') as {
      tie_braek?: string;
      domains: { id: unknown; criteria: { rule?: { type: string } }[] }[];
    };
    wrong.tie_braek = 'x';
    const [first] = wrong.domains;
    if (first === undefined) throw new Error('no domain');
    first.id = 1;
    const leaf = first.criteria.find(({ rule }) => rule !== undefined);
    if (leaf?.rule === undefined) throw new Error('no leaf');
    leaf.rule.type = 'magic';
    expect(rubric(wrong)).toBe(false);
    const places = rubric.errors?.map(({ instancePath }) => instancePath) ?? [];
    expect(places).toContain('');
    expect(places).toContain('/domains/0/id');
    expect(places.some((place) => place.startsWith('/domains/0/criteria/') && place.includes('/rule'))).toBe(true);
  });
});
