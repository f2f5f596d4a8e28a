/** The codes of the catalogue. In the bundle it is loaded when it is first called (build.js), so only functions stand here. */
import { catalogue } from './catalogue.ts';

/** Every code that the tool can tell, each once. */
export function everyCode(): readonly string[] {
  return catalogue.flatMap(({ faults }) => faults.map(({ code }) => code));
}
