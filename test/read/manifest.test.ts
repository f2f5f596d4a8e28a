/** A manifest's text: taken as it stands, or refused by the first key that is not as it should be. */
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/read/manifest.ts';

const HASH = '0123456789abcdef'.repeat(4);

function resource(name: string, bytes = 3) {
  return { name, digest: { sha256: HASH }, annotations: { bytes } };
}

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [resource('out/a.csv', 0)],
  predicateType: 'urn:parindex:result:1',
  predicate: {
    tool: { name: 'parindex', version: '1.2.3' },
    workingFolder: '..',
    command: 'rank',
    arguments: ['.'],
    options: { output: 'out/a.csv', draft: true },
    rubrics: [{ id: 'so', name: 'rubric.yaml' }],
    inputs: [resource('rubric.yaml')],
    seal: 'x',
  },
};

const read = (value: unknown) => readManifest(JSON.stringify(value));
const withPredicate = (more: object) => ({ ...STATEMENT, predicate: { ...STATEMENT.predicate, ...more } });

describe('a manifest', () => {
  it('is taken as it stands', () => {
    expect(read(STATEMENT)).toEqual({
      manifest: {
        ...{ version: '1.2.3', workingFolder: '..', command: 'rank', args: ['.'] },
        options: { output: 'out/a.csv', draft: true },
        rubrics: [{ id: 'so', name: 'rubric.yaml' }],
        inputs: [{ name: 'rubric.yaml', bytes: 3, sha256: HASH }],
        outputs: [{ name: 'out/a.csv', bytes: 0, sha256: HASH }],
      },
    });
  });

  it('says how many texts of an output are guarded, where there are any', () => {
    const subject = [{ ...resource('a.csv'), annotations: { bytes: 3, guardedTexts: 2 } }, resource('b.csv')];
    expect(read({ ...STATEMENT, subject })).toHaveProperty('manifest.outputs', [
      { name: 'a.csv', bytes: 3, sha256: HASH, guardedTexts: 2 },
      { name: 'b.csv', bytes: 3, sha256: HASH },
    ]);
    expect(read(STATEMENT)).not.toHaveProperty('manifest.outputs.0.guardedTexts');
  });

  it.each(['.', '..', '../b', 'b', 'b/c', '../../b'])('may lie away from its working folder by %s', (workingFolder) => {
    expect(read(withPredicate({ workingFolder }))).toMatchObject({ manifest: { workingFolder } });
  });

  it.each<[string, unknown, string]>([
    ['another kind of statement', { ...STATEMENT, _type: 'https://in-toto.io/Statement/v0.1' }, '_type'],
    ['no object', [], '_type'],
    ['a key that is not known', { ...STATEMENT, more: 1 }, '_type'],
    ['nothing that was made', { ...STATEMENT, subject: [] }, 'subject'],
    ['a name of nothing', { ...STATEMENT, subject: [resource('')] }, 'subject.0.name'],
    ['a size below nothing', { ...STATEMENT, subject: [resource('a', -1)] }, 'subject.0.annotations.bytes'],
    ['half a byte', { ...STATEMENT, subject: [resource('a', 0.5)] }, 'subject.0.annotations.bytes'],
    ...['', HASH.slice(1), `${HASH}0`, HASH.toUpperCase(), `g${HASH.slice(1)}`].map(
      (sha256): [string, unknown, string] => [
        `the digest "${sha256}"`,
        { ...STATEMENT, subject: [{ ...resource('a'), digest: { sha256 } }] },
        'subject.0.digest.sha256',
      ],
    ),
    [
      'a second digest',
      { ...STATEMENT, subject: [{ ...resource('a'), digest: { sha256: HASH, md5: '' } }] },
      'subject.0.digest',
    ],
    ['a resource of more', { ...STATEMENT, subject: [{ ...resource('a'), uri: 'x' }] }, 'subject.0'],
    [
      'more of a size',
      { ...STATEMENT, subject: [{ ...resource('a'), annotations: { bytes: 1, of: 2 } }] },
      'subject.0.annotations',
    ],
    ['another result', { ...STATEMENT, predicateType: 'urn:parindex:result:2' }, 'predicateType'],
    ['another tool', withPredicate({ tool: { name: 'other', version: '1' } }), 'predicate.tool.name'],
    ['more of the tool', withPredicate({ tool: { name: 'parindex', version: '1', more: 1 } }), 'predicate.tool'],
    ['a folder from the root', withPredicate({ workingFolder: '/b' }), 'predicate.workingFolder'],
    ['no folder', withPredicate({ workingFolder: '' }), 'predicate.workingFolder'],
    ['two lines of folder', withPredicate({ workingFolder: 'a\nb' }), 'predicate.workingFolder'],
    ['an option that is off', withPredicate({ options: { draft: false } }), 'predicate.options.draft'],
    ['more of a rubric', withPredicate({ rubrics: [{ id: 'a', name: 'b', more: 1 }] }), 'predicate.rubrics.0'],
    ['more of the result', withPredicate({ more: 1 }), 'predicate'],
  ])('is refused by where it is wrong: %s', (_, value, wrong) => {
    expect(read(value)).toEqual({ wrong });
  });

  it('is refused where it is no JSON', () => {
    expect(readManifest('{')).toEqual({ wrong: 'json' });
  });
});
