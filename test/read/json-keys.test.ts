/** Keys of JSON that stand twice: each is told with both its places, whatever stands between them, and nothing else is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKeys } from '../../src/read/json-keys.ts';
import { soundWords } from './sound-words.ts';

/** `key line:column of the first line:column`, and what is marked in the line. */
const see = (text: string) =>
  soundWords(repeatedKeys(text, 'r.json')).map(({ facts, place: { line, column, excerpt }, related: [first] }) => {
    const { text: shown = '', from = 0, length = 0 } = excerpt ?? {};
    const { key } = facts as { key: string };
    return `${key} ${line}:${column} of ${first?.place.line}:${first?.place.column} ${shown.slice(from, from + length)}`;
  });

describe('a key of an object', () => {
  it.each([
    ['{"a":1,"a":2}', ['a 1:8 of 1:2 "a"']],
    ['{"a":1,\n  "b": {"a": 2},\n  "a" : 3}', ['a 3:3 of 1:2 "a"']],
    ['[{"a":1},{"b":{"c":1,"c":1}}]', ['c 1:22 of 1:16 "c"']],
    ['{"a":1,"a":2,"a":3}', ['a 1:8 of 1:2 "a"', 'a 1:14 of 1:2 "a"']],
    // The same key, written otherwise.
    ['{"id":1,"\\u0069d":2}', ['id 1:9 of 1:2 "\\u0069d"']],
    ['{"":1,"":2}', [' 1:7 of 1:2 ""']],
    ['{"__proto__":1,"__proto__":2}', ['__proto__ 1:16 of 1:2 "__proto__"']],
    // Texts are no keys, nor what stands in them.
    ['{"a":"a","b":"a"}', []],
    ['{"a":"\\"a\\":1,{","b":["a","a"],"c":"\\\\"}', []],
    // No JSON, so that it is told as it stands.
    ['{"\\x":1,"\\x":2}', ['"\\x" 1:9 of 1:2 "\\x"']],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":{"a":{"a":1}}}', []],
    ['["a","a"]', []],
    ['', []],
  ])('%s', (text, told) => {
    expect(see(text)).toEqual(told);
  });

  it('shows a part of a line that is very long', () => {
    const [one] = repeatedKeys(`{"a":"${'x'.repeat(5000)}","a":"${'y'.repeat(5000)}"}`, 'r.json');
    expect(one?.place.column).toBe(5009);
    // The key and 200 characters on each side.
    expect(one?.place.excerpt?.text.length).toBe(403);
  });

  it('is found where one was put in, and nowhere else', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        // JSON.stringify writes each key once.
        const once = JSON.stringify(JSON.parse(json), null, 1);
        expect(repeatedKeys(once, 'r.json')).toEqual([]);
        const again = `{"k":${once},"l":[${once}],"k":0}`;
        expect(see(again).map((one) => one.split(' ')[0])).toEqual(['k']);
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});
