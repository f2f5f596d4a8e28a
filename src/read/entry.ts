/** One unit's row for one leaf -> its columns: each cell by the leaf's rule, each law that concerns the row alone. */

import { lineBreakInCell } from '../faults/csv.ts';
import {
  badOverride,
  blanksAround,
  exemptNotPermitted,
  missingValue,
  noteMissing,
  overrideOnExempt,
  repeatedEntry,
  unusedPrevious,
  wrongSource,
} from '../faults/entries.ts';
import { notACase, unknownCase, unknownItem, unknownLevel } from '../faults/names.ts';
import { aboveMax, answerCounts, deductsTooMuch, offStep, outsideCurve } from '../faults/values.ts';
import { EVIDENCE_ASKED, HAS_EVIDENCE, HAS_NOTE, isSeen, noteRow, ROW_SEEN } from '../model/assessment.ts';
import { EMPTY, EXEMPT, setExact, setExempt, stateOf } from '../model/column.ts';
import { type Circumstances, type Diagnostic, type Fault, type Related, raise, see } from '../model/diagnostic.ts';
import { compare, type DecimalMark, parseDecimal, sign, toText } from '../model/exact.ts';
import { fileAt, lineAt } from '../model/places.ts';
import { eatenId } from '../model/spreadsheet-id.ts';
import { visible } from '../model/visible.ts';
import { type CellContext, isRefusal } from '../rules/rule.ts';
import type { Seat, Target } from './sheets.ts';

/** Where the columns of a leaf stand in a row; -1 where the file has no such column. */
export interface Slots {
  /** In the order of the stages of the unit's rubric. */
  readonly stages: readonly number[];
  readonly survey: number;
  readonly previous: number;
  readonly override: number;
  readonly evidence: number;
  readonly note: number;
}

/** What stays the same over all rows of a file. */
export interface FileContext {
  readonly file: string;
  /** Position of the file among all files, and their names. */
  readonly fileAt: number;
  readonly fileNames: readonly string[];
  readonly mark: DecimalMark;
  readonly header: readonly string[];
  /** Ids of units whose texts are kept. */
  readonly focus: Pick<ReadonlySet<string>, 'has'>;
  readonly diagnostics: Diagnostic[];
}

/** A row being read: what it says, and how to blame one of its cells. */
interface RowReader {
  readonly context: FileContext;
  readonly seat: Seat;
  readonly target: Target;
  readonly slots: Slots;
  readonly note: string;
  /** The cell of a slot as it stands; empty where there is no such column. */
  readonly at: (slot: number) => string;
  /** The same without blanks around, each of which is told; empty after a refusal. */
  readonly clean: (slot: number) => string;
  readonly blame: <Facts>(fault: Fault<Facts>, slot: number, facts: Facts, more?: Circumstances) => void;
}

const EXEMPT_WORDS = ['n/a', 'không áp dụng'];

/** Whether a text, without blanks around, says that the leaf does not apply. */
export function isExemptWord(text: string): boolean {
  return EXEMPT_WORDS.includes(text.toLowerCase());
}

/** What a rule may know when it reads a value of a target. */
export function cellContext({ node, isAdjustment }: Target, mark: DecimalMark, previous: string): CellContext {
  return { leaf: node.id, max: node.max, mark, previous, ...(isAdjustment ? { isAdjustment: true } : {}) };
}

/**
 * Takes one row; false where it was refused. Errors: repeated-entry, line-break-in-cell, wrong-source,
 * exempt-not-permitted, note-missing, bad-override, override-on-exempt, missing-value, and the rule's refusals.
 */
