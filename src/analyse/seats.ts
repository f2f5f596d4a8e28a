/** Units of a snapshot by id, by name and by what they took the place of: looked up once, however many ask. */
import type { Snapshot, SnapshotGroup, SnapshotUnit } from '../model/comparison.ts';
import { likeness } from '../model/nearest.ts';

/** A unit and the group in which it stands. */
export interface Seated {
  readonly unit: SnapshotUnit;
  readonly group: SnapshotGroup;
}

interface Seats {
  readonly byId: ReadonlyMap<string, Seated>;
  readonly byName: ReadonlyMap<string, Seated>;
  /** Units by the id of whom they took the place of. */
  readonly successors: ReadonlyMap<string, readonly SnapshotUnit[]>;
}

const known = new WeakMap<Snapshot, Seats>();

function seatsOf(snapshot: Snapshot): Seats {
  const found = known.get(snapshot) ?? lookUp(snapshot);
  known.set(snapshot, found);
  return found;
}

function lookUp({ groups }: Snapshot): Seats {
  const byId = new Map<string, Seated>();
  const byName = new Map<string, Seated>();
  const successors = new Map<string, SnapshotUnit[]>();
  for (const group of groups) {
    for (const unit of group.units) {
      const name = likeness(unit.name);
      if (!byId.has(unit.id)) byId.set(unit.id, { unit, group });
      if (!byName.has(name)) byName.set(name, { unit, group });
      for (const id of unit.successorOf) successors.set(id, [...(successors.get(id) ?? []), unit]);
    }
  }
  return { byId, byName, successors };
}

/** The unit of a snapshot with this id, else with this name. */
export function findUnit(snapshot: Snapshot, { id, name }: Pick<SnapshotUnit, 'id' | 'name'>): Seated | undefined {
  const { byId, byName } = seatsOf(snapshot);
  return byId.get(id) ?? byName.get(likeness(name));
}

/** The one predecessor of a unit that was only renamed: nobody else has taken its place, and it is gone. */
export function renamed(unit: SnapshotUnit, older: Snapshot, newer: Snapshot): Seated | undefined {
  const [id, second] = unit.successorOf;
  if (id === undefined || second !== undefined || findUnit(newer, { id, name: id })) return undefined;
  return seatsOf(newer).successors.get(id)?.length === 1 ? findUnit(older, { id, name: id }) : undefined;
}
