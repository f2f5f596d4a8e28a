/** What `verify` found, as it is shown. */
import { type Block, type Report, text } from '../model/document.ts';
import type { Difference, Verification } from '../model/verification.ts';
import { visible } from '../model/visible.ts';
import type { Language } from '../model/words.ts';
import {
  changedFile,
  confirmed,
  differenceWord,
  goneFile,
  newFile,
  notConfirmed,
  notRecomputed,
  otherManifest,
  otherResult,
  otherVersion,
  refusedNow,
} from './words/verification.ts';

interface VerificationOptions {
  readonly lang: Language;
  readonly toolVersion: string;
}

/** A line for each difference, and the sum of it; in the flat table a row for each difference. */
export function reportVerification(found: Verification, { lang, toolVersion }: VerificationOptions): Report {
  const { differences, recomputed } = found;
  const told = differences.map((one) => tell(one, lang, toolVersion));
  const sum: Block =
    differences.length === 0
      ? { kind: 'paragraph', text: confirmed[lang](found), tone: 'good' }
      : { kind: 'paragraph', text: notConfirmed[lang]({ count: differences.length }), tone: 'bad' };
  const label = text(differenceWord[lang], 'bad');
  const blocks: readonly Block[] = [
    ...(told.length === 0
      ? []
      : [{ kind: 'lines', lines: told.map((line) => [label, text(` ${seen(line)}`)]) } as const]),
    ...differences.flatMap((one) => (one.why === 'refused' ? [refusal(one.told)] : [])),
    sum,
    ...(differences.length > 0 && !recomputed ? [{ kind: 'paragraph', text: notRecomputed[lang] } as const] : []),
  ];
  return {
    document: { blocks },
    flat: {
      columns: ['why', 'file', 'message'],
      rows: differences.map(({ why, file }, at) => [text(why), text(file), text(seen(told[at] as string))]),
    },
    data: {
      schema: 'parindex/verification/1',
      ...{ tool: toolVersion, language: lang, manifest: found.manifest, confirmed: differences.length === 0 },
      ...{ inputs: found.inputs, outputs: found.outputs, recomputed },
      differences: differences.map((one, at) => ({ why: one.why, file: one.file, message: told[at] })),
    },
  };
}

/** What the command said when it refused, as it said it. */
function refusal(told: string): Block {
  const lines = told.trimEnd().split('\n');
  return { kind: 'lines', lines: lines.map((line) => [text(`  ${visible(line, Number.POSITIVE_INFINITY)}`)]) };
}

function seen(line: string): string {
  return visible(line.replace(/[\t\r\n]+/g, ' ').trim(), 2000);
}

function tell(one: Difference, lang: Language, own: string): string {
  switch (one.why) {
    case 'gone':
      return goneFile[lang](one);
    case 'changed':
      return changedFile[lang](one);
    case 'new':
      return newFile[lang](one);
    case 'result':
      return otherResult[lang](one);
    case 'refused':
      return refusedNow[lang](one);
    case 'manifest':
      return otherManifest[lang](one);
    case 'version':
      return otherVersion[lang]({ ...one, own });
  }
}
