/**
 * What a damaged project may at most give, by a reading and a sum of its own that share nothing with src: a ranking,
 * or the reason why there can be none.
 */
import {
  add,
  below,
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  multiply,
  one,
  parseDecimal,
  round,
  shown,
  subtract,
  sum,
  zero,
} from '../reference/fraction.ts';
import { plainRows, plainText } from './plain-csv.ts';
import { type Bare, plainTree, type Tree } from './plain-tree.ts';

/** A unit as `rank --format json` gives it, in the order of the listing. */
export interface Ranked {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  readonly points: string;
  readonly max: string;
  readonly index: string;
  readonly grade: string | null;
}

export type Verdict = { readonly ranking: readonly Ranked[] } | { readonly why: string };

class Illegal extends Error {}

function illegal(why: string): never {
  throw new Illegal(why);
}

/** The verdict on the files of a project with the paths of the good one. */
export function judge(files: ReadonlyMap<string, Uint8Array>): Verdict {
  try {
    const rubric = rubricOf(textOf(files, 'rubric.yaml'));
    const units = unitsOf(textOf(files, 'units.csv'));
    const paths = [...files.keys()].filter((path) => path.startsWith('entries/'));
    for (const path of paths) if (!units.some(({ id }) => path === `entries/${id}.csv`)) illegal(`no unit of ${path}`);
    const totals = units.map((unit) => ({ unit, ...totalOf(textOf(files, `entries/${unit.id}.csv`), rubric) }));
    return { ranking: rank(totals, rubric) };
  } catch (error) {
    if (error instanceof Illegal) return { why: error.message };
    throw error;
  }
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path) ?? illegal(`no ${path}`);
  const text = plainText(bytes) ?? illegal(`${path} is no text`);
  // Whatever a reader cannot see has no place in a file.
  if (
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\ufffe\uffff]/.test(
      text,
    )
  )
    illegal(`${path} holds what cannot be seen`);
  return text;
}

interface Leaf {
  readonly id: string;
  readonly max: Fraction;
  readonly points: (cell: string) => Fraction;
}

interface Rubric {
  readonly leaves: readonly Leaf[];
  readonly domains: readonly (readonly string[])[];
  readonly at: string;
  readonly decimals: number;
  readonly isExact: boolean;
  readonly gradesExactly: boolean;
  readonly isDense: boolean;
  readonly bands: readonly { readonly id: string; readonly from: Fraction | undefined }[];
}

type Fields = ReadonlyMap<string, Tree>;

function fields(tree: Tree | undefined, needed: readonly string[], more: readonly string[] = []): Fields {
  if (!(tree instanceof Map)) return illegal('no map');
  for (const key of tree.keys()) if (![...needed, ...more].includes(key)) illegal(`key ${key}`);
  for (const key of needed) if (!tree.has(key)) illegal(`no key ${key}`);
  return tree;
}

function list(tree: Tree | undefined): readonly Tree[] {
  return Array.isArray(tree) ? tree : illegal('no list');
}

/** A text: in quotes, or bare where no reading of YAML makes anything else of it. */
function words(tree: Tree | undefined): string {
  if (typeof tree === 'string') return tree.trim() === '' ? illegal('blank text') : tree;
  const { bare = illegal('no text') } = tree as Bare;
  return /^[-+.0-9]|^(?:null|true|false|yes|no|on|off|y|n|~)$/i.test(bare) ? illegal(`bare ${bare}`) : bare;
}

function id(tree: Tree | undefined): string {
  const text = words(tree);
  return /^[\p{L}\p{M}\p{N}._-]+$/u.test(text) ? text : illegal(`id ${text}`);
}

/** A number, bare or in quotes. */
function decimal(tree: Tree | undefined): Fraction {
  const text = typeof tree === 'string' ? tree : (tree as Bare | undefined)?.bare;
  return parseDecimal(text ?? '') ?? illegal(`number ${text}`);
}