export function takeEntry(
  context: FileContext,
  seat: Seat,
  target: Target,
  slots: Slots,
  cells: readonly string[],
  line: number,
): boolean {
  const { columns } = target;
  const { row } = seat;
  const reader = createReader(context, seat, target, slots, cells, line);
  if (isSeen(columns, row)) {
    blameSecondRow(reader);
    return false;
  }
  const evidence = reader.at(slots.evidence).trim();
  const flags =
    ROW_SEEN |
    (evidence === '' ? 0 : HAS_EVIDENCE) |
    (reader.note === '' ? 0 : HAS_NOTE) |
    (slots.evidence < 0 ? 0 : EVIDENCE_ASKED);
  noteRow(columns, row, context.fileAt, line, flags);
  const errors = context.diagnostics.length;
  const refused = readValues(reader);
  readOverride(reader);
  if (!refused) proveComplete(reader);
  if (context.focus.has(seat.unit.id)) {
    const filled = valueSlots(target, slots);
    columns.texts.set(row, {
      values: filled.map((slot) => reader.at(slot).trim()),
      previous: reader.at(slots.previous).trim(),
      override: reader.at(slots.override).trim(),
      evidence,
      note: reader.note,
      fields: {
        values: filled.map((slot) => slot + 1),
        previous: slots.previous + 1,
        override: slots.override + 1,
      },
    });
  }
  return context.diagnostics.slice(errors).every(({ severity }) => severity !== 'error');
}

function createReader(
  context: FileContext,
  seat: Seat,
  target: Target,
  slots: Slots,
  cells: readonly string[],
  line: number,
): RowReader {
  const at = (slot: number): string => (slot < 0 ? '' : (cells[slot] as string));
  const blame: RowReader['blame'] = (fault, slot, facts, more = {}) => {
    const name = slot < 0 ? {} : { name: visible(context.header[slot] as string) };
    const place = { file: context.file, line, column: slot + 1, ...name };
    context.diagnostics.push(raise(fault, place, facts, { unit: seat.unit.id, ...more }));
  };
  const clean = (slot: number): string => {
    const cell = at(slot);
    if (cell.includes('\n')) {
      blame(lineBreakInCell, slot, {
        name: visible(context.header[slot] as string),
      });
      return '';
    }
    const value = cell.trim();
    if (value !== cell && value !== '') blame(blanksAround, slot, { shown: visible(value) });
    return value;
  };
  return {
    context,
    seat,
    target,
    slots,
    note: at(slots.note).trim(),
    at,
    clean,
    blame,
  };
}

/** Refusals whose other half is the maximum of the leaf. */
const AGAINST_MAX: ReadonlySet<Fault> = new Set([aboveMax, deductsTooMuch] as unknown as Fault[]);

/** Refusals whose other half is how the leaf's rule is written. */
const AGAINST_RULE: ReadonlySet<Fault> = new Set([
  ...[offStep, outsideCurve, answerCounts, unknownLevel, unknownItem, unknownCase, notACase],
] as unknown as Fault[]);

function reasonOf(fault: Fault, node: Target['node']): readonly Related[] {
  if (AGAINST_MAX.has(fault)) return see('max', node.maxPlace);
  return AGAINST_RULE.has(fault) ? declared(node) : [];
}

function declared(node: Target['node']): readonly Related[] {
  return see('criterion', node.place);
}

function valueSlots(target: Target, slots: Slots): readonly number[] {
  return target.isSurvey ? [slots.survey] : slots.stages;
}

function blameSecondRow({ blame, context, seat, target }: RowReader): void {
  const { columns, node } = target;
  const file = context.fileNames[fileAt(columns.places, seat.row)] as string;
  const related = see('first', { file, line: lineAt(columns.places, seat.row), column: 0 });
  // "1.10" saved as a number becomes a second "1.1".
  const eaten = eatenId(node.id, seat.build.targets.keys());
  const facts = {
    unit: seat.unit.id,
    leaf: node.id,
    ...(eaten ? { suspicion: eaten } : {}),
  };
  blame(repeatedEntry, -1, facts, { related });
}

