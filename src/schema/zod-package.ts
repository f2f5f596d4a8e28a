/**
 * The words of zod that schemas of files are written in, from the package itself. In the bundle it is loaded when it
 * is first called (build.js), so only functions stand here.
 */
import * as z from 'zod';

export type Zod = ReturnType<typeof zodWords>;

/** One by one, so that the bundler leaves out the rest of the package. */
export function zodWords() {
  const { array, boolean, custom, discriminatedUnion, literal, record, strictObject, string, union, unknown } = z;
  return {
    array,
    boolean,
    custom,
    discriminatedUnion,
    enum: z.enum,
    literal,
    record,
    strictObject,
    string,
    union,
    unknown,
  };
}
