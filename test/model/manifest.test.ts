import { expect, it } from 'vitest';
import { PREDICATE_TYPE, STATEMENT_TYPE } from '../../src/model/manifest.ts';

it('a manifest is an in-toto Statement of version 1, as its specification names the type', () => {
  expect(STATEMENT_TYPE).toBe('https://in-toto.io/Statement/v1');
});

it('what it says has a type of its own: a name of RFC 8141 with its version behind', () => {
  expect(PREDICATE_TYPE).toMatch(/^urn:parindex:[a-z]+:[0-9]+$/);
  expect(URL.canParse(PREDICATE_TYPE)).toBe(true);
});
