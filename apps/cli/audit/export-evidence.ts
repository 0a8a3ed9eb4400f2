import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportForOperator, type OperatorExport } from '#decisions';
import { auditContext } from './audit-context.ts';
import { authorityOf, type Options, optionsOf, textOf } from './options.ts';

export const EXPORT_EVIDENCE_USAGE =
  'write an evidence pack: (--case REFERENCE | --month YYYY-MM | --all) --authority ID --to FILE [--since TREE-SIZE]';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export async function exportEvidence(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ['case', 'month', 'authority', 'to', 'since'], ['all']);
  const to = textOf(options['to']);
  if (to === null) throw new Error(`Say where to: ${EXPORT_EVIDENCE_USAGE}`);
  const asked = askedFor(options);
  const context = await auditContext();
  try {
    const lines = await context.get(ExportForOperator, { strict: false }).execute(asked);
    await pipeline(Readable.from(lines, { objectMode: false }), createWriteStream(to, { mode: 0o600 }));
  } finally {
    await context.close();
  }
  process.stdout.write(`Wrote ${to}. Check it: node verifier/verify-evidence.mjs ${to} --keys KEYS.json\n`);
  return 0;
}

/** @throws Error unless exactly one of case, month and everything is asked for. */
function askedFor(options: Options): OperatorExport {
  const [caseReference, month] = [textOf(options['case']), textOf(options['month'])];
  const chosen = [caseReference, month, options['all']].filter((each) => each !== null && each !== undefined);
  if (chosen.length !== 1) throw new Error(`Say what: ${EXPORT_EVIDENCE_USAGE}`);
  if (month !== null && !MONTH.test(month)) throw new Error('A month is a year and a month, such as 2026-11.');
  const since = textOf(options['since']);
  if (since !== null && !/^[1-9]\d*$/.test(since)) throw new Error('--since is the size of an earlier head.');
  const authorityId = authorityOf(options['authority']);
  return { authorityId, caseReference, month, since: since === null ? null : Number(since) };
}
