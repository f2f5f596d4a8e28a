/** Names of Windows, by its own rules (Naming Files, Paths, and Namespaces, learn.microsoft.com). */
import { describe, expect, it } from 'vitest';
import { flawOfName } from '../../src/model/file-name.ts';

describe('a name that is handed on', () => {
  it.each([
    ...['CON', 'nul', 'aux.csv', 'Prn.json', 'com1.txt', 'LPT9.csv', 'COM¹.csv', 'conin$', 'CONOUT$.csv', 'clock$.csv'],
    ...['out/nul', 'C:\\out\\con.csv', 'nul.manifest.json', 'nul .csv', 'con/', 'con//', 'out/nul\\/', 'NUL..'],
  ])('%s is that of a device on every system', (path) => {
    expect([flawOfName(path, false), flawOfName(path, true)]).toEqual(['device', 'device']);
  });

  it.each(['a:b.csv', 'a.csv.', 'a.csv ', 'a?.csv', 'a<b.csv', 'a|b', 'a"b.csv', 'a*.csv', '...', '.a?', '..a.'])(
    '%s is none on Windows alone',
    (path) => {
      expect([flawOfName(path, false), flawOfName(path, true)]).toEqual([undefined, 'no-name']);
    },
  );

  it.each([
    ...['ranking.csv', 'Xếp hạng.csv', 'con-cuong.csv', 'auxiliary.csv', 'com10.csv', 'com.csv', 'lpt.txt', 'null.csv'],
    ...['nul/a.csv', '.hidden', '..', '.', './a.csv', 'C:/out/a.csv', 'a.con', 'xcon'],
  ])('%s is one everywhere', (path) => {
    expect([flawOfName(path, false), flawOfName(path, true)]).toEqual([undefined, undefined]);
  });
});
