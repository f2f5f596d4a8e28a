/** From a table of rules to the schema of `rule:` in a rubric: told apart by `type`, parsed to type and options. */
import * as z from '../schema/zod.ts';
import type { Rule } from './rule.ts';

/** Rules by their names. */
// biome-ignore lint/suspicious/noExplicitAny: rules of different options stand in one table
export type RuleTable = Readonly<Record<string, Rule<any>>>;

/** The options of any rule of the table, beside the `type` that names it. */
export function scoringSchema<Table extends RuleTable>(table: Table) {
  const members = Object.entries(table).map(([name, { options, summary }]) =>
    z.strictObject({ type: z.literal(name).describe(summary.en), ...options.shape }).describe(summary.en),
  );
  return z
    .discriminatedUnion('type', members as [(typeof members)[0], ...typeof members])
    .transform(({ type, ...options }) => ({ type: type as keyof Table & string, options: options as unknown }));
}
