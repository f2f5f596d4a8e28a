/** What is said to somebody who asked wrongly, in his language. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayRefusal } from '../../src/commands/asked-wrongly.ts';
import { commands } from '../../src/commands/index.ts';
import { copySample, edit } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const vi = async (line: string) => {
  const { exit, stderr } = await runTool([...wordsOf(line), '--lang', 'vi']);
  return [exit, stderr.trimEnd()];
};

describe('the parser of arguments', () => {
  it.each([
    ['rank --fromat x', "lỗi: không có tùy chọn '--fromat'\n(Có phải là --format?)"],
    ['rnak', "lỗi: không có lệnh 'rnak'\n(Có phải là rank?)"],
    ['explain', "lỗi: thiếu tham số 'đơn vị'"],
    ['rubric show a b c', 'lỗi: thừa tham số: cần 2, nhận được 4.'],
    ['rank --decimal x', "lỗi: giá trị 'x' của tùy chọn '--decimal <dấu>' không hợp lệ. Có thể chọn: dot, comma."],
  ])('refuses "%s" in Vietnamese', async (line, told) => {
    expect(await vi(line)).toEqual([2, told]);
  });

  it('leaves no English word of a refusal', () => {
    const missing = sayRefusal("error: option '-o, --output <file>' argument missing\n", 'vi');
    expect(missing).toBe("lỗi: tùy chọn '-o, --output <tệp>' thiếu giá trị\n");
    const several = sayRefusal("error: unknown option '--x'\n(Did you mean one of --a, --b?)\n", 'vi');
    expect(several).toBe("lỗi: không có tùy chọn '--x'\n(Có phải là một trong: --a, --b?)\n");
    expect(sayRefusal('error: anything', 'en')).toBe('error: anything');
  });
});

describe('help in Vietnamese', () => {
  it.each(Object.keys(commands))('of %s has no title or choices in English', async (name) => {
    const { stdout } = await runTool([name, '--help', '--lang', 'vi']);
    expect(stdout).not.toMatch(/Usage:|Arguments:|Options:|Commands:|Examples:|\(choices:|\[options\]|\[command\]/);
    expect(stdout).toContain('Cách dùng:');
  });

  // Letters alone (`<n>`, `<a,b>`) are of no language, and shell is the word in both.
  it.each(Object.keys(commands))('of %s names no value in English', async (name) => {
    const { stdout } = await runTool([name, '--help', '--lang', 'vi']);
    const values = [...(stdout.split('Ví dụ:')[0] ?? '').matchAll(/[<[=]([a-z]{2,})(?=[>\].=])/g)].map(
      ([, value]) => value,
    );
    const inVietnamese = ['shell'];
    expect(values.filter((value) => !inVietnamese.includes(value as string))).toEqual([]);
  });
});

describe('results in Vietnamese', () => {
  /** Words of formats and standards, and what Vietnamese offices write as it is. */
  const SAME = ['Unicode', 'YAML', 'JSON', 'CSV', 'Excel', 'byte', 'merge', 'key', 'undecodable'];

  const LINES = [
    ...['rank cchc --domains', 'rank cchc --basis self', 'scorecard khanh-son cchc', 'explain van-ninh 3.4.1 cchc'],
    ...['explain cam-lam --versus van-ninh cchc', 'plan cam-lam cchc --rank 6', 'plan van-ninh cchc --what-if 1.4=5'],
    ...['compare 2019.json cchc', 'compare cchc --stages self,appraised', 'audit 1.txt', 'check cchc', 'check --list'],
    ...['rubric show cchc', 'rubric check cchc', 'inspect cchc/units.csv', 'report cchc --format markdown --margin 2'],
    ...['report cchc --format html --margin 2', 'scorecard van-ninh cchc --format html'],
  ];

  /** Words of Latin letters alone that stand free, not in a path, an option or a name of a thing. */
  const wordsIn = (text: string): ReadonlySet<string> => {
    const plain = text.replace(/<(style|script)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ');
    return new Set(plain.match(/(?<![\p{L}\p{N}/.=-])[A-Za-z]{3,}(?![\p{L}\p{N}/=-])/gu) ?? []);
  };

  it('share no word with the English ones but those of the project itself', async () => {
    const cwd = copySample();
    const files = readdirSync(join(cwd, 'cchc'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const project = files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join(' ');
    const known = new Set([...(project.match(/[A-Za-z]+/g) ?? []), 'cchc', ...SAME]);
    await runTool(wordsOf('rank cchc --format json --leaves -o 2019.json'), { cwd });
    writeFileSync(join(cwd, '1.txt'), '29/34 = 70,5%\n12.781 + 574 = 13.555\n');
    const shared: string[] = [];
    let seen = 0;
    for (const line of LINES) {
      const [english = new Set<string>(), vietnamese = new Set<string>()] = await Promise.all(
        ['en', 'vi'].map(async (lang) => {
          const { stdout, stderr } = await runTool([...wordsOf(line), '--lang', lang], { cwd });
          return wordsIn(stdout + stderr);
        }),
      );
      seen += vietnamese.size;
      shared.push(...[...vietnamese].filter((word) => english.has(word) && !known.has(word)));
    }
    expect(seen).toBeGreaterThan(500);
    expect([...new Set(shared)]).toEqual([]);
  });
});

describe('the language of the project', () => {
  it('is spoken to who names a unit, group or stage that is not there; --lang comes first', async () => {
    const cwd = copySample();
    edit(cwd, 'cchc/parindex.yaml', (text) => `${text}language: vi\n`);
    for (const line of ['scorecard xyz cchc', 'rank cchc --group xyz', 'rank cchc --basis xyz']) {
      expect((await runTool(wordsOf(line), { cwd })).stderr).toMatch(/Không có|không có/);
      expect((await runTool([...wordsOf(line), '--lang', 'en'], { cwd })).stderr).not.toMatch(/[Kk]hông có/);
    }
  });
});
