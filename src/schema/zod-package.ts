/**
 * The words of zod that schemas of files are written in, from the package itself. In the bundle it is loaded when it
 * is first called (build.js), so only functions stand here.
 */
import * as z from 'zod';

export type Zod = ReturnType<typeof zodWords>;

/** Each named, so that the bundler leaves out the rest of the package. */
export function zodWords() {
  return {
    array: z.array,
    boolean: z.boolean,
    custom: z.custom,
    discriminatedUnion: z.discriminatedUnion,
    enum: z.enum,
    literal: z.literal,
    record: z.record,
    strictObject: z.strictObject,
    string: z.string,
    union: z.union,
    unknown: z.unknown,
  };
}
