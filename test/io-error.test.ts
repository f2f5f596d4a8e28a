/** What the system's refusals say to a person. */
import { describe, expect, it } from 'vitest';
import { attempt, IoError, ioError } from '../src/io-error.ts';
import { systemError } from './faulty-disk.ts';

/** The codes that product and threats name, and those that disks of councils are known for. */
const CODES = [
  ...['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EBUSY', 'ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EISDIR'],
  ...[
    'EEXIST',
    'ENOTEMPTY',
    'ENAMETOOLONG',
    'ELOOP',
    'EMFILE',
    'ENFILE',
    'ENOMEM',
    'ESTALE',
    'EXDEV',
    'EPIPE',
    'EBADF',
  ],
];

describe('an error of the system', () => {
  it.each(CODES)('%s is told in both languages, with the path and without the code', (code) => {
    const { words, message, path } = ioError('bảng.csv', systemError(code, 'open')) as IoError;
    expect([path, message]).toEqual(['bảng.csv', words.en]);
    for (const told of [words.en, words.vi]) {
      expect(told).toMatch(/^bảng\.csv: .+[^.]\.$/);
      expect(told).not.toMatch(/\bE[A-Z]{3,}\b|open failed/);
    }
    expect(words.en).not.toBe(words.vi);
  });

  it('that nobody knows keeps its own words', () => {
    expect((ioError('a', systemError('EOWNERDEAD', 'open')) as IoError).message).toBe('a: EOWNERDEAD: open failed.');
  });

  it('shows what a path hides', () => {
    expect((ioError('a\u001b[2J', systemError('EIO', 'read')) as IoError).message).toContain('a\\u{1b}[2J');
  });

  it('is not made of a fault of ours, nor twice', () => {
    const ours = new TypeError('ours');
    expect(ioError('a', ours)).toBe(ours);
    const inner = new IoError('inner', { en: 'x', vi: 'y' });
    expect(() =>
      attempt('outer', () => {
        throw inner;
      }),
    ).toThrow(inner);
  });

  it('says one thing more', () => {
    const { words } = new IoError('a', { en: 'x', vi: 'y' }).and({ en: 'more', vi: 'thêm' });
    expect(words).toEqual({ en: 'a: x. more.', vi: 'a: y. thêm.' });
  });
});
