import { readFile } from 'node:fs/promises';
import { LogFault, type PublicKey, publicKeyOf, SigningKey, type Soundness, TrustedKeys } from '#audit';
import { VerifyAudit } from '#decisions';
import { type Environment, environmentOfProcess } from '#platform';
import { auditContext } from './audit-context.ts';
import { authorityOf, optionsOf, textOf } from './options.ts';

export const VERIFY_AUDIT_USAGE =
  'check the audit log against records, signatures and witness: --authority ID [--keys FILE] [--witness FILE]';

/** Exit code 0 when everything holds, 1 at the first fault. */
export async function verifyAudit(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ['authority', 'keys', 'witness']);
  const authorityId = authorityOf(options['authority']);
  const environment = environmentOfProcess();
  const keys = await trustedKeys(environment, textOf(options['keys']));
  const witness = await linesOf(textOf(options['witness']) ?? environment.AUDIT_WITNESS_FILE ?? null);
  const context = await auditContext();
  try {
    const sound = await context.get(VerifyAudit, { strict: false }).execute(authorityId, keys, witness);
    process.stdout.write(reportOf(sound, witness !== null));
    return 0;
  } catch (error: unknown) {
    if (!(error instanceof LogFault)) throw error;
    process.stdout.write(`NOT sound: ${error.message}\n`);
    return 1;
  } finally {
    await context.close();
  }
}

/** Keys of a file, and those that belong to the keys of this installation. Never those that the database offers. */
async function trustedKeys(environment: Environment, file: string | null): Promise<TrustedKeys> {
  const { AUDIT_SIGNING_KEY, EVIDENCE_SIGNING_KEY } = environment;
  const own = [
    ...(AUDIT_SIGNING_KEY === undefined ? [] : [new SigningKey(AUDIT_SIGNING_KEY, 'tree-head').publicKey]),
    ...(EVIDENCE_SIGNING_KEY === undefined ? [] : [new SigningKey(EVIDENCE_SIGNING_KEY, 'evidence').publicKey]),
  ];
  const given = file === null ? [] : keysOf(await readFile(file, 'utf8'));
  if (own.length + given.length === 0) throw new Error('Name the keys that you trust: --keys FILE.');
  return new TrustedKeys([...own, ...given]);
}

function keysOf(text: string): PublicKey[] {
  const { keys } = JSON.parse(text) as { keys: { use: PublicKey['use']; publicKey: string }[] };
  return keys.map(({ use, publicKey }) => publicKeyOf(Buffer.from(publicKey, 'base64'), use));
}

/** @throws Error when a witness file is named and is not there: somebody may have taken it away. */
async function linesOf(file: string | null): Promise<string[] | null> {
  if (file === null) return null;
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}

function reportOf(sound: Soundness, hasWitness: boolean): string {
  const { size, heads, chains, records, erased, waiting, witnessed } = sound;
  return [
    `Sound: ${size} events in ${chains} chains under ${heads} signed heads; ${records} records are as they were written.`,
    `Erased by a recorded disposal: ${erased}. Waiting to be sealed: ${waiting}.`,
    hasWitness
      ? `The witness saw ${witnessed} heads; the log has them all.`
      : 'There was no witness file to compare with.',
    '',
  ].join('\n');
}
