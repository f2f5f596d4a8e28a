/**
 * The words of zod that schemas of files are written in, used as zod's own: `import * as z from '../schema/zod.ts'`.
 *
 * A schema written in them keeps two things: how zod is told of it, and how a value that is right is taken without
 * zod, whose start takes longer than all the reading of a small project. What is not taken so is no fault yet: zod
 * looks then, and zod alone says what is wrong. So to take what zod refuses, or as anything else, would be a grave
 * fault, and to leave to zod what is right is none (test/schema/zod.test.ts holds both against each other).
 * Taken are plain values as YAML gives them: no undefined, no key that is a symbol, no class.
 */
import type * as zod from 'zod';
import { type Zod, zodWords } from './zod-package.ts';

export type * from 'zod';

/** Not taken: zod is to look. */
const LEFT = Symbol('left to zod');

type Take = (value: unknown) => unknown;
type Shape = Readonly<Record<string, Schema>>;

/** What a transformation gives after it said what is wrong. */
export const NEVER = Object.freeze({}) as never;

class Schema {
  /** The value as zod would give it, or LEFT. */
  readonly take: Take;
  readonly #tell: (z: Zod) => zod.ZodType;
  #told: zod.ZodType | undefined;
  /** Only of an object. */
  readonly shape: Shape;
  /** Whether a key may be absent. */
  readonly isOptional: boolean;

  constructor(take: Take, tell: (z: Zod) => zod.ZodType, { shape = {}, isOptional = false }: Partial<Schema> = {}) {
    this.take = take;
    this.#tell = tell;
    this.shape = shape;
    this.isOptional = isOptional;
  }

  /** The schema in zod, the same at each call. */
  zod(): zod.ZodType {
    this.#told ??= this.#tell(zodWords());
    return this.#told;
  }

  safeParse(value: unknown): unknown {
    const data = this.take(value);
    return data === LEFT ? this.zod().safeParse(value) : { success: true, data };
  }

  parse(value: unknown): unknown {
    const data = this.take(value);
    return data === LEFT ? this.zod().parse(value) : data;
  }

  describe(text: string): Schema {
    return new Schema(this.take, () => this.zod().describe(text), this);
  }

  meta(said: zod.GlobalMeta): Schema {
    return new Schema(this.take, () => this.zod().meta(said), this);
  }

  optional(): Schema {
    return new Schema(this.take, () => this.zod().optional(), { isOptional: true });
  }

  min(least: number): Schema {
    return this.#further(keepIf(lengthIn(least, Number.POSITIVE_INFINITY)), () => this.#list().min(least));
  }

  max(most: number): Schema {
    return this.#further(keepIf(lengthIn(0, most)), () => this.#list().max(most));
  }

  refine(test: (value: unknown) => unknown, said: object): Schema {
    return this.#further(keepIf(test), () => this.zod().refine(test, said));
  }

  superRefine(look: (value: unknown, context: zod.core.$RefinementCtx) => void): Schema {
    const kept = listening((taken, context) => {
      look(taken, context);
      return taken;
    });
    return this.#further(kept, () => this.zod().superRefine(look));
  }

  transform(change: (value: unknown, context: zod.core.$RefinementCtx) => unknown): Schema {
    return this.#further(listening(change), () => this.zod().transform(change));
  }

  #list(): zod.ZodArray {
    return this.zod() as zod.ZodArray;
  }

  /** The schema with one step more after it. */
  #further(step: Take, tell: () => zod.ZodType): Schema {
    return new Schema((value) => {
      const taken = this.take(value);
      return taken === LEFT ? LEFT : step(taken);
    }, tell);
  }
}

const keepIf =
  (test: (value: unknown) => unknown): Take =>
  (value) =>
    test(value) ? value : LEFT;

function lengthIn(least: number, most: number): (taken: unknown) => boolean {
  return (taken) => {
    const { length } = taken as readonly unknown[];
    return least <= length && length <= most;
  };
}

/** A step that may say that something is wrong. */
function listening(step: (value: unknown, context: zod.core.$RefinementCtx) => unknown): Take {
  return (value) => {
    const issues: unknown[] = [];
    const context = { value, issues, addIssue: (issue: unknown) => issues.push(issue) };
    const changed = step(value, context as unknown as zod.core.$RefinementCtx);
    return issues.length > 0 ? LEFT : changed;
  };
}

