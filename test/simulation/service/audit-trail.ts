import type { AuditEntry } from '#audit';
import { chainIdOf } from '../../../libs/audit/entry/chain-tails.ts';
import { CHAIN_START, entryText } from '../../../libs/audit/entry/entry-text.ts';
import type { StoredEvent } from '../../../libs/audit/entry/stored-event.ts';
import { leafHash } from '../../../libs/audit/log/hashes.ts';
import { UniqueViolation } from '../database/errors.ts';
import type { SimTransaction } from '../database/sim-database.ts';
import type { Defences } from './defences.ts';
import type { EventRow, Tables } from './rows.ts';

type Tail = Pick<StoredEvent, 'leafHash' | 'occurredAt'> & { readonly chainSequence: number };

const BEFORE_THE_FIRST: Tail = { chainSequence: -1, leafHash: CHAIN_START, occurredAt: new Date(0) };
const SALT = Buffer.alloc(32, 7);

/** As `AuditTrail.append` and `ChainTails.read`: holds the chains, looks for their ends in the next statement, adds to them. */
export class SimAuditTrail {
  constructor(
    private readonly tables: Tables,
    private readonly defences: Defences,
  ) {}

  async append(tx: SimTransaction, entries: readonly AuditEntry[]): Promise<void> {
    const tails = await this.tailsOf(tx, entries);
    await tx.statement('append events');
    for (const entry of entries) await this.add(tx, entry, tails);
  }

  private async tailsOf(tx: SimTransaction, entries: readonly AuditEntry[]): Promise<Map<string, Tail>> {
    const isOpening = ({ action }: AuditEntry): boolean => action === 'referral.received' || action === 'case.opened';
    const ids = entries.filter((entry) => !isOpening(entry)).map(chainIdOf);
    const wanted = [...new Set(ids.filter((id) => id !== null))].sort();
    if (wanted.length === 0) return new Map();
    if (this.defences.chainLock) {
      await tx.statement('hold chains');
      for (const id of wanted) await tx.hold(tx.database.advisoryLock(`chain ${id}`));
    }
    await tx.statement('find ends of chains');
    const tails = new Map<string, Tail>();
    for (const { chainId, chainSequence, ...event } of this.tables.events.rows(tx)) {
      if (chainId === null || chainSequence === null || !wanted.includes(chainId)) continue;
      const last = tails.get(chainId);
      if (last === undefined || chainSequence > last.chainSequence) tails.set(chainId, { ...event, chainSequence });
    }
    return tails;
  }

  private async add(tx: SimTransaction, entry: AuditEntry, tails: Map<string, Tail>): Promise<void> {
    const chainId = chainIdOf(entry);
    const tail = chainId === null ? null : (tails.get(chainId) ?? BEFORE_THE_FIRST);
    const place = {
      chainId,
      chainSequence: tail === null ? null : tail.chainSequence + 1,
      previousHash: tail?.leafHash ?? null,
    };
    const sequence = tx.database.next('audit_event');
    const id = `event-${sequence}`;
    if (this.defences.uniquePlace && chainId !== null) await this.takePlace(tx, `${chainId} ${place.chainSequence}`);
    const body = { id, ...contentOf(entry), ...place, occurredAt: notBefore(tail, entry.occurredAt) };
    const leaf = leafHash(entryText(body));
    const event: EventRow = { ...body, leafHash: leaf, sequence, xid: tx.id };
    this.tables.events.write(tx, id, event);
    if (chainId !== null && place.chainSequence !== null) {
      tails.set(chainId, { leafHash: leaf, occurredAt: body.occurredAt, chainSequence: place.chainSequence });
    }
  }

  private async takePlace(tx: SimTransaction, place: string): Promise<void> {
    if (await this.tables.chainPlaces.insert(tx, place, place)) return;
    throw new UniqueViolation('This place in the chain is taken.');
  }
}

function notBefore(tail: Tail | null, occurredAt: Date): Date {
  return tail !== null && tail.occurredAt > occurredAt ? tail.occurredAt : occurredAt;
}

function contentOf(entry: AuditEntry) {
  const { actor, action, referralId = null, caseId = null, fromState = null, toState = null, ruleSet } = entry;
  return {
    ...{ authorityId: actor.authorityId, referralId, caseId, action, fromState, toState },
    ...{ actorId: actor.id, actorName: actor.name, actorKind: actor.kind, actorRole: actor.roles.join(',') },
    ...{ reason: null, reasonSalt: null, reasonCommitment: null, recordSalt: null, recordCommitment: null },
    ruleSetVersion: ruleSet?.version ?? null,
    ruleSetHash: ruleSet?.hash ?? null,
    correlationId: 'simulated',
    details: entry.details ?? {},
    ...{ actorSalt: SALT, actorCommitment: SALT },
  };
}
