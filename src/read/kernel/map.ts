/**
 * Where things lie in the kernel's memory, in bytes: in the area of each thread first the piece of the file that it reads,
 * then what each of its bytes may be, then the job of the quick way (rows.ts). The memory begins with the area of the
 * main thread; behind it lies whatever is allotted.
 */

/** Bytes of a file that are read at a time; no row is longer. Words of four bytes may be looked at up to its end. */
export const PIECE: i32 = 262_144;

/** Where what the thread has besides begins in its area: from here on addresses are counted from there. */
export const OWN: i32 = PIECE + 8;

/** What each byte is: see bytes.ts. */
export const KINDS: i32 = 0;

/** The number n/d that was found last (number.ts). */
export const PARSED_N: i32 = KINDS + 256;
export const PARSED_D: i32 = PARSED_N + 8;

/** Where the text in quotes ended that was gone through last, its marks (bytes.ts), and the id (rows.ts). */
export const CLOSED: i32 = PARSED_D + 8;
export const ID_END: i32 = CLOSED + 4;

const JOB: i32 = ID_END + 4;
/** What all files have in common: the delimiter, the table of the units' ids, and by build addresses of those of leaves. */
export const DELIMITER_BYTE: i32 = JOB;
export const UNITS: i32 = JOB + 4;
export const LEAVES: i32 = JOB + 8;
/** Of each unit: its build, its row there, and whether its texts are kept. */
export const BUILD_OF: i32 = JOB + 12;
export const ROW_OF: i32 = JOB + 16;
export const IS_FOCUSED: i32 = JOB + 20;
/** The layout: the number of the last cell and of the cells of unit and leaf, the readings, and the first of each build. */
export const LAST_CELL: i32 = JOB + 24;
export const UNIT_AT: i32 = JOB + 28;
export const LEAF_AT: i32 = JOB + 32;
export const READINGS: i32 = JOB + 36;
export const FIRST_OF: i32 = JOB + 40;
/** The file: its number, bytes of a row that is within the limits for certain, and how many more rows may be read. */
export const FILE_AT: i32 = JOB + 44;
export const LONGEST: i32 = JOB + 48;
export const MOST_ROWS: i32 = JOB + 52;
/** How far it has come: see `RowScan` in scan-state.ts. */
export const AT: i32 = JOB + 56;
export const LINE: i32 = JOB + 60;
export const READ: i32 = JOB + 64;
export const IS_ALONE: i32 = JOB + 68;
export const SEAT: i32 = JOB + 72;
export const BUILD: i32 = JOB + 76;
export const LEAF: i32 = JOB + 80;
/** The batch: see `Batch` in scan-batch.ts; first how many values a row has, then the addresses of its arrays. */
export const WIDTH: i32 = JOB + 84;
export const ROWS: i32 = JOB + 88;
export const FILES: i32 = JOB + 92;
export const LINES: i32 = JOB + 96;
export const FLAGS: i32 = JOB + 100;
export const NS: i32 = JOB + 104;
export const DS: i32 = JOB + 108;
export const NEXT: i32 = JOB + 112;
export const HEADS: i32 = JOB + 116;
export const TAILS: i32 = JOB + 120;
export const COUNT: i32 = JOB + 124;
export const ROOM: i32 = JOB + 128;
/** Units that rows were read of, one after the other, and how many they are. */
export const TOUCHED: i32 = JOB + 132;
export const TOUCHES: i32 = JOB + 136;
/** Writing the batch: leaves, their columns, lines of the file above it, and the leaf of the row that was left (flush.ts). */
export const TARGET_COUNT: i32 = JOB + 140;
export const TARGETS: i32 = JOB + 144;
export const ABOVE: i32 = JOB + 148;
export const LEFT: i32 = JOB + 152;

