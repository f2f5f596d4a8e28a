import { describe, expect, it } from 'vitest';
import { type FormMeta, readMeta, writeMeta } from '../../src/model/form.ts';

const META: FormMeta = {
  rubric: 'huyen-2019',
  sha256: 'ab12',
  unit: 'khanh-vinh',
  year: '2019',
  columns: [
    ['criterion', 'Mã'],
    ['self', 'Tự đánh giá'],
  ],
  parents: ['1', '1.1'],
  optional: ['T1'],
};

const ROWS: readonly (readonly [string, string])[] = [
  ['schema', 'parindex/form/1'],
  ['rubric', 'huyen-2019'],
  ['sha256', 'ab12'],
  ['unit', 'khanh-vinh'],
  ['year', '2019'],
  ['column:criterion', 'Mã'],
  ['column:self', 'Tự đánh giá'],
  ['parents', '1;1.1'],
  ['optional', 'T1'],
];

describe('what a form says of itself', () => {
  it('stands in rows of a key and a text', () => {
    expect(writeMeta(META)).toEqual(ROWS);
  });

  it('is read back as it was written', () => {
    expect(readMeta(ROWS)).toEqual(META);
  });

  it('may name no year, no parents and nothing optional', () => {
    const bare = { ...META, year: '', parents: [], optional: [] };
    expect(readMeta(writeMeta(bare))).toEqual(bare);
    expect(readMeta(ROWS.filter(([key]) => !['year', 'parents', 'optional'].includes(key)))).toEqual(bare);
  });

  it.each(['schema', 'rubric', 'sha256', 'unit'])('is no form without its %s, or with an empty one', (key) => {
    expect(readMeta(ROWS.filter(([name]) => name !== key))).toBeUndefined();
    expect(readMeta(ROWS.map(([name, text]) => [name, name === key ? '' : text]))).toBeUndefined();
  });

  it('is no form under another schema', () => {
    expect(readMeta(ROWS.map(([name, text]) => [name, name === 'schema' ? 'parindex/form/2' : text]))).toBeUndefined();
  });
});