function oneOf(tree: Tree | undefined, choices: readonly string[]): string {
  const text = tree === undefined ? choices[0] : words(tree);
  return text !== undefined && choices.includes(text) ? text : illegal(`choice ${text}`);
}

function rubricOf(text: string): Rubric {
  const top = fields(
    plainTree(text) ?? illegal('unreadable rubric'),
    ['format', 'id', 'title', 'domains'],
    ['applies_to', 'rounding', 'rank', 'grades', 'missing', 'note'],
  );
  if (compare(decimal(top.get('format')), one) !== 0) illegal('format');
  id(top.get('id'));
  words(top.get('title'));
  if (top.has('applies_to') && list(top.get('applies_to')).map(words).join() !== 'huyen') illegal('applies_to');
  const rounding = top.has('rounding') ? fields(top.get('rounding'), ['at', 'decimals']) : new Map<string, Tree>();
  const policy = top.has('rank') ? fields(top.get('rank'), [], ['on', 'ties']) : new Map<string, Tree>();
  const grades = top.has('grades') ? fields(top.get('grades'), ['bands'], ['on', 'gates']) : new Map<string, Tree>();
  const decimals = rounding.has('decimals') ? decimal(rounding.get('decimals')) : fraction(2n, 1n);
  if (decimals.denominator !== 1n || decimals.numerator < 0n) illegal('decimals');
  const domains = list(top.get('domains')).map((domain) => domainOf(domain));
  const leaves = domains.flatMap((domain) => domain.leaves);
  const ids = [...domains.map((domain) => domain.id), ...leaves.map((leaf) => leaf.id)];
  if (new Set(ids).size < ids.length) illegal('an id twice');
  return {
    leaves,
    domains: domains.map((domain) => domain.leaves.map((leaf) => leaf.id)),
    at: oneOf(rounding.get('at') ?? 'total', ['leaf', 'domain', 'total']),
    decimals: Number(decimals.numerator),
    isExact: oneOf(policy.get('on'), ['rounded', 'exact']) === 'exact',
    isDense: oneOf(policy.get('ties'), ['competition', 'dense']) === 'dense',
    gradesExactly: oneOf(grades.get('on'), ['rounded', 'exact']) === 'exact',
    bands: grades.has('bands') ? list(grades.get('bands')).map(bandOf).map(fallingFrom) : [],
  };
}

function bandOf(tree: Tree) {
  const band = fields(tree, ['id', 'name'], ['from']);
  words(band.get('name'));
  return { id: id(band.get('id')), from: band.has('from') ? decimal(band.get('from')) : undefined };
}

function fallingFrom(band: ReturnType<typeof bandOf>, at: number, all: readonly ReturnType<typeof bandOf>[]) {
  const above = all[at - 1]?.from;
  if ((at === all.length - 1) !== (band.from === undefined)) illegal('ends of grades');
  if (above && band.from && !below(band.from, above)) illegal('grades do not fall');
  return band;
}

function domainOf(tree: Tree): { readonly id: string; readonly leaves: readonly Leaf[] } {
  const domain = fields(tree, ['id', 'title', 'max', 'criteria'], ['note']);
  words(domain.get('title'));
  const leaves = list(domain.get('criteria')).map(leafOf);
  if (compare(sum(leaves.map(({ max }) => max)), decimal(domain.get('max'))) !== 0) illegal('max is no sum');
  return { id: id(domain.get('id')), leaves };
}

function leafOf(tree: Tree): Leaf {
  const leaf = fields(tree, ['id', 'title', 'max', 'rule'], ['note']);
  words(leaf.get('title'));
  const max = decimal(leaf.get('max'));
  if (compare(max, zero) <= 0) illegal('max of 0');
  return { id: id(leaf.get('id')), max, points: ruleOf(leaf.get('rule'), max) };
}

