/** The values of --what-if: `1.1.1=kip-thoi,1.6=95%`, each by its leaf's rule. */
import type { SupposedValue } from '../analyse/what-if.ts';
import type { DecimalMark } from '../model/exact.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import type { Told } from '../model/words.ts';
import { ruleOf } from '../rules/index.ts';
import { isRefusal } from '../rules/rule.ts';
import { UsageError } from './command.ts';
import { proveChoice } from './input.ts';

/** A comma parts two values only where an id and `=` follow it: `95,5%` keeps its own. */
const BETWEEN = /,(?=\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*=)/;

/** Every pair, proved; numbers have the mark of the project's files. */
export function readSupposed(text: string, rubric: Rubric, mark: DecimalMark): readonly SupposedValue[] {
  const ids = rubric.leaves.map(({ id }) => id);
  const values = text.split(BETWEEN).map((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) {
      throw new UsageError({
        en: `--what-if ${pair}: write criterion=value, such as 1.6=95%; several are parted by commas.`,
        vi: `--what-if ${pair}: hãy ghi tiêu chí=kết quả, ví dụ 1.6=95%; nhiều mục cách nhau bằng dấu phẩy.`,
      });
    }
    const id = proveChoice(pair.slice(0, at).trim(), ids, { en: 'criterion', vi: 'tiêu chí' });
    const leaf = rubric.leaves[ids.indexOf(id)] as Leaf;
    return readOne(
      leaf,
      pair
        .slice(at + 1)
        .trim()
        .normalize('NFC'),
      mark,
    );
  });
  const twice = values.find(({ leaf }, at) => values.findIndex((other) => other.leaf === leaf) < at);
  if (twice === undefined) return values;
  throw new UsageError({
    en: `${twice.leaf.id} stands twice in --what-if.`,
    vi: `${twice.leaf.id} có hai lần trong --what-if.`,
  });
}

function readOne(leaf: Leaf, text: string, mark: DecimalMark): SupposedValue {
  const rule = ruleOf(leaf.rule);
  if (rule.holds(leaf.rule.options) === 'change') {
    throw new UsageError({
      en: `${leaf.id} compares with last year's value, which --what-if does not know; leave it out.`,
      vi: `${leaf.id} so với năm trước, --what-if không có số liệu đó; hãy bỏ mục này.`,
    });
  }
  const value = rule.read(text, leaf.rule.options, { leaf: leaf.id, max: leaf.max, mark, previous: '' });
  if (!isRefusal(value)) return { leaf, text, value };
  const message = value.fault.message as Told<unknown>;
  throw new UsageError({
    en: `--what-if ${leaf.id}=${text}: ${message.en(value.facts)}`,
    vi: `--what-if ${leaf.id}=${text}: ${message.vi(value.facts)}`,
  });
}
