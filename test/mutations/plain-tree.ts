/** A reader of the flow style of YAML that shares nothing with src: maps, lists, quoted texts, bare words and remarks. */

/** A bare word is kept apart from a quoted text: only the one may be a number, only the other an id. */
export interface Bare {
  readonly bare: string;
}

export type Tree = string | Bare | readonly Tree[] | ReadonlyMap<string, Tree>;

class Unreadable extends Error {}

/** The tree of a text; undefined where it is of another style, or where a key stands twice. */
export function plainTree(text: string): Tree | undefined {
  let at = 0;
  const fail = (): never => {
    throw new Unreadable();
  };
  const blanks = (): void => {
    for (;;) {
      const start = at;
      while (/[ \t\n]/.test(text[at] ?? '')) at++;
      if (text[at] === '#' && (at === 0 || at > start || /[ \n]/.test(text[at - 1] ?? ''))) {
        while (at < text.length && text[at] !== '\n') at++;
      } else return;
    }
  };
  const quoted = (): string => {
    const start = at + 1;
    const end = text.indexOf('"', start);
    const inside = text.slice(start, end);
    if (end === -1 || /[\\\n]/.test(inside)) fail();
    at = end + 1;
    return inside;
  };
  const bare = (): Bare => {
    const found = /^[^\s,:[\]{}"'&*!|>%@`#?-][^\n,[\]{}]*|^-[0-9][^\n,[\]{}]*/.exec(text.slice(at))?.[0] ?? fail();
    if (/:(?:\s|$)|\s#/.test(found)) fail();
    at += found.length;
    return { bare: found.trimEnd() };
  };
  const value = (): Tree => {
    blanks();
    if (text[at] === '{') return map();
    if (text[at] === '[') return list();
    return text[at] === '"' ? quoted() : bare();
  };
  const between = (end: string, item: () => void): void => {
    at++;
    blanks();
    while (text[at] !== end) {
      item();
      blanks();
      if (text[at] === ',') at++;
      else if (text[at] !== end) fail();
      blanks();
    }
    at++;
  };
  const list = (): readonly Tree[] => {
    const items: Tree[] = [];
    between(']', () => items.push(value()));
    return items;
  };
  const map = (): ReadonlyMap<string, Tree> => {
    const entries = new Map<string, Tree>();
    between('}', () => {
      const key = text[at] === '"' ? quoted() : fail();
      blanks();
      if (text[at] !== ':' || entries.has(key)) fail();
      at++;
      entries.set(key, value());
    });
    return entries;
  };
  try {
    const tree = value();
    blanks();
    return at === text.length ? tree : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
