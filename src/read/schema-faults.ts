/**
 * What zod finds wrong with a YAML value, as faults with a place. In the bundle it is loaded when it is first called
 * (build.js), so only functions are seen from outside.
 */
import { bareNumber, missingKey, unknownKey, wrongValue } from '../faults/yaml.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { isNumeral, writtenAs } from '../model/numeral.ts';
import { visible } from '../model/visible.ts';
import type { Words } from '../model/words.ts';
import { type core, type ZodType, zodOf } from '../schema/zod.ts';
import type { Path, Yaml } from './yaml.ts';

type Issue = core.$ZodIssue;

/** The value as zod takes it, or every fault it finds. Errors: unknown-key, missing-key, bare-number, wrong-value. */
export function schemaFaults<T>(schema: ZodType<T>, yaml: Yaml): Reading<T> {
  const inZod = zodOf(schema);
  const parsed = inZod.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  return {
    diagnostics: parsed.error.issues.flatMap((issue) => located(issue, yaml, inZod)),
  };
}

function located(issue: Issue, yaml: Yaml, schema: ZodType): readonly Diagnostic[] {
  const path = issue.path as Path;
  const value = yaml.at(path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path, yaml);
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      const facts = {
        key: visible(key),
        ...(guess ? { nearest: guess } : {}),
        known: known.join(', '),
      };
      return raise(unknownKey, yaml.keyPlace([...path, key]), facts);
    });
  }
  // A key without a value has null.
  if (value === undefined) {
    return [raise(missingKey, yaml.place(path), { key: String(path.at(-1)) })];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isNumeral(value)) {
    return [raise(bareNumber, yaml.place(path), { shown: writtenAs(value) })];
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    const guess = typeof value === 'string' ? nearest(value, choices) : undefined;
    const list = choices.map((choice) => `"${choice}"`).join(', ');
    const what = {
      en: `${shown(value)} is none of ${list}.`,
      vi: `${shown(value)} không thuộc các giá trị ${list}.`,
    };
    return [
      raise(wrongValue, yaml.place(path), {
        what,
        ...(guess ? { nearest: guess } : {}),
      }),
    ];
  }
  if (issue.code === 'invalid_union') {
    if ('discriminator' in issue) return [unknownChoice(issue, value, path, yaml)];
    return likeliest(issue).flatMap((inner) => located({ ...inner, path: [...path, ...inner.path] }, yaml, schema));
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    return issue.issues.map((inner) => raise(wrongValue, yaml.keyPlace(path), { what: wordsOf(inner, key) }));
  }
  return [raise(wrongValue, yaml.place(path), { what: wordsOf(issue, value) })];
}

/** What keeps a value from being the member of a union that is of its kind; where none is, from being the first. */
function likeliest({ errors }: Issue & { code: 'invalid_union' }): readonly Issue[] {
  const isOtherKind = ({ code, path }: Issue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
  return errors.find((issues) => !issues.some(isOtherKind)) ?? (errors[0] as readonly Issue[]);
}

/** A union told apart by a key, such as `rule`, whose key has a value that no member has. */
function unknownChoice(issue: Issue & { code: 'invalid_union' }, value: unknown, path: Path, yaml: Yaml): Diagnostic {
  const choices = (issue as { readonly options: readonly unknown[] }).options.map(String);
  const guess = typeof value === 'string' ? nearest(value, choices) : undefined;
  const list = choices.join(', ');
  const what = {
    en: `There is no "${path.at(-1)}" ${shown(value)}; there are ${list}.`,
    vi: `Không có "${path.at(-1)}" ${shown(value)}; các giá trị là ${list}.`,
  };
  return raise(wrongValue, yaml.place(path), {
    what,
    ...(guess ? { nearest: guess } : {}),
  });
}

/** What zod expected, in our words; custom issues bring theirs (`params.vi`). */
function wordsOf(issue: Issue, value: unknown): Words {
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? {
      en: issue.expected,
      vi: issue.expected,
    };
    return {
      en: `${shown(value)} is not ${kind.en}.`,
      vi: `${shown(value)} không phải ${kind.vi}.`,
    };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const small = issue.code === 'too_small';
    return {
      en: small ? `At least ${limit} is asked here.` : `At most ${limit} is allowed here.`,
      vi: small ? `Ở đây cần ít nhất ${limit}.` : `Ở đây nhiều nhất là ${limit}.`,
    };
  }
  const vi = issue.code === 'custom' ? issue.params?.['vi'] : undefined;
  return {
    en: `${shown(value)}: ${issue.message}`,
    vi: `${shown(value)}: ${typeof vi === 'string' ? vi : issue.message}`,
  };
}