/** The schema in zod itself: for what it alone can do. */
export function zodOf<T extends zod.ZodType>(schema: T): T {
  return schema instanceof Schema ? (schema.zod() as T) : schema;
}

/** The value that zod would give; `otherwise` where that is left to zod. */
export function take<T>(schema: zod.ZodType<T>, value: unknown): { readonly value: T } | undefined {
  const taken = schema instanceof Schema ? schema.take(value) : LEFT;
  return taken === LEFT ? undefined : { value: taken as T };
}

/** One of zod's functions, as far as its types go. */
type Word<Name extends keyof typeof zod> = (typeof zod)[Name];

const asWord = <Name extends keyof typeof zod>(make: (...given: never[]) => Schema): Word<Name> =>
  make as unknown as Word<Name>;

export const unknown = asWord<'unknown'>(
  () =>
    new Schema(
      (value) => value,
      (z) => z.unknown(),
    ),
);

export const string = asWord<'string'>(
  (said?: string) =>
    new Schema(
      keepIf((value) => typeof value === 'string'),
      (z) => z.string(said),
    ),
);

export const boolean = asWord<'boolean'>(
  () =>
    new Schema(
      keepIf((value) => typeof value === 'boolean'),
      (z) => z.boolean(),
    ),
);

export const literal = asWord<'literal'>(
  (only: string) =>
    new Schema(
      keepIf((value) => value === only),
      (z) => z.literal(only),
    ),
);

export const custom = asWord<'custom'>(
  (test: (value: unknown) => unknown) => new Schema(keepIf(test), (z) => z.custom(test)),
);

const oneOf = asWord<'enum'>(
  (choices: readonly string[]) =>
    new Schema(
      keepIf((value) => choices.includes(value as string)),
      (z) => z.enum(choices),
    ),
);

export { oneOf as enum };

export const array = asWord<'array'>((element: Schema) => new Schema(eachOf(element), (z) => z.array(element.zod())));

function eachOf(element: Schema): Take {
  return (value) => {
    if (!Array.isArray(value)) return LEFT;
    const all: unknown[] = [];
    for (const each of value) {
      const taken = element.take(each);
      if (taken === LEFT) return LEFT;
      all.push(taken);
    }
    return all;
  };
}

export const union = asWord<'union'>(
  (options: readonly Schema[]) =>
    new Schema(
      (value) => {
        for (const option of options) {
          const taken = option.take(value);
          if (taken !== LEFT) return taken;
        }
        return LEFT;
      },
      (z) => z.union(options.map((option) => option.zod())),
    ),
);

export const discriminatedUnion = asWord<'discriminatedUnion'>((key: string, options: readonly Schema[]) => {
  type Members = Parameters<Zod['discriminatedUnion']>[1];
  return new Schema(
    (value) => {
      if (!isMap(value)) return LEFT;
      const own = options.find(({ shape }) => shape[key]?.take(value[key]) !== LEFT);
      return own ? own.take(value) : LEFT;
    },
    (z) => z.discriminatedUnion(key, options.map((option) => option.zod()) as unknown as Members),
  );
});

export const strictObject = asWord<'strictObject'>(
  (shape: Shape) =>
    new Schema(
      keysOf(shape),
      (z) => z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, inner.zod()]))),
      { shape },
    ),
);

/** Keys come in the order of the shape; none that the shape does not know. */
function keysOf(shape: Shape): Take {
  const known = Object.entries(shape);
  return (value) => {
    if (!isMap(value)) return LEFT;
    const all: Record<string, unknown> = {};
    let found = 0;
    for (const [key, inner] of known) {
      const given = value[key];
      if (given === undefined) {
        if (!inner.isOptional) return LEFT;
        continue;
      }
      const taken = inner.take(given);
      if (taken === LEFT) return LEFT;
      all[key] = taken;
      found++;
    }
    return found === Object.keys(value).length ? all : LEFT;
  };
}

export const record = asWord<'record'>(
  (key: Schema, inner: Schema) =>
    new Schema(
      (value) => {
        if (!isMap(value)) return LEFT;
        const all: Record<string, unknown> = {};
        for (const [name, given] of Object.entries(value)) {
          const taken = inner.take(given);
          if (name === '__proto__' || key.take(name) !== name || taken === LEFT) return LEFT;
          all[name] = taken;
        }
        return all;
      },
      (z) => z.record(key.zod() as zod.ZodString, inner.zod()),
    ),
);

/** A map of YAML: an object without a prototype. */
function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}
