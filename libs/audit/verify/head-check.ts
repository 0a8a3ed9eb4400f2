import type { ArrivedEvent } from '../entry/stored-event.ts';
import type { TrustedKeys } from '../sealing/signing-key.ts';
import { arrivalHash, isHeadSigned, type SignedTreeHead, type StoredTreeHead } from '../sealing/tree-head.ts';
import { LogFault } from './log-fault.ts';

/** Checks each head of a log against the entries it was put over, in order. */
export class HeadCheck {
  private batch: Pick<ArrivedEvent, 'xid' | 'sequence'>[] = [];
  private newest = 0;
  private sealedAt = 0;
  count = 0;

  constructor(private readonly keys: TrustedKeys) {}

  add(event: ArrivedEvent): void {
    this.batch.push({ xid: event.xid, sequence: event.sequence });
    this.newest = Math.max(this.newest, event.occurredAt.getTime());
  }

  /** @throws LogFault for a head that is not what was signed over these entries. */
  check(head: StoredTreeHead, root: Buffer): void {
    const fault = (what: string): LogFault => new LogFault(`The head of ${head.size} entries ${what}.`, head.size - 1);
    requireSigned(head, this.keys);
    if (!head.root.equals(root)) throw fault('has another root than the entries under it');
    if (!head.arrival.equals(arrivalHash(head, this.batch))) {
      throw fault('covers events whose transaction or sequence was changed, or its own cursor or cluster was');
    }
    if (head.sealedAt.getTime() < Math.max(this.newest, this.sealedAt)) throw fault('is older than what it covers');
    this.sealedAt = head.sealedAt.getTime();
    this.batch = [];
    this.count += 1;
  }
}

/** @throws LogFault unless one of the keys signed it. */
export function requireSigned(head: SignedTreeHead, keys: TrustedKeys): void {
  const fault = (what: string): LogFault => new LogFault(`The head of ${head.size} entries ${what}.`, head.size - 1);
  if (!keys.knows(head.keyId, 'tree-head')) throw fault('is signed with a key that is not trusted');
  if (!isHeadSigned(head, keys)) throw fault('does not have the signature of its key');
}
