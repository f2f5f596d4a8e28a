/** A text with its full stop; one that somebody else ended already is left as it is. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
