import { describe, expect, it } from 'vitest';
import { number, text } from '../../src/model/document.ts';

describe('a cell', () => {
  it('is a text or a number, of no colour unless one is asked for', () => {
    expect(text('Khá')).toEqual({ kind: 'text', text: 'Khá', tone: 'plain' });
    expect(text('Khá', 'bad')).toEqual({ kind: 'text', text: 'Khá', tone: 'bad' });
    expect(number('92.08')).toEqual({ kind: 'number', text: '92.08', tone: 'plain' });
    expect(number('92.08', 'good')).toEqual({ kind: 'number', text: '92.08', tone: 'good' });
  });
});
