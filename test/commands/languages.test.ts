/** What is said to somebody who asked wrongly, in his language. */
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
    ['explain', "lỗi: thiếu tham số 'unit'"],
    ['rubric show a b c', 'lỗi: thừa tham số: cần 2, nhận được 4.'],
    ['rank --decimal x', "lỗi: giá trị 'x' của tùy chọn '--decimal <mark>' không hợp lệ. Có thể chọn: dot, comma."],
  ])('refuses "%s" in Vietnamese', async (line, told) => {
    expect(await vi(line)).toEqual([2, told]);
  });

  it('leaves no English word of a refusal', () => {
    const missing = sayRefusal("error: option '-o, --output <file>' argument missing\n", 'vi');
    expect(missing).toBe("lỗi: tùy chọn '-o, --output <file>' thiếu giá trị\n");
    const several = sayRefusal("error: unknown option '--x'\n(Did you mean one of --a, --b?)\n", 'vi');
    expect(several).toBe("lỗi: không có tùy chọn '--x'\n(Có phải là một trong: --a, --b?)\n");
    expect(sayRefusal('error: anything', 'en')).toBe('error: anything');
  });
});

describe('help in Vietnamese', () => {
  it.each(Object.keys(commands))('of %s has no title or choices in English', async (name) => {
    const { stdout } = await runTool([name, '--help', '--lang', 'vi']);
    expect(stdout).not.toMatch(/Usage:|Arguments:|Options:|Commands:|Examples:|\(choices:/);
    expect(stdout).toContain('Cách dùng:');
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
