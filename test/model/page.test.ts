import { expect, it } from 'vitest';
import type { Report } from '../../src/model/document.ts';
import { isPublication } from '../../src/model/page.ts';

it('a report is made for publishing where it has a page', () => {
  const report: Report = { document: { blocks: [] }, flat: { columns: [], rows: [] }, data: {} };
  expect(isPublication(report)).toBe(false);
  const page = { title: '', intro: [], sections: [], footer: '' };
  expect(isPublication({ ...report, page } as Report)).toBe(true);
});
