/** What the schema of rules says of options that are none: in both languages, at the place. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/read/yaml.ts';
import { type RuleName, ruleSchema } from '../../src/rules/index.ts';

/** Each complaint as its path, and both its texts. */
function see(type: RuleName, options: string): readonly string[] {
  const value = readYaml(`rule: ${options}\n`, 'rubric.yaml').value?.at(['rule']) as object;
  const issues = ruleSchema.safeParse({ type, ...value }).error?.issues ?? [];
  return issues.map((issue) => {
    const vi = 'params' in issue ? (issue.params as { vi?: string } | undefined)?.vi : undefined;
    return `${issue.path.join('.')}: ${issue.message} ${vi}`;
  });
}

describe('a complaint', () => {
  it('of cases asks for two', () => {
    expect(see('best-of', '{ alternatives: { a: { type: given } } }')).toEqual([
      'alternatives: at least two cases are asked here. ở đây cần ít nhất hai trường hợp.',
    ]);
  });

  it('of a list of items names the item', () => {
    expect(see('checklist', '{ items: [a, 1], all_or_nothing: true }')).toEqual([
      'items.1: the name of an item is a text. tên nội dung phải là chữ.',
    ]);
    expect(see('checklist', '{ items: [a, b, a], all_or_nothing: true }')).toEqual([
      'items.2: this item stands twice. nội dung này có hai lần.',
    ]);
    expect(see('checklist', '{ items: [a, none], all_or_nothing: true }')).toEqual([
      'items.1: this word has its own meaning in a cell. từ này đã có nghĩa riêng trong ô.',
    ]);
  });

  it('of names asks for one, and for more than digits where their order counts', () => {
    expect(see('levels', '{ levels: {} }')).toEqual([
      'levels: at least one name is asked here. ở đây cần ít nhất một tên.',
    ]);
    const digits = 'không đặt tên phương án chỉ bằng chữ số, vì sẽ mất thứ tự; hãy viết "muc-5".';
    for (const name of ['5', '12']) {
      const [told, ...others] = see('survey', `{ scale: { "${name}": 100% } }`);
      expect(told).toMatch(/^scale.*: an answer is not named by digits alone/);
      expect(told?.endsWith(digits)).toBe(true);
      expect(others).toEqual([]);
    }
  });
});
