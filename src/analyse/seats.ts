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
  /** By name; several where units of different groups have one name. */
  readonly byName: ReadonlyMap<string, readonly Seated[]>;
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
  const byName = new Map<string, Seated[]>();
  const successors = new Map<string, SnapshotUnit[]>();
  for (const group of groups) {
    for (const unit of group.units) {
      if (!byId.has(unit.id)) byId.set(unit.id, { unit, group });
      const name = likeness(unit.name);
      const namesakes = byName.get(name);
      if (namesakes) namesakes.push({ unit, group });
      else byName.set(name, [{ unit, group }]);
      for (const id of unit.successorOf) successors.set(id, [...(successors.get(id) ?? []), unit]);
    }
  }
  return { byId, byName, successors };
}

/** The unit of a snapshot that is called so: by its id, else by a name that only one has. */
export function findCalled(snapshot: Snapshot, called: string): Seated | undefined {
  const { byId, byName } = seatsOf(snapshot);
  return byId.get(called) ?? onlyOne(byName.get(likeness(called)), undefined);
}

/**
 * The unit of another result that is this one: by its id, else by its name, where nobody else could be meant: either
 * result has one of that name (or one in the same group), and no other has kept the id.
 */
export function findTwin(unit: SnapshotUnit, home: Snapshot, other: Snapshot): Seated | undefined {
  const [here, there] = [seatsOf(home), seatsOf(other)];
  const same = there.byId.get(unit.id);
  if (same) return same;
  const name = likeness(unit.name);
  const found = onlyOne(there.byName.get(name), here.byId.get(unit.id)?.group.id);
  if (found === undefined || here.byId.has(found.unit.id)) return undefined;
  return onlyOne(here.byName.get(name), found.group.id)?.unit === unit ? found : undefined;
}

/** The only one, or the only one of the group. */
function onlyOne(seats: readonly Seated[] | undefined, group: string | undefined): Seated | undefined {
  const own = seats?.length === 1 ? seats : (seats ?? []).filter((seat) => seat.group.id === group);
  return own.length === 1 ? own[0] : undefined;
}

/** The one predecessor of a unit that was only renamed: nobody else has taken its place, and it is gone. */
export function renamed(unit: SnapshotUnit, older: Snapshot, newer: Snapshot): Seated | undefined {
  const [id, second] = unit.successorOf;
  if (id === undefined || second !== undefined || findCalled(newer, id)) return undefined;
  return seatsOf(newer).successors.get(id)?.length === 1 ? findCalled(older, id) : undefined;
}
