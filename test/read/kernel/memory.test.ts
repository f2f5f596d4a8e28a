/** The memory of the kernel: what is allotted, that it stays where it is, and what each thread has of it; by hand. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AREA, KINDS, OWN, PARSED_N, PIECE, SEAT } from '../../../src/read/kernel/map.ts';
import { areaAt, floor, Memory, product, toDouble, toWhole } from '../../../src/read/kernel/memory.ts';

const PAGE = 65_536;

/** Memories of WebAssembly, and where Node has none of it. */
const MEMORIES: readonly (readonly [string, () => Memory])[] = [
  ['of WebAssembly', () => new Memory()],
  [
    'of a script alone',
    () => {
      const { WebAssembly } = globalThis as unknown as { WebAssembly: { Memory: unknown } };
      const { Memory: own } = WebAssembly;
      WebAssembly.Memory = undefined;
      try {
        return new Memory();
      } finally {
        WebAssembly.Memory = own;
      }
    },
  ],
];

describe.each(MEMORIES)('a memory %s', (_, create) => {
  it('has room for a piece from its beginning, and all of it is 0', () => {
    const memory = create();
    expect(memory.bytes.length).toBeGreaterThan(PIECE);
    expect(memory.bytes.every((byte) => byte === 0)).toBe(true);
    expect(memory.block.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('gives each its own bytes, behind what has a place of its own, at addresses that divide by 8', () => {
    const memory = create();
    const addresses = [1, 8, 9, 0, 16].map((size) => memory.allot(size));
    expect(addresses[0]).toBeGreaterThanOrEqual(AREA);
    expect(addresses.map((at) => at - (addresses[0] as number))).toEqual([0, 8, 16, 32, 32]);
    expect((addresses[0] as number) % 8).toBe(0);
    const bytes = memory.allotBytes(3);
    const ints = memory.allotInts(2);
    expect([bytes.length, ints.length, ints.byteOffset - bytes.byteOffset]).toEqual([3, 2, 8]);
    ints.set([-1, 7]);
    expect([memory.int(ints.byteOffset), memory.int(ints.byteOffset + 4), [...bytes]]).toEqual([-1, 7, [0, 0, 0]]);
  });

  it('takes back what was allotted last, all 0, also what was lent there', () => {
    const memory = create();
    const first = memory.allotInts(3).fill(5);
    const at = memory.allot(100);
    const lent = memory.lend(40);
    memory.bytes.fill(9, at, lent + 40);
    memory.release(at);
    expect([...first]).toEqual([5, 5, 5]);
    const again = memory.allotBytes(lent + 40 - at);
    expect([again.byteOffset, again.every((byte) => byte === 0)]).toEqual([at, true]);
    // What is lent now lies behind it.
    expect(memory.lend(8)).toBeGreaterThanOrEqual(at + again.length);
    const kept = memory.lend(8);
    memory.release(memory.allot(8));
    expect(memory.lend(8)).toBe(kept);
  });

  it('has figures where something was given back, as long as there is room, or else apart', () => {
    const memory = create();
    const [one, beside, other] = [3, 1, 5].map((count) => memory.allotInts(2 * count).fill(-1)) as [
      ...[Int32Array, Int32Array, Int32Array],
    ];
    expect(memory.figures(1).buffer).not.toBe(memory.block.buffer);
    // Rounded up to whole eights; what lies side by side is one piece.
    memory.giveBack(one.byteOffset, 9);
    memory.giveBack(one.byteOffset + 16, 8);
    memory.giveBack(other.byteOffset, 40);
    const figures = [4, 2, 1, 1, 1].map((count) => memory.figures(count));
    const placed = figures.map(({ buffer, byteOffset }) => (buffer === memory.block.buffer ? byteOffset : undefined));
    const [atOne, atOther] = [one.byteOffset, other.byteOffset];
    expect(placed).toEqual([atOther, atOne, atOne + 16, atOther + 32, undefined]);
    expect(figures.map((each) => [...each])).toEqual([4, 2, 1, 1, 1].map((count) => Array(count).fill(0)));
    expect([...beside]).toEqual([-1, -1]);
    expect(memory.figures(0).length).toBe(0);
  });

  it('keeps what was viewed before it grew', () => {
    const memory = create();
    const { length } = memory.bytes;
    const ints = memory.allotInts(4);
    const early = memory.bytes;
    ints[3] = 11;
    const at = memory.allot(length);
    // By a half at least, in whole pages.
    expect(memory.bytes.length).toBeGreaterThanOrEqual(at + length);
    expect(memory.bytes.length % PAGE).toBe(0);
    ints[0] = 12;
    early[0] = 13;
    expect([memory.int(ints.byteOffset), memory.int(ints.byteOffset + 12), memory.byte(0)]).toEqual([12, 11, 13]);
    memory.setInt(ints.byteOffset + 4, 14);
    memory.setByte(1, 15);
    expect([ints[1], early[1]]).toEqual([14, 15]);
    memory.setDouble(at + length - 8, 0.5);
    expect([memory.double(at + length - 8), memory.byte(at + length - 1)]).toEqual([0.5, 0x3f]);
    const grown = memory.bytes.length;
    const last = memory.allot(grown - at - ((length + 7) & ~7));
    expect([memory.bytes.length, last > at]).toEqual([grown, true]);
    memory.allot(8);
    expect(memory.bytes.length).toBe(grown + Math.ceil(grown / 2 / PAGE) * PAGE);
  });

  it('lends the same bytes again, and others where these are too few', () => {
    const memory = create();
    const first = memory.lend(10);
    expect([memory.lend(1), memory.lend(1024), memory.allot(8) - first]).toEqual([first, first, 1024]);
    const second = memory.lend(1025);
    expect([second > first, memory.lend(2050), memory.lend(3), memory.allot(8) - second]).toEqual([
      ...[true, second, second, 2056],
    ]);
  });

  it('has numbers of all kinds, four bytes wherever they begin', () => {
    const memory = create();
    memory.bytes.set([0x01, 0x02, 0x03, 0x84, 0x05]);
    expect([memory.word(0), memory.word(1)]).toEqual([-0x7bfcfdff, 0x05840302]);
    memory.setShort(7, -2);
    expect([memory.byte(7), memory.byte(8), memory.byte(9)]).toEqual([0xfe, 0xff, 0]);
    memory.setByte(9, 0x1ff);
    expect(memory.byte(9)).toBe(0xff);
  });

  it('has arrays of columns, and knows where they lie', () => {
    const memory = create();
    const arrays = [memory.uint8(3), memory.int16(3), memory.int32(3), memory.float64(3)];
    expect(arrays.map((array) => [array.constructor.name, array.length])).toEqual([
      ...[
        ['Uint8Array', 3],
        ['Int16Array', 3],
        ['Int32Array', 3],
        ['Float64Array', 3],
      ],
    ]);
    expect(arrays.map((array) => memory.addressOf(array))).toEqual(arrays.map(({ byteOffset }) => byteOffset));
    expect([memory.addressOf(new Uint8Array(3)), new Set(arrays.map(({ byteOffset }) => byteOffset)).size]).toEqual([
      0, 4,
    ]);
  });

  it('has areas for other threads, which know what the main one does and have their own from then on', () => {
    const memory = create();
    memory.setByte(7, 6);
    memory.setOwn(SEAT, 11);
    memory.setOwnDouble(PARSED_N, 0.5);
    memory.setByte(memory.ownAt + KINDS + 65, 3);
    const table = memory.allotInts(1).fill(8);
    const [own, next] = [memory.fillArea(memory.allot(AREA)), memory.fillArea(memory.allot(AREA))];
    expect([memory.area, own.area - table.byteOffset, next.area - own.area]).toEqual([0, 8, AREA]);
    expect([own.own(SEAT), own.ownDouble(PARSED_N), own.ownByte(KINDS + 65)]).toEqual([11, 0.5, 3]);
    // The piece of the file is none of what it knows.
    expect([own.byte(own.area + 7), own.byte(7)]).toEqual([0, 6]);
    own.setOwn(SEAT, 12);
    next.setOwnDouble(PARSED_N, 0.25);
    expect([memory, own, next].map((each) => each.own(SEAT))).toEqual([11, 12, 11]);
    expect([memory, own, next].map((each) => each.ownDouble(PARSED_N))).toEqual([0.5, 0.5, 0.25]);
    expect([own.ownAt - own.area, own.int(own.ownAt + SEAT)]).toEqual([OWN, 12]);
    table[0] = 9;
    expect(own.int(table.byteOffset)).toBe(9);
    // What is known later is told again.
    memory.setOwn(SEAT, 14);
    expect([memory.fillArea(own.area).own(SEAT), own.own(SEAT), next.own(SEAT)]).toEqual([14, 14, 11]);
  });

  it('takes no columns any more when it is nearly full', () => {
    const memory = create();
    // Two gigabytes less a page and 64 MiB; nothing is touched, so that it takes no memory.
    const grow = vi.spyOn(memory.block, 'grow').mockImplementation(() => undefined);
    onTestFinished(() => grow.mockRestore());
    const begin = memory.allot(0);
    const room = 32_767 * PAGE - 64 * 1024 * 1024 - begin;
    memory.allot(room - 1024);
    // Not viewed, since it is not there; what does not fit stands apart.
    const apart = memory.int32(257);
    expect([apart.length, memory.addressOf(apart), memory.allot(8) - begin]).toEqual([257, 0, room - 1024]);
  });
});

it('a memory of WebAssembly is the same for a thread that it is sent to, and one of a script is not sent', () => {
  const [[, create], [, createAlone]] = MEMORIES as [(typeof MEMORIES)[number], (typeof MEMORIES)[number]];
  const memory = create();
  const { area } = memory.fillArea(memory.allot(AREA));
  const sent = areaAt(structuredClone(memory.block), area);
  memory.setInt(area + OWN + SEAT, 13);
  expect([sent.area, sent.own(SEAT), sent.block === memory.block]).toEqual([area, 13, false]);
  expect(() => structuredClone(createAlone().block)).toThrow(/could not be cloned/);
});

it('numbers of the kernel are those of WebAssembly', () => {
  expect([product(65_537, 65_537), product(-3, 7), toDouble(-5)]).toEqual([131_073, -21, -5]);
  expect([toWhole(-7), toWhole(2_147_483_647), floor(2.5), floor(-2.5), floor(3)]).toEqual([
    -7, 2_147_483_647, 2, -3, 3,
  ]);
});
