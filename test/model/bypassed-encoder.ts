/**
 * Ways around an encoder that compile: what the type of untrusted text cannot forbid. Each line with a comment must be
 * found by untrusted.test.ts, and no other. Nothing here is ever called.
 */
import { lettersOf, type Untrusted } from '../../src/model/encoded.ts';

interface Row {
  readonly name: Untrusted;
  readonly cells: readonly Untrusted[];
  readonly note?: Untrusted | null;
}

export const texts = (
  { name, cells, note }: Row,
  some: readonly Row[],
  plain: readonly string[],
): readonly unknown[] => [
  String(name), // found
  String(note ?? ''), // found
  new String(name), // found
  name.toString(), // found
  note?.valueOf(), // found
  cells.join(', '), // found
  [name, 'x'].join(), // found
  cells.toString(), // found
  some.map((row) => row.name).join(''), // found
  some.flatMap((row) => row.cells).join(''), // found
  `<td>${cells}</td>`, // found
  `<td>${[name]}</td>`, // found
  (plain[0] as string) + cells, // found
  name as string, // found
  name as unknown as string, // found
  cells as readonly string[], // found
  some[0]?.name as never, // found
  // These say nothing of a face, or go through an encoder.
  String(some.length),
  plain.join(', '),
  plain.map((one) => `${one}`).join(''),
  cells.map(lettersOf).join(''),
  `${cells.length}`,
  name === 'x',
  [name, ...cells].length,
  { text: name } as { readonly text: Untrusted },
];
