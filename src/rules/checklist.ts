/** The rule checklist: points for each item met, or all points only if all are met. */
import { emptyItem, repeatedItem, unknownItem } from '../faults/names.ts';
import { checklistForm, itemsAboveMax } from '../faults/rules.ts';
import { IDENTITY } from '../model/curve.ts';
import { compare, type Exact, sum, toText, ZERO } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import type { Words } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { factsOf } from './cell.ts';
import { reachOfItems, reachOfSets } from './checklist-reach.ts';
import { pointsFlaws, reachFlaws } from './flaws.ts';
import { alikeFlaws, NONE, named, nameFault } from './names.ts';
import { complaint, decimal, numberOrText } from './options.ts';
import { type CellContext, defineRule, type Flaw, flaw, type LeafContext, type Refusal, refuse } from './rule.ts';
import { listText } from './tell.ts';

/** Items with their points, or (undefined) without. */
type Items = ReadonlyMap<string, Exact | undefined>;

const withPoints = named(decimal, 'item');

/** Why a name cannot stand in the list, given those before it. */
function listFault(name: unknown, before: readonly unknown[]): Words | undefined {
  if (typeof name !== 'string') return { en: 'the name of an item is a text.', vi: 'tên nội dung phải là chữ.' };
  if (before.includes(name)) return { en: 'this item stands twice.', vi: 'nội dung này có hai lần.' };
  return nameFault(name, 'item');
}

const items = z
  .unknown()
  .transform((input, context): Items => {
    if (Array.isArray(input) && input.length > 0) {
      const list: readonly unknown[] = input;
      list.forEach((name, at) => {
        const words = listFault(name, list.slice(0, at));
        if (words) context.issues.push(complaint(words, name, [at]));
      });
      return new Map(list.map((name) => [String(name).normalize('NFC'), undefined]));
    }
    const parsed = withPoints.safeParse(input);
    if (parsed.success) return parsed.data;
    context.issues.push(...parsed.error.issues.map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
    return z.NEVER;
  })
  .meta({
    json: {
      anyOf: [
        { type: 'object', additionalProperties: numberOrText() },
        { type: 'array', items: { type: 'string' }, minItems: 1 },
      ],
    },
  });

const options = z.strictObject({
  items: items.describe('The points of each item by its name; or, with all_or_nothing, the list of names.'),
  all_or_nothing: z
    .boolean()
    .optional()
    .describe('Whether only all items together give points, the maximum; false if absent.'),
});

type Options = z.output<typeof options>;

function hasPoints(items: Items): items is ReadonlyMap<string, Exact> {
  return [...items.values()].every((points) => points !== undefined);
}

/** A flaw where points stand beside all_or_nothing, or neither stands. */
function formFlaws({ items, all_or_nothing: together = false }: Options, { leaf }: LeafContext): readonly Flaw[] {
  const named = !hasPoints(items);
  return named === together ? [] : [flaw(['items'], checklistForm, { leaf, named })];
}

function sumFlaws(items: ReadonlyMap<string, Exact>, context: LeafContext): readonly Flaw[] {
  const total = sum([...items.values()]);
  const { leaf, max } = context;
  if (compare(total, max) <= 0) return reachFlaws(['items'], total, context);
  return [flaw(['items'], itemsAboveMax, { sum: toText(total), leaf, max: toText(max) })];
}

/** The names in a cell that was read before. */
function namesIn(cell: string): readonly string[] {
  return NONE.includes(cell.toLowerCase()) ? [] : cell.split(';').map((name) => name.trim().normalize('NFC'));
}

/** The names in a cell, each declared and none twice. */
function readNames(cell: string, items: Items, context: CellContext): readonly string[] | Refusal {
  if (NONE.includes(cell.toLowerCase())) return [];
  const names = cell.split(';').map((name) => name.trim());
  if (names.includes('')) return refuse(emptyItem, factsOf(cell, context));
  const unknown = names.find((name) => !items.has(name));
  if (unknown !== undefined) {
    const guess = nearest(unknown, [...items.keys()]);
    const known = [...items.keys()].join(', ');
    return refuse(unknownItem, { ...factsOf(unknown, context), known, ...(guess ? { nearest: guess } : {}) });
  }
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  return repeated === undefined ? names : refuse(repeatedItem, factsOf(repeated, context));
}

export const checklist = defineRule<Options>({
  summary: { en: 'Points for each item met, or only for all.', vi: 'Điểm cho từng nội dung đạt, hoặc chỉ khi đạt đủ.' },
  options,
  relative: false,
  holds: () => 'list',
  fill: ({ items, all_or_nothing: together }, max) => ({
    names: items,
    ...(together ? { together, upTo: max } : {}),
  }),
  flaws(options, context) {
    const { items } = options;
    const form = formFlaws(options, context);
    const isList = !hasPoints(items);
    const path = (name: string, at: number) => ['items', isList ? at : name];
    return [
      ...form,
      ...alikeFlaws(items.keys(), context, path),
      ...pointsFlaws(
        [...items].map(([name, points]) => [['items', name], points]),
        context,
      ),
      ...(hasPoints(items) && form.length === 0 ? sumFlaws(items, context) : []),
    ];
  },
  read(cell, { items, all_or_nothing: together }, context) {
    const names = readNames(cell, items, context);
    if ('fault' in names) return names;
    if (together) return names.length === items.size ? context.max : ZERO;
    return sum(names.map((name) => items.get(name) ?? ZERO));
  },
  curve: () => IDENTITY,
  tell: {
    en: ({ options: { items }, max }) =>
      hasPoints(items) ? `items: ${listText(items)}` : `${toText(max)} for all of: ${[...items.keys()].join('; ')}`,
    vi: ({ options: { items }, max }) =>
      hasPoints(items) ? `nội dung: ${listText(items)}` : `${toText(max)} nếu đủ: ${[...items.keys()].join('; ')}`,
  },
  because({ cell, points, options: { items }, max }, say) {
    const met = namesIn(cell);
    const unmet = [...items.keys()].filter((name) => !met.includes(name));
    const lacking = unmet.length === 0 ? '' : `; ${say.pick({ en: 'not met', vi: 'chưa đạt' })}: ${unmet.join(', ')}`;
    if (!hasPoints(items)) {
      const counted = say.pick({
        en: `${met.length} of ${items.size} items met, all are asked`,
        vi: `đạt ${met.length} trên ${items.size} nội dung, phải đạt đủ`,
      });
      return `${counted}: ${say.points(points, max)}${lacking}`;
    }
    if (met.length === 0) return `${say.pick({ en: 'no item met', vi: 'không đạt nội dung nào' })}: 0${lacking}`;
    const terms = met.map((name) => `${name} ${say.number(items.get(name) ?? ZERO)}`).join(' + ');
    return `${terms} ${say.equals(points)}${lacking}`;
  },
  reach({ cell, points, options: { items }, max, costs }) {
    const met = namesIn(cell);
    const unmet = [...items.keys()].filter((name) => !met.includes(name));
    if (!hasPoints(items)) return compare(points, max) < 0 ? [reachOfSets(max, [unmet])] : [];
    return reachOfItems(unmet, items, points, costs);
  },
});
