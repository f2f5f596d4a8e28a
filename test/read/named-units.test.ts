/** Units where no units file declares them: those that entries name. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { unitsOfEntries } from '../../src/read/named-units.ts';
import { soundWords } from './sound-words.ts';

describe('units of entries alone', () => {
  function told(...files: readonly { readonly text: string; readonly file: string; readonly unit?: string }[]) {
    const { units, diagnostics } = unitsOfEntries(files, DIALECTS.data, 'tat-ca');
    soundWords(diagnostics);
    return {
      units: units.map(({ id, name, group, ranked, place: { file, line, column } }) => ({
        ...{ id, name, group, ranked },
        place: `${file}:${line}:${column}`,
      })),
      faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.file}:${place.line}:${place.column}`),
    };
  }

  it('are the files themselves, where these have no unit column', () => {
    const text = 'criterion,appraised\n1.1,2\n';
    expect(told({ text, file: 'b.csv', unit: 'b' }, { text, file: 'a.csv', unit: 'a' }, { text, file: '-' })).toEqual({
      units: [
        { id: 'b', name: 'b', group: 'tat-ca', ranked: true, place: 'b.csv:0:0' },
        { id: 'a', name: 'a', group: 'tat-ca', ranked: true, place: 'a.csv:0:0' },
        { id: '-', name: '-', group: 'tat-ca', ranked: true, place: '-:0:0' },
      ],
      faults: [],
    });
  });

  it.each(['unit', 'Đơn vị', 'mã đơn vị'])('are those of the column %s, each once, where it first stands', (column) => {
    const text = `criterion,${column}\n1.1,b\n1.2,b\n1.1,a\n1.1, \n1.1,\n`;
    expect(told({ text, file: 'x.csv', unit: 'x' })).toMatchObject({
      units: [
        { id: 'b', place: 'x.csv:2:2' },
        { id: 'a', place: 'x.csv:4:2' },
      ],
      faults: [],
    });
  });

  it('are none of the totals', () => {
    const { units, faults } = told({ text: 'unit,1.1\na,1\nTổng cộng,1\n', file: 'x.csv' });
    expect(units.map(({ id }) => id)).toEqual(['a']);
    expect(faults).toEqual(['total-row x.csv:3:1']);
    const [total] = unitsOfEntries(
      [{ text: 'unit,1.1\na,1\nTổng,1\n', file: 'x.csv' }],
      DIALECTS.data,
      'g',
    ).diagnostics;
    expect(total).toMatchObject({ place: { name: 'unit' }, facts: { shown: 'Tổng' } });
  });

  it('leave faults of the table to whoever reads it again, unless there is no unit', () => {
    expect(told({ text: 'unit,1.1\na,1\nb\n', file: 'x.csv' })).toMatchObject({ units: [{ id: 'a' }], faults: [] });
    expect(told({ text: 'unit,1.1\nb\n', file: 'x.csv' })).toEqual({ units: [], faults: ['ragged-row x.csv:2:0'] });
  });
});
