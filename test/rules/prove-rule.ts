/**
 * One table for every rule: cells it accepts with their points, cells it refuses, options that are unsound and options
 * that are none. Options are written as in a rubric, and go through the same YAML reader and schema.
 */
import { describe, expect, it } from 'vitest';
import { createColumn, exactAt, setExact } from '../../src/model/column.ts';
import { pointsAt } from '../../src/model/curve.ts';
import { compare, type DecimalMark, type Exact, parseDecimal, toText } from '../../src/model/exact.ts';
import type { Scoring } from '../../src/model/rubric.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { curveOf, type RuleName, ruleOf, ruleSchema } from '../../src/rules/index.ts';
import { isRefusal, type LeafContext } from '../../src/rules/rule.ts';
import { compileCurve, evaluate } from '../../src/score/evaluate.ts';

export interface Around {
  readonly previous?: string;
  /** Cells of the whole group, this one among them; the cell alone where absent. */
  readonly peers?: readonly string[];
  readonly mark?: DecimalMark;
  readonly source?: LeafContext['source'];
}

export interface RuleTable {
  /** Points by hand; a fraction where no decimal holds them. */
  readonly accept: readonly (readonly [cell: string, options: string, max: string, points: string, around?: Around])[];
  readonly reject: readonly (readonly [cell: string, options: string, max: string, code: string, around?: Around])[];
  /** Codes of all flaws, in their order; none for sound options. */
  readonly flaws: readonly (readonly [
    options: string,
    max: string,
    codes: readonly string[],
    source?: LeafContext['source'],
  ])[];
  /** Options that the schema refuses. */
  readonly invalid: readonly string[];
}

/** Runs a table. Every sound set of options in it is told in both languages as well. */
export function proveRule(type: RuleName, table: RuleTable): void {
  describe(`the rule ${type}`, () => {
    for (const [cell, options, max, points, around = {}] of table.accept) {
      it(`takes ${cell} by ${options} of ${max} for ${points} points`, () => {
        const scoring = scoringOf(type, options);
        const leaf = { leaf: '1.1', max: number(max), source: around.source ?? sourceFor(type) };
        const flaws = ruleOf(scoring).flaws(scoring.options, leaf);
        const severe = flaws.filter(({ fault }) => fault.severity === 'error');
        expect(severe.map(({ fault }) => fault.code)).toEqual([]);
        expect(award(scoring, cell, number(max), around)).toBe(points);
      });
    }

    for (const [cell, options, max, code, around = {}] of table.reject) {
      it(`refuses ${cell} by ${options} of ${max}: ${code}`, () => {
        const outcome = read(scoringOf(type, options), cell, number(max), around);
        expect(isRefusal(outcome) ? outcome.fault.code : toText(outcome)).toBe(code);
      });
    }

    for (const [options, max, codes, source = sourceFor(type)] of table.flaws) {
      it(`finds in ${options} of ${max} (${source}): ${codes.join(', ') || 'nothing'}`, () => {
        const scoring = scoringOf(type, options);
        const flaws = ruleOf(scoring).flaws(scoring.options, { leaf: '1.1', max: number(max), source });
        expect(flaws.map(({ fault }) => fault.code)).toEqual(codes);
      });
    }

    it.each(table.invalid)('has no options %s', (options) => {
      expect(ruleSchema.safeParse(yamlOf(type, options)).success).toBe(false);
    });

    it('is told in both languages, with nothing left out', () => {
      for (const [, options, max] of table.accept) {
        const scoring = scoringOf(type, options);
        const { tell } = ruleOf(scoring);
        for (const words of [tell.en, tell.vi]) {
          const told = words({ options: scoring.options, max: number(max) });
          expect(told).not.toMatch(/undefined|null|NaN|\[object|\s\s|^\s|\s$|^$/);
        }
      }
    });

    it('has a case of each kind', () => {
      expect(table.accept.length).toBeGreaterThan(2);
      expect(table.reject.length).toBeGreaterThan(1);
      expect(table.invalid.length).toBeGreaterThan(0);
    });
  });
}

/** Where a rule may stand without a flaw. */
function sourceFor(type: RuleName): LeafContext['source'] {
  return type === 'survey' ? 'survey' : 'appraised';
}

/** Points of a cell, by the curve and by the columns that a million cells go through; both must agree. */
function award(scoring: Scoring, cell: string, max: Exact, around: Around): string {
  const value = accepted(scoring, cell, max, around);
  const peers = ruleOf(scoring).relative
    ? (around.peers ?? [cell]).map((peer) => accepted(scoring, peer, max, around))
    : [];
  const curve = curveOf(scoring, max, peers);
  const points = pointsAt(curve, value);
  const [from, to] = [createColumn(1), createColumn(1)] as const;
  setExact(from, 0, value);
  evaluate(compileCurve(curve), from, 0, to);
  const text = points === undefined ? 'nothing' : toText(points);
  expect(toText(exactAt(to, 0) as Exact)).toBe(text);
  expect(points !== undefined && points.n >= 0n && compare(points, max) <= 0).toBe(true);
  return text;
}

function accepted(scoring: Scoring, cell: string, max: Exact, around: Around): Exact {
  const value = read(scoring, cell, max, around);
  if (isRefusal(value)) throw new Error(`${cell}: ${value.fault.code}`);
  return value;
}

function read(scoring: Scoring, cell: string, max: Exact, { previous = '', mark = '.', source }: Around) {
  const isAdjustment = source === 'adjustment';
  return ruleOf(scoring).read(cell, scoring.options, { leaf: '1.1', max, mark, previous, isAdjustment });
}

/** The scoring of options as they are written in a rubric. */
export function scoringOf(type: RuleName, options: string): Scoring {
  return ruleSchema.parse(yamlOf(type, options));
}

/** The value of `{ step: 0.5 }` with the type beside it, numbers as they were written. */
function yamlOf(type: RuleName, options: string): unknown {
  const { value, diagnostics } = readYaml(`rule: ${options}\n`, 'rubric.yaml');
  expect(diagnostics).toEqual([]);
  return { type, ...(value?.at(['rule']) as object) };
}

function number(text: string): Exact {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}
