/** What columns of a published table say: as text (`part=a,b;total=c`) or as a YAML file (`total: c`, `part: [a, b]`). */
import { badMapping } from '../faults/published.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { isNumeral, writtenAs } from '../model/numeral.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { ROLES, type Role } from '../model/published.ts';
import { visible } from '../model/visible.ts';
import { type Path, readYaml } from './yaml.ts';

/** A column that was given a role, and where; the header is proved when the table is read. */
export interface ToldRole {
  readonly role: Role;
  readonly header: string;
  readonly place: Place;
}

/** Of a text as an option gives it; faults stand at the table, of which it speaks. Errors: bad-mapping. */
export function parseRoles(mapping: string, file: string): Reading<readonly ToldRole[]> {
  const place = wholeFile(file);
  const told: ToldRole[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of mapping.split(';').filter((part) => part.trim() !== '')) {
    const [name = '', list] = item.split('=').map((part) => part.trim());
    const role = ROLES.find((each) => each === name);
    if (list === undefined || list === '') diagnostics.push(refuseRole(place, item.trim(), 'shape', []));
    else if (role === undefined) diagnostics.push(refuseRole(place, name, 'role', ROLES));
    else told.push(...list.split(',').map((part) => ({ role, header: part.trim(), place })));
  }
  return { value: told, diagnostics };
}

/** Of a YAML file: a role a key, its value a header or a list of headers. Errors: bad-mapping, those of YAML. */
export function readRoles(text: string, file: string): Reading<readonly ToldRole[]> {
  const { value: yaml, diagnostics: found } = readYaml(text, file);
  if (yaml === undefined) return { diagnostics: found };
  const diagnostics: Diagnostic[] = [...found];
  const told: ToldRole[] = [];
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { diagnostics: [...found, refuseRole(yaml.place([]), 'YAML', 'shape', [])] };
  }
  for (const [name, list] of Object.entries(value)) {
    const role = ROLES.find((each) => each === name);
    if (role === undefined) {
      diagnostics.push(refuseRole(yaml.keyPlace([name]), name, 'role', ROLES));
      continue;
    }
    const items = Array.isArray(list)
      ? list.map((item, at): readonly [unknown, Path] => [item, [name, at]])
      : [[list, [name]] as const];
    for (const [item, path] of items) {
      const header = isNumeral(item) ? writtenAs(item) : item;
      const place = yaml.place(path);
      if (typeof header === 'string' && header !== '') told.push({ role, header, place });
      else diagnostics.push(refuseRole(place, name, 'shape', []));
    }
  }
  return { value: told, diagnostics };
}

/** The fault of a mapping, with the nearest of what there is. */
export function refuseRole(
  place: Place,
  shown: string,
  what: 'role' | 'column' | 'shape',
  known: readonly string[],
): Diagnostic {
  const guess = nearest(shown, known);
  const facts = { shown: visible(shown), what, known: known.join(', '), ...(guess ? { nearest: guess } : {}) };
  return raise(badMapping, place, facts);
}
