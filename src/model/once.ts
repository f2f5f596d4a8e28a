/** What is made when somebody first asks for it, and then kept. */

/** Gives what `make` gives, which is called once at most. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