/** Of each unit 1 + the last file that wrote to it. */
export const TOUCHED_BY: i32 = JOB + 156;
/** Whether the batch has no room for the next row. */
export const IS_FULL: i32 = JOB + 160;
/** Of a wide file the plan of each build (wide.ts). */
export const PLANS: i32 = JOB + 164;
/** Where the addresses of the batch come from (scan-batch.ts). */
export const BATCH: i32 = JOB + 168;

/** A quotient of doubles, whose words are looked at (columns.ts). */
export const QUOTIENT: i32 = JOB + 176;

/** Small files in the piece (files.ts): what is known of each, the number of the first, and the header that they have. */
export const BUNDLE: i32 = JOB + 184;
export const FIRST_FILE: i32 = JOB + 188;
export const HEADER: i32 = JOB + 192;
export const HEADER_SIZE: i32 = JOB + 196;

/** Rows whose unit could not be foreseen, of those that are taken, and whether these were more than half before. */
export const STRAYS: i32 = JOB + 200;
export const IS_ASTRAY: i32 = JOB + 204;

/** What was looked at of units (flight.ts). */
export const TOUCHED_LAST: i32 = JOB + 208;

/** Rows of which all but the unit is known (flight.ts), and how many there may be. */
export const FLIGHT: i32 = JOB + 216;
export const MOST_IN_FLIGHT: i32 = 64;

/** Such a row: where it begins, where its unit's id ends, the slot to which this leads, and its leaf. */
export const START: i32 = FLIGHT;
export const UNIT_END: i32 = FLIGHT + 4;
export const SLOT: i32 = FLIGHT + 8;
export const LEAF_OF: i32 = FLIGHT + 12;
export const IN_FLIGHT: i32 = 16;

/** Where that ends; bytes of an area. */
export const OWN_SIZE: i32 = FLIGHT + IN_FLIGHT * MOST_IN_FLIGHT;
export const AREA: i32 = OWN + OWN_SIZE;

/** One of these files: where it begins and ends, where its unit's name does, and how many rows it has. */
export const FILE_START: i32 = 0;
export const FILE_END: i32 = 4;
export const NAME_START: i32 = 8;
export const NAME_END: i32 = 12;
export const FILE_ROWS: i32 = 16;
export const BUNDLED: i32 = 20;

/** A table of texts (text.ts), from its address on: letters, starts, slots, how many slots less one, and texts. */
export const LETTERS_OF: i32 = 0;
export const STARTS_OF: i32 = 4;
export const SLOTS_OF: i32 = 8;
export const MASK_OF: i32 = 12;
export const COUNT_OF: i32 = 16;
export const TABLE: i32 = 24;

/**
 * A list of units being made (units.ts). Of the file: its columns and what each is, the bounds of their cells in the row
 * that is looked at, where id, name and group stand, the delimiter, and bytes of a row that is short enough.
 */
export const COLUMNS_OF: i32 = 0;
export const COLUMN_KINDS: i32 = 4;
export const BOUNDS: i32 = 8;
export const ID_COLUMN: i32 = 12;
export const NAME_COLUMN: i32 = 16;
export const GROUP_COLUMN: i32 = 20;
export const BETWEEN: i32 = 24;
export const LONGEST_ROW: i32 = 28;
/** Of letters: what each is, and the number of its marks; and what the letters of the name that is looked at are. */
export const LETTERS: i32 = 32;
export const LETTER_MARKS: i32 = 36;
export const NAMED: i32 = 40;
/** Tables of ids and groups, the hash of each group, and the slots of names (firsts.ts) with their mask. */
export const ID_TABLE: i32 = 44;
export const GROUP_TABLE: i32 = 48;
export const GROUP_HASHES: i32 = 52;
export const NAME_SLOTS: i32 = 56;
export const NAME_MASK: i32 = 60;
/** The columns of units (unit-rows.ts): where rows begin, spans and groups; rows so far, and at most for now. */
export const UNIT_STARTS: i32 = 64;
export const UNIT_SPANS: i32 = 68;
export const UNIT_GROUPS: i32 = 72;
export const UNIT_COUNT: i32 = 76;
export const UNIT_ROOM: i32 = 80;
/** Up to where ids may be written; where in the text the letters begin; why it stopped, and at what letter. */
export const ID_ROOM: i32 = 84;
export const TEXT_AT: i32 = 88;
export const STOP: i32 = 92;
export const STOP_LETTER: i32 = 96;
/** The address of a row whose name is known to be none of totals. */
export const NO_TOTAL_AT: i32 = 100;
/** The number of a name's likeness. */
export const LIKENESS: i32 = 104;
export const UNIT_LIST: i32 = 112;

