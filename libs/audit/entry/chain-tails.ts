import type { Tx } from '#platform';
import { ACCESS_ACTIONS, type AuditAction, type AuditEntry } from '../audit-event.ts';
import { findTails, holdChains } from '../store/chain.query.ts';
import { CHAIN_START } from './entry-text.ts';

/** The last event of a chain so far. */
export interface Tail {
  readonly chainSequence: number;
  readonly leafHash: Buffer;
  readonly occurredAt: Date;
}

const ACCESS: ReadonlySet<AuditAction> = new Set(ACCESS_ACTIONS);
const OPENING: ReadonlySet<AuditAction> = new Set(['referral.received', 'case.opened']);
const BEFORE_THE_FIRST: Tail = { chainSequence: -1, leafHash: CHAIN_START, occurredAt: new Date(0) };

/** The case that an event changes, else the referral; `null` when it changes neither. */
export function chainIdOf({ action, caseId, referralId }: AuditEntry): string | null {
  return ACCESS.has(action) ? null : (caseId ?? referralId ?? null);
}

/** Ends of the chains that are about to be added to. An event that opens its record begins its chain, unasked. */
export class ChainTails {
  private constructor(private readonly tails: Map<string, Tail>) {}

  /** Holds the chains until the transaction ends, so that none forks. */
  static async read(tx: Tx, entries: readonly AuditEntry[]): Promise<ChainTails> {
    const opened = new Set(entries.filter(({ action }) => OPENING.has(action)).map(chainIdOf));
    const ids = new Set(entries.map(chainIdOf).filter((id) => id !== null && !opened.has(id)) as string[]);
    if (ids.size === 0) return new ChainTails(new Map());
    const wanted = [...ids].sort();
    // Sent together and answered in this order: the second looks after the first has the chains.
    const [, tails] = await Promise.all([holdChains(tx, wanted), findTails(tx, wanted)]);
    return new ChainTails(tails);
  }

  get(chainId: string): Tail {
    return this.tails.get(chainId) ?? BEFORE_THE_FIRST;
  }

  set(chainId: string, tail: Tail): void {
    this.tails.set(chainId, tail);
  }
}
