import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { correlationId, type Tx } from '#platform';
import { Vault } from '#vault';
import type { AuditAction, AuditEntry, RecordedEvent } from './audit-event.ts';
import { chainIdOf, ChainTails, type Tail } from './entry/chain-tails.ts';
import { commitTo, type Commitment } from './entry/commitment.ts';
import { entryText } from './entry/entry-text.ts';
import { openReasons, sealedReason } from './entry/reasons.ts';
import type { ArrivedEvent, StoredEvent } from './entry/stored-event.ts';
import { leafHash } from './log/hashes.ts';
import { findEventsOfCase, findEventsOfCases, insertEvents } from './store/event.query.ts';

/** Writes and reads the trail. An entry is written in the transaction of the change it records, or neither is. */
@Injectable()
export class AuditTrail {
  constructor(private readonly vault: Vault) {}

  async append(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const tails = await ChainTails.read(tx, entries);
    const events = entries.map((entry) => eventOf(entry, tails));
    const sealed = await Promise.all(
      events.map(async (event) => ({ ...event, reason: await sealedReason(this.vault, tx, event) })),
    );
    await insertEvents(tx, sealed);
  }

  /** Everything recorded about one case and about the referral it came with, oldest first. */
  async ofCase(tx: Tx, { authorityId, id: caseId, referralId }: Case): Promise<RecordedEvent[]> {
    return this.recorded(tx, authorityId, await findEventsOfCase(tx, { authorityId, caseId, referralId }));
  }

  /** What of these kinds was recorded about many cases at once, by case and oldest first. */
  async ofCases(
    tx: Tx,
    authorityId: string,
    caseIds: readonly string[],
    actions: readonly AuditAction[],
  ): Promise<(RecordedEvent & { readonly caseId: string })[]> {
    const events = await findEventsOfCases(tx, { authorityId, caseIds, actions });
    const recorded = await this.recorded(tx, authorityId, events);
    return recorded.map((event, at) => ({ ...event, caseId: events[at]?.caseId ?? '' }));
  }

  private async recorded(tx: Tx, authorityId: string, events: readonly ArrivedEvent[]): Promise<RecordedEvent[]> {
    const reasons = await openReasons(this.vault, tx, authorityId, events);
    return events.map((event) => ({
      id: event.id,
      sequence: Number(event.sequence),
      occurredAt: event.occurredAt,
      action: event.action as AuditAction,
      actorId: event.actorId,
      actorName: event.actorName,
      actorKind: event.actorKind as RecordedEvent['actorKind'],
      actorRole: event.actorRole,
      fromState: event.fromState,
      toState: event.toState,
      reason: reasons.get(event.id) ?? null,
      ruleSetVersion: event.ruleSetVersion,
      ruleSetHash: event.ruleSetHash,
      correlationId: event.correlationId,
      details: event.details,
    }));
  }
}

/** The whole event, its reason still in clear; it becomes the end of its chain. */
function eventOf(entry: AuditEntry, tails: ChainTails): StoredEvent {
  const chainId = chainIdOf(entry);
  const before = chainId === null ? null : tails.get(chainId);
  const body = {
    ...contentOf(entry),
    occurredAt: notBefore(before, entry.occurredAt),
    ...placeOf(chainId, before),
    ...commitmentsOf(entry),
  };
  const event = { ...body, leafHash: leafHash(entryText(body)) };
  if (chainId !== null) tails.set(chainId, { ...event, chainSequence: event.chainSequence ?? 0 });
  return event;
}

function contentOf(entry: AuditEntry) {
  const { referralId = null, caseId = null, fromState = null, toState = null, reason = null } = entry;
  return {
    id: randomUUID(),
    authorityId: entry.actor.authorityId,
    referralId,
    caseId,
    ...actorOf(entry),
    action: entry.action,
    fromState,
    toState,
    reason,
    ...ruleSetOf(entry),
    correlationId: entry.correlationId ?? correlationId(),
    // As PostgreSQL gives it back: what JSON cannot say must not be hashed either.
    details: asStored(entry.details ?? {}) as StoredEvent['details'],
  };
}

function actorOf({ actor: { id, name, kind, roles } }: AuditEntry) {
  return { actorId: id, actorName: name, actorKind: kind, actorRole: roles.length === 0 ? null : roles.join(',') };
}

function ruleSetOf({ ruleSet }: AuditEntry) {
  return { ruleSetVersion: ruleSet?.version ?? null, ruleSetHash: ruleSet?.hash ?? null };
}

function placeOf(chainId: string | null, before: Tail | null) {
  if (before === null) return { chainId, chainSequence: null, previousHash: null };
  return { chainId, chainSequence: before.chainSequence + 1, previousHash: before.leafHash };
}

/** Clocks of two machines may differ by a little; what follows is never recorded as earlier. */
function notBefore(before: Tail | null, occurredAt: Date): Date {
  return before !== null && before.occurredAt > occurredAt ? before.occurredAt : occurredAt;
}

function commitmentsOf({ actor, reason, record }: AuditEntry) {
  const who = commitTo({ id: actor.id, name: actor.name });
  const why = reason === undefined ? NOTHING : commitTo(reason);
  const what = record === undefined ? NOTHING : commitTo(record);
  return {
    actorSalt: who.salt,
    actorCommitment: who.commitment,
    reasonSalt: why.salt,
    reasonCommitment: why.commitment,
    recordSalt: what.salt,
    recordCommitment: what.commitment,
  };
}

const NOTHING: { readonly [Part in keyof Commitment]: null } = { salt: null, commitment: null };

function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
