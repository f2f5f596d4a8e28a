/** An assessment whose columns lie in the memory of a kernel, with its passes. */
import type { Assessment, LeafColumns } from '../../src/model/assessment.ts';
import {
  type Column,
  createColumn,
  denominatorAt,
  EXEMPT,
  exactAt,
  FILLED,
  numeratorAt,
  setExact,
  setExempt,
  setPair,
  stateOf,
  WIDE,
} from '../../src/model/column.ts';
import type { Exact } from '../../src/model/exact.ts';
import { createPasses } from '../../src/read/column-passes.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import type { Kernel } from './kernel/engines.ts';

/** The same numbers in a new memory; and how many columns its passes hold. */
export function moved(
  assessment: Assessment,
  compile: (memory: Memory) => Kernel,
): { readonly assessment: Assessment; readonly held: number } {
  const memory = new Memory();
  const passes = createPasses(memory, compile(memory));
  memory.passes = passes;
  let held = 0;
  const move = (columns: LeafColumns): LeafColumns => {
    const values = columns.values.map((column) => copy(column, createColumn(column.size, memory)));
    held += values.filter(passes.holds).length;
    return { ...columns, values };
  };
  const sheets = assessment.sheets.map((sheet) => {
    return { ...sheet, leaves: sheet.leaves.map(move), adjustments: sheet.adjustments.map(move) };
  });
  return { assessment: { ...assessment, sheets }, held };
}

function copy(from: Column, to: Column): Column {
  for (let row = 0; row < from.size; row++) {
    const state = stateOf(from, row);
    if (state === FILLED) setPair(to, row, numeratorAt(from, row), denominatorAt(from, row));
    else if (state === WIDE) setExact(to, row, exactAt(from, row) as Exact);
    else if (state === EXEMPT) setExempt(to, row);
  }
  return to;
}
