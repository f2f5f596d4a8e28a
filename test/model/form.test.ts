import { describe, expect, it } from 'vitest';
import { type FormMeta, readMeta, writeMeta } from '../../src/model/form.ts';

const META: FormMeta = {
  rubric: 'huyen-2019',
  sha256: 'ab12',
  unit: 'khanh-vinh',
  year: '2019',
  mark: ',',
  columns: [
    ['criterion', 'Mã'],
    ['self', 'Tự đánh giá'],
  ],
  shown: ['Tiêu chí', 'Điểm tối đa'],
  calculated: 'Điểm tối đa',
  parents: ['1', '1.1'],
  optional: ['T1', 'T2'],
};

const ROWS: readonly (readonly [string, string])[] = [
  ['schema', 'parindex/form/1'],
  ['rubric', 'huyen-2019'],
  ['sha256', 'ab12'],
  ['unit', 'khanh-vinh'],
  ['year', '2019'],
  ['mark', ','],
  ['column:criterion', 'Mã'],
  ['column:self', 'Tự đánh giá'],
  ['shown', 'Tiêu chí'],
  ['shown', 'Điểm tối đa'],
  ['calculated', 'Điểm tối đa'],
  ['parents', '1;1.1'],
  ['optional', 'T1;T2'],
];

describe('what a form says of itself', () => {
  it('stands in rows of a key and a text', () => {
    expect(writeMeta(META)).toEqual(ROWS);
  });

  it('is read back as it was written', () => {
    expect(readMeta(ROWS)).toEqual(META);
  });

  it('may name no unit, no year, no parents, nothing optional and nothing for reading', () => {
    const bare = { ...META, unit: '', year: '', shown: [], calculated: '', parents: [], optional: [] };
    const may = ['unit', 'year', 'shown', 'calculated', 'parents', 'optional'];
    expect(readMeta(writeMeta(bare))).toEqual(bare);
    expect(readMeta(ROWS.filter(([key]) => !may.includes(key)))).toEqual(bare);
  });

  it('writes its numbers with a dot or a comma, and with nothing else', () => {
    const marked = (mark: string) => ROWS.map(([name, text]) => [name, name === 'mark' ? mark : text] as const);
    expect(readMeta(marked('.'))?.mark).toBe('.');
    expect(readMeta(marked(';'))).toBeUndefined();
  });

  it.each(['schema', 'rubric', 'sha256', 'mark'])('is no form without its %s, or with an empty one', (key) => {
    expect(readMeta(ROWS.filter(([name]) => name !== key))).toBeUndefined();
    expect(readMeta(ROWS.map(([name, text]) => [name, name === key ? '' : text]))).toBeUndefined();
  });

  it('is no form under another schema', () => {
    expect(readMeta(ROWS.map(([name, text]) => [name, name === 'schema' ? 'parindex/form/2' : text]))).toBeUndefined();
  });
});
