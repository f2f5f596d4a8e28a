/** The grades that a published table is held against: of --bands, or of a rubric with its gates. */
import type { Reading } from '../model/diagnostic.ts';
import type { PublishedBands } from '../model/published.ts';
import { nodeOf, type Rubric } from '../model/rubric.ts';
import { readBands } from '../read/published-bands.ts';
import { type Request, UsageError } from './command.ts';
import { loadRubrics } from './input.ts';

/** No value where neither was asked. Errors: those of the rubric; a usage error for what are no bands. */
export function takeBands(request: Request): Reading<PublishedBands> & { readonly inputs: readonly string[] } {
  const { bands, rubric } = request.options;
  if (typeof bands === 'string') {
    const value = readBands(bands);
    if (value !== undefined) return { value, diagnostics: [], inputs: [] };
    throw new UsageError({
      en: `--bands asks for grades, best first, each but the last with its lower end: "Tốt=85; Khá=75; Yếu", not "${bands}".`,
      vi: `--bands cần các loại từ cao xuống thấp, mỗi loại kèm mức dưới, trừ loại cuối: "Tốt=85; Khá=75; Yếu", không phải "${bands}".`,
    });
  }
  if (typeof rubric !== 'string') return { diagnostics: [], inputs: [] };
  const { rubrics, diagnostics, inputs } = loadRubrics(request, rubric);
  const [first] = rubrics;
  const value = first && bandsOf(first);
  return { ...(value === undefined ? {} : { value }), diagnostics, inputs };
}

function bandsOf(rubric: Rubric): PublishedBands | undefined {
  const { grades } = rubric;
  return (
    grades && {
      bands: grades.bands,
      onShown: grades.on === 'rounded',
      gates: grades.gates.map(({ nodes, below, cap }) => ({
        ids: nodes.map((ref) => nodeOf(rubric, ref).id),
        below,
        cap,
      })),
    }
  );
}
