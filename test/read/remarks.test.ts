import { describe, expect, it } from 'vitest';
import { remarksOf } from '../../src/read/remarks.ts';

describe('remarks before a table', () => {
  it('are the lines that begin with #, and leave the other lines their numbers', () => {
    expect(remarksOf('# Quyết định 1\n\n## phụ lục\n#\nunit,index\n# a,1\n')).toEqual({
      remarks: ['Quyết định 1', 'phụ lục'],
      text: '\n\n\n\nunit,index\n# a,1\n',
    });
  });

  it('are none where the table begins at once', () => {
    expect(remarksOf('unit,index\na,1\n')).toEqual({ remarks: [], text: 'unit,index\na,1\n' });
    expect(remarksOf('')).toEqual({ remarks: [], text: '' });
    // A blank before it makes it a cell.
    expect(remarksOf(' # a\nb').remarks).toEqual([]);
  });

  it('may be all there is', () => {
    expect(remarksOf('# a\n# b')).toEqual({ remarks: ['a', 'b'], text: '\n' });
  });
});
