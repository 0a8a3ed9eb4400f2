import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import type { Tx } from '#platform';
import { Vault } from '#vault';
import { CHAIN_START, entryText } from '../entry/entry-text.ts';
import type { ArrivedEvent } from '../entry/stored-event.ts';
import { inclusionProofs } from '../evidence/pack-proofs.ts';
import { leafHash } from '../log/hashes.ts';
import { rootOfInclusion } from '../log/verify-proofs.ts';
import { TrustedKeys } from '../sealing/signing-key.ts';
import type { StoredTreeHead } from '../sealing/tree-head.ts';
import { findLoggedOfCase, type LoggedEvent } from '../store/entry.query.ts';
import { findEventsOfCase } from '../store/event.query.ts';
import { findLatestHead, findPublicKeys } from '../store/tree-head.query.ts';
import { findDisposed } from '../store/verify.query.ts';
import { CommitmentCheck } from './commitment-check.ts';
import { requireSigned } from './head-check.ts';
import { LogFault } from './log-fault.ts';
import { RecordReaders } from './record-readers.ts';

/** What was found of one case's trail. Counts are of events. */
export interface TrailSoundness {
  /** In the chain of the case, each following the one before. */
  readonly chained: number;
  /** In the sealed log, under the latest signed head. */
  readonly sealed: number;
  /** Recorded and not sealed yet. */
  readonly waiting: number;
  /** Records (referral, proposals, decisions, signatures) that are as they were when they were recorded. */
  readonly records: number;
  readonly headSize: number;
  readonly sealedAt: Date;
  readonly keyId: string;
}

type About = Pick<Case, 'authorityId' | 'id' | 'referralId'>;

/**
 * Checks the trail of one case as it stands now: each event against its hash, the chain without gap, what people wrote and
 * the records themselves against what was committed to, each sealed event under the signed head of the log. Costs what the
 * case is long, not what the log is.
 */
@Injectable()
export class VerifyTrail {
  constructor(
    private readonly vault: Vault,
    private readonly records: RecordReaders,
  ) {}

  /** `null` while nothing of the case is sealed. @throws LogFault naming the first thing that is wrong. */
  async execute(tx: Tx, about: About): Promise<TrailSoundness | null> {
    const head = await findLatestHead(tx, about.authorityId);
    if (head === null) return null;
    const of = { authorityId: about.authorityId, caseId: about.id, referralId: about.referralId };
    const all = await findEventsOfCase(tx, of);
    for (const event of all) requireWhole(event);
    const chained = checkChain(all.filter(({ chainId }) => chainId === about.id));
    const logged = await findLoggedOfCase(tx, of, head.size);
    if (logged.length === 0) return null;
    requireSigned(head, new TrustedKeys(await findPublicKeys(tx)));
    await requireIncluded(tx, head, logged);
    const commitments = new CommitmentCheck(this.vault, await findDisposed(tx, about.authorityId), this.records);
    await commitments.check(tx, logged);
    return {
      chained,
      sealed: logged.length,
      waiting: all.length - logged.length,
      records: commitments.intact,
      headSize: head.size,
      sealedAt: head.sealedAt,
      keyId: head.keyId,
    };
  }
}

function requireWhole(event: ArrivedEvent): void {
  if (leafHash(entryText(event)).equals(event.leafHash)) return;
  throw new LogFault(`Event ${event.id} was changed: its columns do not give its hash.`, null, event.id);
}

function checkChain(events: readonly ArrivedEvent[]): number {
  const inOrder = [...events].sort((a, b) => (a.chainSequence ?? 0) - (b.chainSequence ?? 0));
  let before = CHAIN_START;
  for (const [at, event] of inOrder.entries()) {
    if (event.chainSequence !== at || event.previousHash?.equals(before) !== true) {
      throw new LogFault(`Event ${event.id} does not follow what stood before it.`, null, event.id);
    }
    before = event.leafHash;
  }
  return inOrder.length;
}

async function requireIncluded(tx: Tx, head: StoredTreeHead, events: readonly LoggedEvent[]): Promise<void> {
  const proofs = await inclusionProofs(tx, head, events);
  for (const [at, { id, position, leafHash: leaf }] of events.entries()) {
    const root = rootOfInclusion({ position, size: head.size, leaf, proof: proofs[at] ?? [] });
    if (root?.equals(head.root) === true) continue;
    throw new LogFault(`Event ${id} is not in the log that was signed.`, position, id);
  }
}
