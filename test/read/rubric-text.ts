/** Rubrics of tests, read from short texts. */
import type { Rubric } from '../../src/model/rubric.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { soundWords } from './sound-words.ts';

/** What a rubric's text came to: the rubric, and each fault as `code line:column message (other places)`. */
export interface SeenRubric {
  readonly rubric?: Rubric;
  readonly told: readonly string[];
  readonly hints: readonly string[];
}

/** Reads a rubric of these lines, behind the three that every rubric begins with: the first of them is line 4. */
export function seeRubric(...lines: readonly string[]): SeenRubric {
  const text = ['format: 1', 'id: so', 'title: Bộ tiêu chí thử', ...lines, ''].join('\n');
  const { value, diagnostics } = readRubric(text, 'rubric.yaml', 'ab'.repeat(32));
  soundWords(diagnostics);
  return {
    ...(value === undefined ? {} : { rubric: value }),
    told: diagnostics.map(({ fault, place, facts, related }) => {
      const others = related.map((other) => `${other.place.line}:${other.place.column}`).join();
      return `${fault.code} ${place.line}:${place.column} ${fault.message.en(facts)}${others && ` (${others})`}`;
    }),
    hints: diagnostics.map(({ fault, facts }) => fault.hint.en(facts)),
  };
}

/** The rubric of these lines, which is sound. */
export function rubricOf(...lines: readonly string[]): Rubric {
  const { rubric, told } = seeRubric(...lines);
  if (rubric === undefined) throw new Error(told.join('\n'));
  return rubric;
}
