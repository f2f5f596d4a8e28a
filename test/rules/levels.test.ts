import { proveRule } from './prove-rule.ts';

/** Cà Mau, Quyết định 1880/QĐ-UBND năm 2013, tiêu chí thành phần 1.1.1: Ban hành kế hoạch CCHC năm, 1 điểm. */
const CA_MAU_1_1_1 = '{ levels: { "Ban hành kịp thời": 1, "Ban hành không kịp thời": 0.5, "Không ban hành": 0 } }';
/** The same, 1.1.2: Xác định đầy đủ nhiệm vụ CCHC ... và bố trí kinh phí, 1 điểm. */
const CA_MAU_1_1_2 =
  '{ levels: { "Xác định đầy đủ và có bố trí kinh phí": 1, "Không đầy đủ hoặc không bố trí kinh phí": 0 } }';

proveRule('levels', {
  accept: [
    ['Ban hành kịp thời', CA_MAU_1_1_1, '1', '1'],
    ['Ban hành không kịp thời', CA_MAU_1_1_1, '1', '0.5'],
    ['Không ban hành', CA_MAU_1_1_1, '1', '0'],
    ['Xác định đầy đủ và có bố trí kinh phí', CA_MAU_1_1_2, '1', '1'],
    ['Không đầy đủ hoặc không bố trí kinh phí', CA_MAU_1_1_2, '1', '0'],
    ['constructor', '{ levels: { constructor: 1, toString: 0 } }', '1', '1'],
    ['1.5', '{ levels: { "1.5": 1, "2": 0 } }', '1', '1'],
    ['yes', '{ levels: { "yes": 1, "no": 0 } }', '1', '1'],
  ],
  reject: [
    ['ban hành kịp thời', CA_MAU_1_1_1, '1', 'unknown-level'],
    ['Ban hành kip thời', CA_MAU_1_1_1, '1', 'unknown-level'],
    ['1', CA_MAU_1_1_1, '1', 'unknown-level'],
    ['constructor', CA_MAU_1_1_1, '1', 'unknown-level'],
    ['__proto__', CA_MAU_1_1_1, '1', 'unknown-level'],
    ['Ban hành kịp thời;Không ban hành', CA_MAU_1_1_1, '1', 'unknown-level'],
  ],
  flaws: [
    [CA_MAU_1_1_1, '1', []],
    ['{ levels: { a: 3 } }', '2', ['points-out-of-range']],
    ['{ levels: { a: -1, b: 2 } }', '2', ['points-out-of-range']],
    ['{ levels: { a: 1, b: 0 } }', '2', ['max-unreachable']],
    ['{ levels: { Tốt: 2, tốt: 1 } }', '2', ['alike-names']],
    ['{ levels: { Hoà: 2, Hòa: 1 } }', '2', ['alike-names']],
    ['{ levels: { Ma: 2, Má: 1 } }', '2', []],
  ],
  invalid: [
    '{}',
    '{ levels: {} }',
    '{ levels: 3 }',
    '{ levels: [a, b] }',
    '{ levels: { a: x } }',
    '{ levels: { "a;b": 1 } }',
    '{ levels: { "a|b": 1 } }',
    '{ levels: { "a=b": 1 } }',
    '{ levels: { " a": 1 } }',
    '{ levels: { "": 1 } }',
    '{ levels: { n/a: 1 } }',
    '{ levels: { Không áp dụng: 1 } }',
    '{ levels: { a: 1 }, over: cap }',
  ],
});
