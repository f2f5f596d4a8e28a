/**
 * Text apart from its face. What a file may have said is `Untrusted`; what a face (a terminal, a page of HTML, a CSV
 * file) shows as it stands is `Encoded` for that face, and only that face's encoder makes the one of the other.
 *
 *   Untrusted ──encoder of the face──→ Encoded<'html'> ──html`…`, joined──→ Encoded<'html'> ──→ what is written
 *
 * Both are strings when the program runs; a forgotten encoder is a type error (test/model/forgotten-encoder.ts).
 */

declare const origin: unique symbol;
declare const face: unique symbol;

/**
 * Any text of unknown origin. A string is one; the other way there is no way but an encoder. That it may be a symbol
 * is not true and never happens: it is what makes the compiler refuse it in a template and beside a `+`.
 */
export type Untrusted = string | (symbol & { readonly [origin]: 'unknown' });

/** Where a text is shown or written, each with what it would take for more than letters. */
export type Face = 'terminal' | 'markdown' | 'html' | 'csv' | 'xml' | 'github' | 'json' | 'yaml' | 'shell';

/** A text that says nothing but itself on its face. */
export type Encoded<Of extends Face> = string & { readonly [face]: Of };

/** A piece of a face: a text encoded for it, or none. */
export type Piece<Of extends Face> = Encoded<Of> | '';

/** Says that a text is encoded. For encoders only: test/house.test.ts names them. */
export function encodedAs<Of extends Face>(text: string): Encoded<Of> {
  return text as Encoded<Of>;
}

/** Untrusted text as an encoder begins with it. For encoders only, as above. */
export function lettersOf(text: Untrusted): string {
  return text as string;
}

/** A template of a face: its own words as they stand, and between them numbers and what is encoded for it. */
export function templateOf<Of extends Face>() {
  return (words: TemplateStringsArray, ...parts: readonly (Piece<Of> | number)[]): Encoded<Of> => {
    let text = words[0] as string;
    for (let at = 0; at < parts.length; at++) text += `${parts[at]}${words[at + 1]}`;
    return text as Encoded<Of>;
  };
}

/** What `join` gives; of a face's own texts it is one again. */
export function joined<Of extends Face>(
  parts: readonly Piece<Of>[],
  between: Piece<Of> | ' ' | '  ' | '\n' | '\n\n' = '',
): Encoded<Of> {
  return parts.join(between) as Encoded<Of>;
}