/** What is known of a leaf's cells: see `KnownCells` in scan-cell.ts. */
export const TOP_N: i32 = 0;
export const TOP_D: i32 = 8;
export const DIGITS: i32 = 16;
export const MARK: i32 = 20;
export const KNOWN: i32 = 24;
export const KNOWN_N: i32 = 28;
export const KNOWN_D: i32 = 32;
export const READER: i32 = 40;

/** A reading: see `QuickReading` in scan-layout.ts. */
export const UP_TO: i32 = 0;
export const FROM: i32 = 4;
export const IS_ADJUSTMENT: i32 = 8;
export const ROW_FLAGS: i32 = 12;
export const ROLES: i32 = 16;
export const POSITIONS: i32 = 20;
export const READER_OF: i32 = 24;
export const READING: i32 = 28;

/** The columns of a leaf: see `LeafColumns` in model/assessment.ts and `Places`. Without bits of what was read the script must write. */
export const FLAGS_OF: i32 = 0;
export const BELOW: i32 = 4;
export const BELOW_WIDTH: i32 = 8;
export const ANCHOR_LINES: i32 = 12;
export const ANCHOR_FILES: i32 = 16;
export const COLUMNS: i32 = 20;
export const COLUMN_COUNT: i32 = 24;
export const COMMON_FLAGS: i32 = 28;
export const SEEN: i32 = 32;
export const COMMON_BELOW: i32 = 36;
export const TARGET: i32 = 40;

/** A column: see model/column.ts. Widths are bytes of a number; none of denominators while one is shared. */
export const SHARED: i32 = 0;
export const HAS_GAPS: i32 = 8;
export const NUMBERS: i32 = 12;
export const NUMBER_WIDTH: i32 = 16;
export const DENOMINATORS: i32 = 20;
export const DENOMINATOR_WIDTH: i32 = 24;
export const FRACTIONS: i32 = 28;
export const COLUMN: i32 = 32;

/** A staircase (columns.ts): the first numerator, bytes of its ends, the ends, and of each piece slope and flat. */
export const FIRST_NUMBER: i32 = 0;
export const ENDS_SIZE: i32 = 8;
export const ENDS: i32 = 16;
export const LEAST_ENDS: i32 = 2;

/** Rows of a block, and bytes of each of its three sums: so many that all stays near to the processor. */
export const BLOCK: i32 = 2048;
export const BLOCK_SUMS: i32 = 8 * BLOCK;

/** Bytes of a bit for each denominator in two bytes. */
export const DECIMALS: i32 = 4096;

/** Bytes of a whole number for each digit (order.ts). */
export const DIGIT_COUNTS: i32 = 1024;

/** Powers of two of a double above 0. */
export const POWERS: i32 = 2048;

/** The plan of a wide row: what its cells are, how many readings it has, and of each its number and address. */
export const CELLS: i32 = 0;
export const READING_COUNT: i32 = 4;
export const READING_LIST: i32 = 8;
export const PLAN: i32 = 16;

/** A cell of a wide row: its role, the position of its reading in the plan, and of a value the position of its column. */
export const ROLE: i32 = 0;
export const READING_AT: i32 = 4;
export const POSITION: i32 = 8;
export const CELL: i32 = 16;
