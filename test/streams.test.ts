import { expect, it } from 'vitest';
import { columnsOf } from '../src/streams.ts';

it('a terminal has 80 columns where it was told no size', () => {
  expect([{ columns: 132 }, { columns: 0 }, {}].map(columnsOf)).toEqual([132, 80, 80]);
});