const KINDS: Record<string, Words> = {
  string: { en: 'a text', vi: 'chữ' },
  number: { en: 'a number', vi: 'số' },
  boolean: { en: 'true or false', vi: 'true hoặc false' },
  object: { en: 'a map of keys', vi: 'một nhóm khóa' },
  record: { en: 'a map of names', vi: 'một nhóm tên' },
  array: { en: 'a list', vi: 'một danh sách' },
};

function shown(value: unknown): string {
  if (isNumeral(value)) return writtenAs(value);
  if (typeof value === 'string') return `"${visible(value)}"`;
  if (value === null) return '(empty)';
  return Array.isArray(value) ? '[list]' : typeof value === 'object' ? '{map}' : String(value);
}

/** The keys that the schema knows at a path, found by walking both; empty where the way is lost. */
function knownKeys(schema: ZodType, path: Path, yaml: Yaml): readonly string[] {
  let at = unwrap(schema as core.$ZodType);
  for (let depth = 0; depth < path.length; depth++) {
    const step = path[depth] as string | number;
    const { def } = at._zod as { def: Def };
    let next: core.$ZodType | undefined;
    if (def.type === 'object') next = def.shape?.[step];
    else if (def.type === 'array') next = def.element;
    else if (def.type === 'record') next = def.valueType;
    if (next === undefined) return [];
    at = choose(unwrap(next), yaml.at(path.slice(0, depth + 1)));
  }
  const { def } = at._zod as { def: Def };
  return def.type === 'object' ? Object.keys(def.shape ?? {}) : [];
}

interface Def {
  readonly type: string;
  readonly shape?: Record<string, core.$ZodType>;
  readonly element?: core.$ZodType;
  readonly valueType?: core.$ZodType;
  readonly innerType?: core.$ZodType;
  readonly in?: core.$ZodType;
  readonly options?: readonly core.$ZodType[];
  readonly discriminator?: string;
}

function hasKeys(schema: core.$ZodType): boolean {
  return (schema._zod as { def: Def }).def.type === 'object';
}

function isList(schema: core.$ZodType): boolean {
  return (schema._zod as { def: Def }).def.type === 'array';
}

/** Through optional, default and pipe, to the schema that has keys. */
function unwrap(schema: core.$ZodType): core.$ZodType {
  const { def } = schema._zod as { def: Def };
  const inner = def.innerType ?? def.in;
  return inner ? unwrap(inner) : schema;
}

/** Any schema but a union itself; of a union the member that the value's key names; where no key tells them apart, the list or the one that has keys. */
function choose(schema: core.$ZodType, value: unknown): core.$ZodType {
  const { def } = schema._zod as { def: Def };
  if (def.discriminator === undefined) {
    const isKind = Array.isArray(value) ? isList : hasKeys;
    return def.options?.map(unwrap).find(isKind) ?? schema;
  }
  const name = (value as Record<string, unknown> | null | undefined)?.[def.discriminator];
  const member = def.options?.find((option) => {
    const key = (unwrap(option)._zod as { def: Def }).def.shape?.[def.discriminator as string];
    return (key as unknown as { value?: unknown })?.value === name;
  });
  return member ? unwrap(member) : schema;
}