function ruleOf(tree: Tree | undefined, max: Fraction): Leaf['points'] {
  const rule = fields(tree, ['type'], ['levels', 'step', 'floor', 'points', 'min']);
  const type = words(rule.get('type'));
  const only = (...keys: string[]): void => {
    for (const key of rule.keys()) if (key !== 'type' && !keys.includes(key)) illegal(`key ${key} of ${type}`);
  };
  const number = (cell: string): Fraction => {
    const value = parseDecimal(cell) ?? illegal(`value ${cell}`);
    return below(value, zero) ? illegal('negative') : value;
  };
  switch (type) {
    case 'levels': {
      only('levels');
      const levels = new Map(
        [...fields(rule.get('levels'), [], [...(rule.get('levels') as Fields).keys()])].map(([name, points]) => [
          name,
          decimal(points),
        ]),
      );
      for (const points of levels.values()) if (below(points, zero) || below(max, points)) illegal('level beyond');
      return (cell) => levels.get(cell) ?? illegal(`level ${cell}`);
    }
    case 'given': {
      only('step');
      const step = rule.has('step') ? decimal(rule.get('step')) : undefined;
      if (step && compare(step, zero) <= 0) illegal('step');
      return (cell) => {
        const value = number(cell);
        if (below(max, value)) illegal('above the maximum');
        return step && divide(value, step).denominator !== 1n ? illegal('off step') : value;
      };
    }
    case 'proportional': {
      only('floor');
      const floor = rule.has('floor') ? share(words(rule.get('floor') as string)) : zero;
      if (!below(floor, one)) illegal('floor');
      return (cell) => {
        const value = share(cell);
        if (below(one, value)) illegal('over 100 %');
        return below(value, floor) ? zero : multiply(value, max);
      };
    }
    case 'deduct': {
      only('points', 'min');
      const [each, least] = [decimal(rule.get('points')), rule.has('min') ? decimal(rule.get('min')) : undefined];
      if (compare(each, zero) <= 0 || (least && (below(least, zero) || below(max, least)))) illegal('deduct');
      return (cell) => {
        const count = number(cell);
        if (count.denominator !== 1n) illegal('no count');
        const left = subtract(max, multiply(count, each));
        if (!least) return below(left, zero) ? illegal('below 0') : left;
        return below(left, least) ? least : left;
      };
    }
    default:
      return illegal(`rule ${type}`);
  }
}

/** `85.5%` or `29/34`. */
function share(text: string): Fraction {
  const read = (part: string): Fraction => parseDecimal(part) ?? illegal(`share ${text}`);
  if (text.includes('-')) illegal('negative share');
  if (text.endsWith('%')) return divide(read(text.slice(0, -1)), hundred);
  const parts = text.split('/').map(read);
  if (parts.length !== 2 || compare(parts[1] as Fraction, zero) === 0) illegal(`share ${text}`);
  return divide(parts[0] as Fraction, parts[1] as Fraction);
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly ranked: boolean;
}

/** Rows by header, each header once and known; case and Vietnamese spellings are as good. */
function table(text: string, columns: Readonly<Record<string, readonly string[]>>, needed: readonly string[]) {
  const [header = [], ...rows] = plainRows(text) ?? illegal('broken rows');
  const names = header.map(
    (cell) =>
      Object.keys(columns).find((name) => [name, ...(columns[name] ?? [])].includes(cell.toLowerCase())) ??
      illegal(`header ${cell}`),
  );
  if (new Set(names).size < names.length || needed.some((name) => !names.includes(name))) illegal('headers');
  if (rows.some((row) => row.join('\n') === header.join('\n'))) illegal('the header again');
  return rows.map(
    (row) =>
      (name: string): string =>
        row[names.indexOf(name)] ?? '',
  );
}