/** Fills the value columns; true where a cell was refused. */
function readValues(reader: RowReader): boolean {
  const { target, slots, seat, at, clean, blame, note } = reader;
  const { node, columns, rule } = target;
  let refused = false;
  let previousRefused = false;
  const refuse: RowReader['blame'] = (...fault) => {
    refused = true;
    blame(...fault);
  };
  for (const slot of target.isSurvey ? slots.stages : [slots.survey]) {
    if (at(slot).trim() === '') continue;
    const column = visible(reader.context.header[slot] as string);
    const facts = { leaf: node.id, column, isSurvey: target.isSurvey };
    refuse(wrongSource, slot, facts, { related: declared(node) });
  }
  const previous = clean(slots.previous);
  if (previous !== '' && !target.comparesPrevious) blame(unusedPrevious, slots.previous, { leaf: node.id });
  const cell = cellContext(target, reader.context.mark, previous);
  for (const [index, slot] of valueSlots(target, slots).entries()) {
    const errors = reader.context.diagnostics.length;
    const text = clean(slot);
    const column = columns.values[index];
    if (text === '' || column === undefined) {
      refused ||= reader.context.diagnostics.length > errors;
    } else if (isExemptWord(text)) {
      if (!target.exemptible) refuse(exemptNotPermitted, slot, { leaf: node.id }, { related: declared(node) });
      else if (note === '') refuse(noteMissing, slot, { leaf: node.id, what: 'n/a' });
      setExempt(column, seat.row);
      columns.exemptNotes.set(seat.row, note);
    } else {
      const outcome = rule.read(text, node.rule.options, cell);
      if (isRefusal(outcome)) {
        const { fault, facts, inPrevious } = outcome;
        if (!inPrevious) refuse(fault, slot, facts, { related: reasonOf(fault, node) });
        // One cell of last year stands against the values of all stages: it is blamed once.
        else if (!previousRefused) refuse(fault, slots.previous, facts);
        previousRefused ||= inPrevious === true;
      } else setExact(column, seat.row, outcome);
    }
  }
  return refused;
}

function readOverride({ target, slots, seat, clean, blame, note, context }: RowReader): void {
  const text = clean(slots.override);
  if (text === '') return;
  const { node, columns } = target;
  const points = parseDecimal(text, context.mark);
  if (points === undefined || sign(points) < 0 || compare(points, node.max) > 0) {
    const facts = {
      leaf: node.id,
      shown: visible(text),
      max: toText(node.max),
    };
    const example = context.mark === ',' ? '1,5' : '1.5';
    blame(badOverride, slots.override, { ...facts, example }, { related: see('max', node.maxPlace) });
  } else if (note === '') blame(noteMissing, slots.override, { leaf: node.id, what: 'override' });
  else columns.overrides.set(seat.row, { points, note });
}

/** The value that counts on the basis is there, or its absence is told; an adjustment may be absent altogether. */
function proveComplete({ target, slots, seat, at, blame }: RowReader): void {
  const { columns, upTo, from, takesOverride } = target;
  if (upTo < 0) return;
  let last = upTo;
  while (last >= 0 && stateOf(columns.values[last] as (typeof columns.values)[0], seat.row) === EMPTY) last--;
  const isOverridden = takesOverride && at(slots.override).trim() !== '';
  const taken = columns.values[last];
  if (isOverridden) {
    // What a unit says of itself does not exempt it: the council may still decide.
    if (taken && last >= from && stateOf(taken, seat.row) === EXEMPT) {
      blame(overrideOnExempt, slots.override, { leaf: target.node.id });
    }
  } else if (last < from && !(target.isAdjustment && last < 0)) {
    const asZero = seat.build.sheet.rubric.missing === 'zero';
    const slot = valueSlots(target, slots)[from] ?? -1;
    const column = target.valueNames[from] as string;
    const facts = { leaf: target.node.id, column, asZero, ...(slot < 0 ? { noColumn: true as const } : {}) };
    blame(missingValue, slot, facts, asZero ? { severity: 'warning' } : {});
  }
}
