import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { readBands } from '../../src/read/published-bands.ts';

const told = (text: string) =>
  readBands(text)?.bands.map(({ name, from }) => (from === undefined ? name : `${name} ${toText(from)}`));

describe('grades to hold a table against', () => {
  it('stand best first, each with its lower end but the last', () => {
    expect(told('Tốt=85; Khá = 75,5;Trung bình=50.25 ; Yếu')).toEqual([
      'Tốt 85',
      'Khá 75.5',
      'Trung bình 50.25',
      'Yếu',
    ]);
    expect(readBands('A=1;B')).toMatchObject({ onShown: false, gates: [] });
  });

  it.each([
    ...[
      '',
      'Tốt',
      'Tốt=85',
      'Tốt=85;Khá=75',
      'Tốt;Khá',
      'Tốt;Khá=75',
      'Tốt=85;;Yếu',
      '=85;Yếu',
      'Tốt=;Yếu',
      'Tốt=x;Yếu',
    ],
    ...['Tốt=75;Khá=85;Yếu', 'Tốt=85;Khá=85;Yếu', 'Tốt=85=1;Yếu', 'Tốt=-5;Yếu', 'Tốt=85;'],
  ])('are not %j', (text) => {
    expect(readBands(text)).toBeUndefined();
  });
});
