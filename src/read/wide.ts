/**
 * The wide shape: one row a unit, one column a leaf. A column named by a leaf's id holds the value of its own
 * source (survey, self, else appraised); `<id>:<column>` holds any other column of that leaf.
 */
import { missingColumn, repeatedColumn, unknownColumn } from '../faults/csv.ts';
import { repeatedUnit } from '../faults/project.ts';
import { raise, see } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { APPRAISED } from '../model/rubric.ts';
import { visible } from '../model/visible.ts';
import { entryColumns } from './columns.ts';
import { type FileContext, type Slots, takeEntry } from './entry.ts';
import { findSeat } from './seats.ts';
import type { SheetBuild, Target, World } from './sheets.ts';

/** The columns of one leaf in a wide file, by their own names. */
type LeafSlots = Map<string, number>;

/** Errors: unknown-column, repeated-column, missing-column at the header; repeated-unit and those of entry on rows. */
export function wideRows(
  context: FileContext,
  world: World,
  headerLine: number,
): (cells: readonly string[], line: number) => boolean {
  const { file, diagnostics } = context;
  const { unitAt, plans } = planWide(context, world, headerLine);
  const lineOf = new Map<string, number>();
  return (cells, line) => {
    const place = (slot: number): Place => ({
      ...{ file, line, column: slot + 1 },
      name: visible(context.header[slot] as string),
    });
    const id = cells[unitAt] as string;
    const seat = findSeat(diagnostics, id, () => place(unitAt), world);
    if (seat === undefined) return false;
    const first = lineOf.get(id);
    if (first !== undefined) {
      const facts = {
        what: 'id',
        shown: visible(id),
        line: String(first),
      } as const;
      const related = see('first', { ...place(unitAt), line: first });
      diagnostics.push(raise(repeatedUnit, place(unitAt), facts, { unit: id, related }));
      return false;
    }
    lineOf.set(id, line);
    const { own, strange } = plans.get(seat.build) as WidePlan;
    let good = true;
    for (const slot of strange) {
      if (cells[slot] === '') continue;
      good = false;
      const facts = {
        shown: visible(context.header[slot] as string),
        known: seat.build.sheet.rubric.id,
      };
      diagnostics.push(raise(unknownColumn, place(slot), facts, { unit: id }));
    }
    for (const [target, leafSlots] of own) {
      // An adjustment without a value is no adjustment; a leaf's empty cells are told by takeEntry.
      if (target.isAdjustment && allSlots(leafSlots).every((slot) => slot < 0 || cells[slot] === '')) continue;
      good = takeEntry(context, seat, target, leafSlots, cells, line) && good;
    }
    return good;
  };
}

/** What a row says of one rubric's units. */
export interface WidePlan {
  readonly own: readonly (readonly [Target, Slots])[];
  /** Columns of leaves that only another rubric has. */
  readonly strange: readonly number[];
}

/** Finds the columns of a wide file, for the units of each rubric. Errors: those of the header. */
export function planWide(
  context: FileContext,
  world: World,
  headerLine: number,
): { readonly unitAt: number; readonly plans: ReadonlyMap<SheetBuild, WidePlan> } {
  const { unitAt, slots } = readWideHeader(context, world, headerLine);
  return { unitAt, plans: new Map(world.builds.map((build) => [build, planOf(build, slots)])) };
}

function planOf(build: SheetBuild, slots: ReadonlyMap<string, LeafSlots>): WidePlan {
  const own: (readonly [Target, Slots])[] = [];
  const strange: number[] = [];
  for (const [id, leafSlots] of slots) {
    const target = build.targets.get(id);
    if (target === undefined) strange.push(...leafSlots.values());
    else own.push([target, slotsOf(target, leafSlots, build.sheet.rubric.stages)]);
    // Named in full as well, the plain column is that of another rubric's leaf of the same id.
    const plain = leafSlots.get('');
    if (target && plain !== undefined && leafSlots.has(homeColumn(target))) strange.push(plain);
  }
  return { own, strange };
}

function slotsOf(target: Target, leafSlots: LeafSlots, stages: readonly string[]): Slots {
  const plain = leafSlots.get('') ?? -1;
  const home = homeColumn(target);
  const slot = (name: string): number => leafSlots.get(name) ?? (name === home ? plain : -1);
  return {
    stages: stages.map(slot),
    survey: slot('survey'),
    previous: slot('previous'),
    override: slot('override'),
    evidence: slot('evidence'),
    note: slot('note'),
  };
}

/** Where the value of a plain column belongs; under the appraisal too where the rubric has no stage self. */
function homeColumn({ node, isSurvey, valueNames }: Target): string {
  if (isSurvey) return 'survey';
  return 'source' in node && node.source === 'self' && valueNames.includes('self') ? 'self' : APPRAISED;
}

function allSlots({ stages, survey, previous, override, evidence, note }: Slots): readonly number[] {
  return [...stages, survey, previous, override, evidence, note];
}

function readWideHeader(
  { file, header, diagnostics }: FileContext,
  world: World,
  line: number,
): { readonly unitAt: number; readonly slots: ReadonlyMap<string, LeafSlots> } {
  const names = entryColumns(world.builds);
  const targetsOf = (id: string) => world.builds.flatMap((build) => build.targets.get(id) ?? []);
  const ids = [...new Set(world.builds.flatMap((build) => [...build.targets.keys()]))];
  const slots = new Map<string, LeafSlots>();
  let unitAt = -1;
  for (const [index, cell] of header.entries()) {
    const place = { file, line, column: index + 1 };
    if (unitAt === -1 && names.get(cell.toLowerCase()) === 'unit') {
      unitAt = index;
      continue;
    }
    const [id = '', suffix] = splitOnce(cell);
    const targets = targetsOf(id);
    const column = suffix === undefined ? '' : names.get(suffix.toLowerCase());
    if (targets.length === 0 || column === undefined || column === 'unit' || column === 'criterion') {
      const isLeaf = targets.length > 0;
      const guess = isLeaf ? nearest(suffix ?? '', [...names.keys()]) : nearest(cell, ids);
      const known = isLeaf ? [...new Set(names.values())].join(', ') : '<id>, <id>:<column>';
      const facts = {
        shown: visible(cell),
        known,
        ...(guess ? { nearest: isLeaf ? `${id}:${guess}` : guess } : {}),
      };
      diagnostics.push(raise(unknownColumn, place, facts));
      continue;
    }
    const leafSlots = slots.get(id) ?? new Map<string, number>();
    slots.set(id, leafSlots);
    // Two rubrics may have a leaf of one id with different sources: then both names are needed.
    const homes = [...new Set(targets.map(homeColumn))];
    const home = homes.length === 1 ? homes[0] : undefined;
    const first = leafSlots.get(column) ?? (column === home ? leafSlots.get('') : undefined);
    const clash = first ?? (column === '' && home !== undefined ? leafSlots.get(home) : undefined);
    if (clash !== undefined) {
      diagnostics.push(
        raise(repeatedColumn, place, {
          shown: visible(cell),
          first: String(clash + 1),
        }),
      );
    } else leafSlots.set(column, index);
  }
  for (const id of ids) {
    if (!slots.has(id) && world.builds.length === 1 && !targetsOf(id)[0]?.isAdjustment) {
      diagnostics.push(raise(missingColumn, { file, line, column: 0 }, { column: id }));
    }
  }
  return { unitAt, slots };
}

function splitOnce(cell: string): readonly [string, string?] {
  const colon = cell.indexOf(':');
  return colon === -1 ? [cell] : [cell.slice(0, colon), cell.slice(colon + 1)];
}
