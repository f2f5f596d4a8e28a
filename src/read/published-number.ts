/** A number as somebody printed it: thousands set apart, a per cent sign, as many decimals as they liked. */
import type { Printed } from '../model/audit.ts';
import type { DecimalMark } from '../model/exact.ts';

/** Up to 15 digits, in threes after a group mark or without any; then up to 10 decimals. */
const FORMS = {
  ',': /^([0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,15})(?:,([0-9]{1,10}))?$/,
  '.': /^([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.([0-9]{1,10}))?$/,
} as const;

/** The number that a text without a sign means where `mark` is the decimal mark; undefined where it means none. */
export function readPrinted(text: string, mark: DecimalMark): Printed | undefined {
  const isPercent = text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1).trimEnd() : text;
  const parts = FORMS[mark].exec(digits);
  if (parts === null) return undefined;
  const whole = parts[1] as string;
  const decimals = parts[2] ?? '';
  const n = BigInt(whole.replace(/[.,]/g, '') + decimals);
  const d = 10n ** BigInt(decimals.length + (isPercent ? 2 : 0));
  return {
    text,
    value: { n, d },
    decimals: decimals.length,
    isPercent,
    isGrouped: /[.,]/.test(whole),
    mark,
  };
}
