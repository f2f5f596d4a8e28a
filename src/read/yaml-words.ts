/** Words of YAML that readers of other versions take for something else. */

/** Plain words that YAML 1.1 takes for true or false, a time of day for a number, a day for a date. */
export const AMBIGUOUS = /^(?:y|n|yes|no|on|off|[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$/i;

/** Keys of this format itself, which every reader of it knows. */
export const OWN_KEYS: readonly string[] = ['on', 'n'];
