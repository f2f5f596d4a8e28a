/** How much of anything the tool reads before it refuses: what is larger is damaged, hostile or somebody's mistake. */

export interface Limits {
  /** Bytes of a CSV file. */
  readonly file: number;
  /** Characters of a line. */
  readonly line: number;
  /** Characters of a cell. */
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
  /** CSV files in one folder. */
  readonly files: number;
  /** Bytes of a YAML file, and how deep maps and lists may stand in one another. */
  readonly yaml: number;
  readonly depth: number;
  /** Characters of a unit's name. */
  readonly name: number;
}

export type LimitName = keyof Limits;

export const LIMITS: Limits = {
  file: 1_000_000_000,
  line: 1_000_000,
  cell: 65_536,
  rows: 20_000_000,
  columns: 2_000,
  files: 20_000,
  yaml: 1_000_000,
  depth: 20,
  name: 200,
};

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** The limits with some of them changed: `rows=50000000,file=2000000000`; undefined for anything else. */
export function parseLimits(written: string): Limits | undefined {
  const limits: Record<LimitName, number> = { ...LIMITS };
  for (const one of written.split(',')) {
    const [, name, digits] = /^([a-z]+)=([1-9][0-9]{0,11})$/.exec(one.trim()) ?? [];
    const known = LIMIT_NAMES.find((candidate) => candidate === name);
    if (known === undefined || digits === undefined) return undefined;
    limits[known] = [...digits].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0);
  }
  return limits;
}
