/** The table of faults: every law that a file's text, the rubric, the units and the entries can break. Laws across files stand in checks/. */
import type { Fault } from '../model/diagnostic.ts';
import { acceptanceFaults } from './acceptances.ts';
import { claimFaults } from './claims.ts';
import { costNames } from './costs.ts';
import { csvFaults } from './csv.ts';
import { entryFaults } from './entries.ts';
import { formulaStart } from './formulas.ts';
import { frozenRubric } from './frozen.ts';
import { projectFaults } from './project.ts';
import { publishedFaults } from './published.ts';
import { rubricFaults } from './rubric.ts';
import { rubricTableFaults } from './rubric-table.ts';
import { ruleFaults } from './rules.ts';
import { notAsStated } from './stated.ts';
import { textFaults } from './text.ts';
import { valueFaults } from './values.ts';
import { workbookFaults } from './workbook.ts';
import { yamlFaults } from './yaml.ts';

/** Part by part, in the order in which a run meets them: what a law is about, and its faults. */
export const faults = {
  csv: Object.values({ ...textFaults, ...csvFaults, formulaStart }) as readonly Fault[],
  workbook: Object.values(workbookFaults) as readonly Fault[],
  yaml: Object.values(yamlFaults) as readonly Fault[],
  project: Object.values({ ...projectFaults, frozenRubric, notAsStated, ...acceptanceFaults }) as readonly Fault[],
  rubric: Object.values({ ...rubricFaults, ...rubricTableFaults }) as readonly Fault[],
  rules: Object.values({ ...ruleFaults, costNames }) as readonly Fault[],
  entries: Object.values(entryFaults) as readonly Fault[],
  values: Object.values(valueFaults) as readonly Fault[],
  published: Object.values({ ...claimFaults, ...publishedFaults }) as readonly Fault[],
} as const;
