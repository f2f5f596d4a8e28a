/** The table of a rubric against the schema of rubric.yaml, key by key. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NEW_NODE, ROW_KINDS, RUBRIC_COLUMN_NAMES, RUBRIC_COLUMNS, SETTINGS } from '../../src/model/rubric-table.ts';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

const schema = JSON.parse(readFileSync('docs/rubric.schema.json', 'utf8')) as Shape;

function below(shape: Shape, ...path: readonly string[]): Shape {
  return path.reduce((at, key) => (key === '*' ? at.items : at.properties?.[key]) ?? {}, shape);
}

const keys = (shape: Shape): readonly string[] => Object.keys(shape.properties ?? {});

const DOMAIN = below(schema, 'domains', '*');
const CRITERION = below(DOMAIN, 'criteria', '*');
const PART = below(CRITERION, 'parts', '*');
const ADJUSTMENT = below(schema, 'adjustments', '*');

/** Keys of rubric.yaml whose nodes are rows of the table, and those of the row of the rubric itself. */
const NODES = ['domains', 'criteria', 'parts', 'adjustments'];
const OF_THE_RUBRIC = ['id', 'title', 'note'];

describe('the columns of a rubric as a table', () => {
  it('are the kind and every key that a node of rubric.yaml may have', () => {
    const ofNodes = [DOMAIN, CRITERION, PART, ADJUSTMENT].flatMap(keys).filter((key) => !NODES.includes(key));
    expect(keys(PART).length).toBeGreaterThan(5);
    expect([...RUBRIC_COLUMN_NAMES].sort()).toEqual([...new Set(['kind', ...ofNodes])].sort());
    expect(RUBRIC_COLUMN_NAMES).toEqual(expect.arrayContaining(OF_THE_RUBRIC));
  });

  it('begin with what tells the row, in both languages', () => {
    expect(RUBRIC_COLUMN_NAMES.slice(0, 5)).toEqual(['kind', 'id', 'title', 'max', 'rule']);
    expect(['kind', 'id', 'title', 'max'].map((name) => RUBRIC_COLUMNS[name as 'kind'].vi)).toEqual([
      'loại',
      'mã',
      'tên',
      'điểm tối đa',
    ]);
  });

  it('are called in English as the key is', () => {
    for (const name of RUBRIC_COLUMN_NAMES) expect(RUBRIC_COLUMNS[name].en).toBe(name);
  });
});

describe('the kinds of rows', () => {
  it('are the rubric, its settings, the three levels of the tree, and both adjustments', () => {
    const adjustments = below(ADJUSTMENT, 'kind').enum ?? [];
    expect(adjustments).toEqual(['bonus', 'penalty']);
    expect(Object.keys(ROW_KINDS)).toEqual(['rubric', 'setting', 'domain', 'criterion', 'part', ...adjustments]);
    for (const [kind, { en }] of Object.entries(ROW_KINDS)) expect(en).toBe(kind);
  });

  it('have the words of the decisions in Vietnamese', () => {
    expect(Object.values(ROW_KINDS).map(({ vi }) => vi)).toEqual([
      'bộ tiêu chí',
      'thiết lập',
      'lĩnh vực',
      'tiêu chí',
      'tiêu chí thành phần',
      'điểm thưởng',
      'điểm trừ',
    ]);
  });
});

describe('words of the table', () => {
  it.each(['en', 'vi'] as const)('are told apart in %s', (lang) => {
    for (const words of [Object.values(RUBRIC_COLUMNS), Object.values(ROW_KINDS)]) {
      const own = words.map((each) => each[lang]);
      expect(new Set(own).size).toBe(own.length);
      for (const word of own) expect(word).toMatch(/^\S(?:.*\S)?$/);
    }
  });
});

describe('settings', () => {
  it('are all other keys of the file in its order, each of the shape that the schema gives it', () => {
    const others = keys(schema).filter((key) => !NODES.includes(key) && !OF_THE_RUBRIC.includes(key));
    expect(others.length).toBeGreaterThan(8);
    const shapeOf = ({ type }: Shape): string => (type === 'array' ? 'list' : type === 'object' ? 'map' : 'one');
    expect([...SETTINGS]).toEqual(others.map((key) => [key, shapeOf(below(schema, key))]));
  });

  it('are no columns, so that no cell is read as both', () => {
    for (const key of SETTINGS.keys()) expect(RUBRIC_COLUMN_NAMES).not.toContain(key);
  });
});

it('a new node is written as the empty list of rubric.yaml', () => {
  expect(JSON.parse(NEW_NODE)).toEqual([]);
});