function unitsOf(text: string): readonly Unit[] {
  const columns = {
    id: ['mã'],
    name: ['tên', 'tên đơn vị'],
    group: ['nhóm', 'khối'],
    unranked: ['không xếp hạng'],
    note: ['ghi chú'],
    successor_of: ['kế thừa'],
  };
  const units = table(text, columns, ['id', 'name', 'group']).map((cell) => {
    const [id, name, unranked] = [cell('id'), cell('name').trim(), cell('unranked').trim().toLowerCase()];
    if (!/^[a-z0-9_][a-z0-9_-]*$/.test(id)) illegal(`unit ${id}`);
    if (cell('group') !== 'huyen') illegal('group');
    if (name === '' || /[\n\u00ad\u200b-\u200d\u2060]/.test(name)) illegal('name');
    if (!['', 'x', 'yes', 'no', 'có', 'không'].includes(unranked)) illegal('unranked');
    return { id, name, ranked: ['', 'no', 'không'].includes(unranked) };
  });
  if (units.length === 0 || new Set(units.map(({ id }) => id)).size < units.length) illegal('units');
  return units;
}

function totalOf(text: string, rubric: Rubric): { readonly points: Fraction; readonly max: Fraction } {
  const columns = {
    criterion: ['tiêu chí', 'mã tiêu chí'],
    self: ['tự đánh giá'],
    appraised: ['thẩm định'],
    evidence: ['tài liệu kiểm chứng'],
    note: ['ghi chú'],
  };
  const given = new Map<string, Fraction>();
  for (const cell of table(text, columns, ['criterion'])) {
    const leaf = rubric.leaves.find(({ id }) => id === cell('criterion')) ?? illegal(`leaf ${cell('criterion')}`);
    if (given.has(leaf.id)) illegal(`${leaf.id} twice`);
    const [self, appraised] = ['self', 'appraised'].map((stage) => cell(stage)) as [string, string];
    if (/\n/.test(self + appraised)) illegal('a line break in a value');
    if (self.trim() !== '') leaf.points(self.trim());
    if (appraised.trim() === '') illegal(`${leaf.id} is not appraised`);
    given.set(leaf.id, leaf.points(appraised.trim()));
  }
  const settle = (value: Fraction, at: string): Fraction => (rubric.at === at ? round(value, rubric.decimals) : value);
  const domains = rubric.domains.map((ids) =>
    settle(sum(ids.map((id) => settle(given.get(id) ?? illegal(`no ${id}`), 'leaf'))), 'domain'),
  );
  return { points: settle(sum(domains), 'total'), max: sum(rubric.leaves.map(({ max }) => max)) };
}

interface Total {
  readonly unit: Unit;
  readonly points: Fraction;
  readonly max: Fraction;
}

/** Ranked units by their index, equals in the order of the units; then those that are listed apart. */
function rank(totals: readonly Total[], rubric: Rubric): readonly Ranked[] {
  const { decimals } = rubric;
  const placed = totals.map(({ unit, points, max }) => {
    const exact = divide(multiply(points, hundred), max);
    return { unit, points, max, exact, index: round(exact, decimals) };
  });
  type Placed = (typeof placed)[number];
  const figure = (one: Placed): Fraction => (rubric.isExact ? one.exact : one.index);
  const ranked = placed.filter(({ unit }) => unit.ranked);
  const better = (one: Placed): readonly Placed[] => ranked.filter((other) => below(figure(one), figure(other)));
  const rankOf = (one: Placed): number => {
    const above = better(one);
    const distinct = above.filter((a, at) => above.findIndex((b) => compare(figure(a), figure(b)) === 0) === at);
    return 1 + (rubric.isDense ? distinct : above).length;
  };
  const gradeOf = (one: Placed): string | null =>
    rubric.bands.find(({ from }) => from === undefined || !below(rubric.gradesExactly ? one.exact : one.index, from))
      ?.id ?? null;
  return placed
    .map((one) => ({
      unit: one.unit.id,
      name: one.unit.name,
      rank: one.unit.ranked ? rankOf(one) : null,
      points: shown(one.points, decimals),
      max: plain(one.max),
      index: shown(one.index, decimals),
      grade: gradeOf(one),
    }))
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** A decimal without zeros at its end. */
function plain(value: Fraction): string {
  const text = shown(add(value, zero), 10);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
