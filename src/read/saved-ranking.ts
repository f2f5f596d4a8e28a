/** A ranking as `rank --format json` saved it, as far as a later report needs it. */
import { z } from 'zod';
import { parseDecimal } from '../model/exact.ts';
import type { PreviousGroup, PreviousRanking, PreviousUnit } from '../model/previous.ts';

const unit = z.object({
  unit: z.string(),
  name: z.string(),
  rank: z.int().positive().nullable(),
  index: z.string().nullable(),
  grade: z.string().nullable(),
});

const saved = z.object({
  schema: z.literal('parindex/ranking/1'),
  year: z.int().nullable(),
  rubrics: z.array(
    z.object({
      id: z.string(),
      grades: z.object({ bands: z.array(z.object({ id: z.string(), name: z.string() })) }).nullable(),
    }),
  ),
  groups: z.array(z.object({ id: z.string(), rubric: z.string(), units: z.array(unit) })),
});

type Saved = z.infer<typeof saved>;

/** The ranking of a text; undefined where the text is no JSON of schema `parindex/ranking/1`. */
export function readSavedRanking(text: string): PreviousRanking | undefined {
  const { data } = saved.safeParse(parsed(text));
  if (data === undefined) return undefined;
  return {
    ...(data.year === null ? {} : { year: data.year }),
    groups: data.groups.map((group) => groupOf(group, data)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function groupOf({ id, rubric, units }: Saved['groups'][number], { rubrics }: Saved): PreviousGroup {
  const bands = rubrics.find((each) => each.id === rubric)?.grades?.bands ?? [];
  return {
    id,
    units: units.map(({ unit, name, rank, index, grade }): PreviousUnit => {
      const figure = index === null ? undefined : parseDecimal(index);
      return {
        unit,
        name,
        ...(rank === null ? {} : { rank }),
        ...(figure === undefined ? {} : { index: figure }),
        ...(grade === null ? {} : { grade: bands.find((band) => band.id === grade)?.name ?? grade }),
      };
    }),
  };
}
