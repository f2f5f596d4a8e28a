/** The values of --what-if: `1.1.1=kip-thoi,1.6=95%,so-y-te:2.3=n/a`, each by its leaf's rule. */
import type { SupposedValue } from '../analyse/what-if.ts';
import { exemptNotPermitted } from '../faults/entries.ts';
import type { Assessment, LeafColumns } from '../model/assessment.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { DecimalMark } from '../model/exact.ts';
import type { Place } from '../model/place.ts';
import { fileAt } from '../model/places.ts';
import type { Leaf } from '../model/rubric.ts';
import { type GroupBoard, type MarkColumn, OUTSIDE } from '../model/scoreboard.ts';
import { isExemptWord } from '../read/entry.ts';
import { ruleOf } from '../rules/index.ts';
import { isRefusal } from '../rules/rule.ts';
import { proveUnit } from './asked-unit.ts';
import { UsageError } from './command.ts';
import { proveChoice } from './input.ts';

/** A comma parts two values only where an id and `=` follow it: `95,5%` keeps its own. */
const BETWEEN = /,(?=\s*(?:[A-Za-z0-9][A-Za-z0-9._-]*\s*:\s*)?[A-Za-z0-9][A-Za-z0-9._-]*\s*=)/;
const PAIR = /^\s*(?:([^:=]*?)\s*:\s*)?([^:=]*?)\s*=(\s*)(.*?)\s*$/s;

/** The option's name, as the file that its faults stand in. */
const OPTION = '--what-if';

/** Units that the text names, besides the one that is asked about; for whose texts are kept. */
export function unitsNamed(text: string): readonly string[] {
  return text.split(BETWEEN).flatMap((pair) => PAIR.exec(pair)?.[1] ?? []);
}

/** What values are read against. */
export interface Supposing {
  readonly assessment: Assessment;
  readonly group: GroupBoard;
  /** The unit whose a value is where none is named. */
  readonly unit: string;
  /** The decimal mark of the project's files. */
  readonly mark: DecimalMark;
}

/** Every value, proved; those that their rules refuse are faults at their place in the text. */
export function readSupposed(
  text: string,
  supposing: Supposing,
): { readonly values: readonly SupposedValue[]; readonly diagnostics: readonly Diagnostic[] } {
  const values: SupposedValue[] = [];
  const diagnostics: Diagnostic[] = [];
  let from = 0;
  for (const pair of text.split(BETWEEN)) {
    const read = readPair(pair, { text, from }, supposing);
    if ('fault' in read) diagnostics.push(read);
    else values.push(read);
    from += pair.length + 1;
  }
  const twice = values.find(
    ({ leaf, unit }, at) => values.findIndex((other) => other.leaf === leaf && other.unit === unit) < at,
  );
  if (twice === undefined) return { values, diagnostics };
  throw new UsageError({
    en: `${twice.leaf.id} stands twice in --what-if.`,
    vi: `${twice.leaf.id} có hai lần trong --what-if.`,
  });
}

function readPair(
  pair: string,
  { text, from }: { readonly text: string; readonly from: number },
  { assessment, group, unit, mark }: Supposing,
): SupposedValue | Diagnostic {
  const parts = PAIR.exec(pair);
  if (parts === null) {
    throw new UsageError({
      en: `--what-if ${pair}: write criterion=value, such as 1.6=95%; several are parted by commas, and those of another unit are written unit:criterion=value.`,
      vi: `--what-if ${pair}: hãy ghi tiêu chí=kết quả, ví dụ 1.6=95%; nhiều mục cách nhau bằng dấu phẩy, của đơn vị khác thì ghi đơn-vị:tiêu chí=kết quả.`,
    });
  }
  const [, named, id = '', blanks = '', written = ''] = parts;
  const { rubric } = group;
  const ids = rubric.leaves.map((leaf) => leaf.id);
  const at = ids.indexOf(proveChoice(id, ids, { en: 'criterion', vi: 'tiêu chí' }));
  const whose = named === undefined ? unit : proveInGroup(named, unit, assessment, group);
  const { row } = group.standings.find((each) => each.unit.id === whose) as GroupBoard['standings'][number];
  const leaf = rubric.leaves[at] as Leaf;
  proveOnBasis(leaf, group.marks.leaves[at] as MarkColumn, row);
  const start = from + pair.indexOf('=') + 1 + blanks.length;
  const excerpt = { text, from: start, length: written.length || 1 };
  const place: Place = { file: OPTION, line: 1, column: start + 1, excerpt };
  const cell = written.normalize('NFC');
  if (isExemptWord(cell)) {
    if (leaf.exemptible) return { unit: whose, leaf, text: written, value: 'exempt' };
    return raise(exemptNotPermitted, place, { leaf: leaf.id });
  }
  const columns = assessment.sheets.find((sheet) => sheet.rubric === rubric)?.leaves[at] as LeafColumns;
  const previous = previousOf(columns, row, assessment, mark);
  const value = ruleOf(leaf.rule).read(cell, leaf.rule.options, { leaf: leaf.id, max: leaf.max, mark, previous });
  return isRefusal(value) ? raise(value.fault, place, value.facts) : { unit: whose, leaf, text: written, value };
}

/** A unit of the same group; one of another is ranked apart. */
function proveInGroup(id: string, unit: string, assessment: Assessment, { standings, name }: GroupBoard): string {
  proveUnit(id, assessment);
  if (standings.some((each) => each.unit.id === id)) return id;
  throw new UsageError({
    en: `${id} is not ranked with ${unit} (${name}); ask for it apart.`,
    vi: `${id} không cùng nhóm xếp hạng với ${unit} (${name}); hãy hỏi riêng.`,
  });
}

function proveOnBasis({ id }: Leaf, { source }: MarkColumn, row: number): void {
  if (source[row] !== OUTSIDE) return;
  throw new UsageError({
    en: `${id} takes no part on this basis, since it is surveyed; leave it out, or leave out --basis.`,
    vi: `${id} không tính ở căn cứ này vì lấy từ điều tra; hãy bỏ mục này, hoặc bỏ --basis.`,
  });
}

/** Last year's value with the mark of the text, whatever that of its own file. */
function previousOf({ texts, places }: LeafColumns, row: number, assessment: Assessment, mark: DecimalMark): string {
  const previous = texts.get(row)?.previous ?? '';
  const own = assessment.files[fileAt(places, row)]?.mark ?? mark;
  return own === mark ? previous : previous.replace(own, mark);
}
