import { describe, expect, it } from 'vitest';
import { counted, number, text, written } from '../../src/model/document.ts';

describe('a cell', () => {
  it('is a text or a number, of no colour unless one is asked for', () => {
    expect(text('Khá')).toEqual({ kind: 'text', text: 'Khá', tone: 'plain' });
    expect(text('Khá', 'bad')).toEqual({ kind: 'text', text: 'Khá', tone: 'bad' });
    expect(number('92.08')).toEqual({ kind: 'number', text: '92.08', tone: 'plain' });
    expect(number('92.08', 'good')).toEqual({ kind: 'number', text: '92.08', tone: 'good' });
  });

  it('of a count has the text of so many whole numbers of a power of ten', () => {
    const texts = [counted(9208, 2), counted(-5, 2), counted(7, 0), counted(0, 3)].map(({ kind, text, tone }) => [
      kind,
      text,
      tone,
    ]);
    expect(texts).toEqual(['92.08', '-0.05', '7', '0.000'].map((figure) => ['number', figure, 'plain']));
    const most = 2 ** 31 - 1;
    expect(counted(most, 2)).toMatchObject({ count: most, places: 2 });
    expect(counted(-most, 2).text).toBe('-21474836.47');
    // What four bytes do not hold, or not its opposite, is a text at once.
    expect(counted(most + 1, 2)).toEqual(number('21474836.48'));
    expect(counted(-most - 1, 2)).toEqual(number('-21474836.48'));
    expect(counted(9_007_199_254_740_991, 5)).toEqual(number('90071992547.40991'));
  });

  it.each(['-5', '-0', '-05', '-5.2', '-0.05', '-123456789012345.0123456789'])('that says %j is a number', (figure) => {
    expect(written(figure)).toEqual(number(figure));
  });

  // What is not below zero needs no such care, and what is no decimal is no number.
  it.each([
    '5',
    '5.2',
    '0',
    '',
    '-',
    '-.5',
    '-5.',
    '-5.2.1',
    '-5,2',
    '--5',
    '-5x',
    'x-5',
    '-x',
    '-5.x',
    '-5.2x',
    '- 5',
  ])('that says %j is a text', (words) => {
    expect(written(words)).toEqual(text(words));
  });

  it('is no number for one line of several', () => {
    expect(written('-5\n=1').kind).toBe('text');
    expect(written('=1\n-5').kind).toBe('text');
  });
});
