import { describe, expect, it } from 'vitest';
import { number, text, written } from '../../src/model/document.ts';

describe('a cell', () => {
  it('is a text or a number, of no colour unless one is asked for', () => {
    expect(text('Khá')).toEqual({ kind: 'text', text: 'Khá', tone: 'plain' });
    expect(text('Khá', 'bad')).toEqual({ kind: 'text', text: 'Khá', tone: 'bad' });
    expect(number('92.08')).toEqual({ kind: 'number', text: '92.08', tone: 'plain' });
    expect(number('92.08', 'good')).toEqual({ kind: 'number', text: '92.08', tone: 'good' });
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
