/** Why no file can be read at a path: nothing stands there, a folder does, or something that is no file. */
import { expect, it } from 'vitest';
import { noFile } from '../../src/read/no-file.ts';

it.each([
  [undefined, 'missing-file', 'There is no file or folder "a/b.yaml".'],
  ['folder', 'missing-file', '"a/b.yaml" is a folder, not a file.'],
] as const)('where %s stands, %s is told', (kind, code, words) => {
  const { fault, place, facts } = noFile('a/b.yaml', kind, []);
  expect([fault.code, fault.message.en(facts)]).toEqual([code, words]);
  expect(place).toEqual({ file: 'a/b.yaml', line: 0, column: 0 });
});

it('where a device or a pipe stands, that is told', () => {
  const { fault, place, facts } = noFile('a/b.yaml', 'other', []);
  expect([fault.code, facts]).toEqual(['bad-path', { path: 'a/b.yaml', why: 'special' }]);
  expect(place).toEqual({ file: 'a/b.yaml', line: 0, column: 0 });
});
