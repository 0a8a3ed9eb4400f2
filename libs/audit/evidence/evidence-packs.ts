import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Case, type Clock, DomainError } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import { AuditTrail } from '../audit-trail.ts';
import { subtreeHashes } from '../log/proof-source.ts';
import { rangeProofSubtrees } from '../log/growing-range.ts';
import type { SignedTreeHead, StoredTreeHead } from '../sealing/tree-head.ts';
import {
  findDisposalsOf,
  findLogged,
  findLoggedOfCase,
  findPositionsIn,
  type LoggedEvent,
} from '../store/entry.query.ts';
import { findLatestHead, notePublicKey } from '../store/tree-head.query.ts';
import { Disclosures, type MayRead } from './disclosures.ts';
import { EvidenceKey } from './evidence-key.ts';
import { type PackHeader, PackWriter } from './pack-writer.ts';
import { consistencySince, inclusionProofs } from './pack-proofs.ts';

/** Entries that are read from the database at a time. */
const BLOCK = 2_000;

export interface LogExport {
  readonly actor: Actor;
  /** `2026-11`, in UTC; `null` for everything. */
  readonly month: string | null;
  /** Size of an earlier head that the pack shall be shown to continue. */
  readonly since: number | null;
}

/** Everything about one case, or a stretch of an authority's log, for somebody who trusts neither us nor our database. */
@Injectable()
export class EvidencePacks {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly disclosures: Disclosures,
    private readonly evidenceKey: EvidenceKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The pack of a case that the caller has let the person in to; the lines, with their ends.
   * @throws DomainError `not_found` when nothing of the case is sealed yet.
   */
  async ofCase(tx: Tx, actor: Actor, found: Case): Promise<string[]> {
    const { authorityId, id: caseId, referralId } = found;
    const head = await this.headIn(tx, authorityId);
    const events = await findLoggedOfCase(tx, { authorityId, caseId, referralId }, head.size);
    if (!events.some((event) => event.chainId === caseId)) throw notSealed();
    const shown = await this.disclosures.of(tx, authorityId, events, (_tx, ids) => Promise.resolve(new Set(ids)));
    const proofs = await inclusionProofs(tx, head, events);
    const writer = new PackWriter(authorityId, this.evidenceKey.key);
    const covered = { kind: 'case', month: null, caseId, referralId, range: null, consistency: null } as const;
    const lines = [writer.header({ ...covered, head, count: events.length, exportedAt: this.exportedAt(head) })];
    for (const [at, entry] of shown.entries()) lines.push(writer.entry({ ...entry, proof: proofs[at] ?? [] }));
    await this.record(tx, { actor, head, details: { kind: 'case', entries: events.length }, of: found });
    return [...lines, writer.trailer()];
  }

  /**
   * The pack of a month or of everything, read while it is sent. The log does not change, so each block is read for itself.
   * @throws DomainError `not_found` when nothing of that time is sealed.
   */
  async ofLog(request: LogExport, mayRead: MayRead): Promise<AsyncIterable<string>> {
    const { actor, month } = request;
    const plan = await this.database.inTransaction(actor, async (tx) => {
      const planned = await this.plan(tx, request);
      const { start, end } = planned.range;
      const details = { kind: month === null ? 'all' : 'month', month, from: start, entries: end - start };
      await this.record(tx, { actor, head: planned.header.head, details });
      return planned;
    });
    return this.stream(actor, plan, mayRead);
  }

  private async *stream(actor: Actor, plan: Plan, mayRead: MayRead): AsyncGenerator<string> {
    const { authorityId } = actor;
    const writer = new PackWriter(authorityId, this.evidenceKey.key);
    const linesOf = async (tx: Tx, events: readonly LoggedEvent[], own: boolean): Promise<string> => {
      const proofs = own ? await inclusionProofs(tx, plan.header.head, events) : [];
      const entries = await this.disclosures.of(tx, authorityId, events, mayRead);
      return entries.map((entry, at) => writer.entry({ ...entry, proof: proofs[at] ?? null })).join('');
    };
    yield writer.header(plan.header);
    yield await this.database.inTransaction(actor, (tx) => linesOf(tx, plan.disposals, true));
    for (let start = plan.range.start; start < plan.range.end; start += BLOCK) {
      const end = Math.min(start + BLOCK, plan.range.end);
      yield await this.database.inTransaction(actor, async (tx) =>
        linesOf(tx, await findLogged(tx, authorityId, { start, end }), false),
      );
    }
    yield writer.trailer();
  }

  private async plan(tx: Tx, { actor, month, since }: LogExport): Promise<Plan> {
    const { authorityId } = actor;
    const head = await this.headIn(tx, authorityId);
    const whole = { start: 0, end: head.size };
    const range = month === null ? whole : await findPositionsIn(tx, authorityId, timeOf(month), head.size);
    if (range === null) throw new DomainError('not_found', 'Nothing of this month is in the log.');
    const { left, right } = rangeProofSubtrees(range, head.size);
    const hashes = await subtreeHashes(tx, authorityId, [...left, ...right]);
    // A value may have been erased after the month: what explains it comes along.
    const disposals = await findDisposalsOf(tx, authorityId, range, head.size);
    const header: PackHeader = {
      head,
      kind: month === null ? 'all' : 'month',
      month,
      caseId: null,
      referralId: null,
      count: disposals.length + range.end - range.start,
      range: { from: range.start, to: range.end, left: left.map(hashes), right: right.map(hashes) },
      consistency: since === null ? null : await consistencySince(tx, head, since),
      exportedAt: this.exportedAt(head),
    };
    return { header, range, disposals };
  }

  private async headIn(tx: Tx, authorityId: string): Promise<StoredTreeHead> {
    const head = await findLatestHead(tx, authorityId);
    if (head === null) throw notSealed();
    return head;
  }

  /** The export is itself an event, whoever asks. */
  private async record(tx: Tx, { actor, head, details, of }: Recorded): Promise<void> {
    await notePublicKey(tx, this.evidenceKey.key.publicKey);
    const about = of === undefined ? {} : { caseId: of.id, referralId: of.referralId };
    const entry = { action: 'evidence.exported', actor, occurredAt: this.clock.now(), ...about } as const;
    await this.trail.append(tx, [{ ...entry, details: { ...details, treeSize: head.size } }]);
  }

  /** Clocks of two machines may differ by a little; a pack is never older than its head. */
  private exportedAt({ sealedAt }: StoredTreeHead): Date {
    return new Date(Math.max(sealedAt.getTime(), this.clock.now().getTime()));
  }
}

interface Plan {
  readonly header: PackHeader;
  readonly range: { readonly start: number; readonly end: number };
  readonly disposals: readonly LoggedEvent[];
}

interface Recorded {
  readonly actor: Actor;
  readonly head: SignedTreeHead;
  readonly details: object;
  readonly of?: Case;
}

function timeOf(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1)), to: new Date(Date.UTC(year, number)) };
}

function notSealed(): DomainError {
  return new DomainError('not_found', 'Nothing of this is sealed yet: ask again in a second.');
}
