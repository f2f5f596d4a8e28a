/** The version of the tool, as package.json has it (held by test/house.test.ts). */
export const VERSION = '0.1.0';
