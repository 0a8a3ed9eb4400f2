import type { AuditEntry } from '#audit';
import { asId, type Case, type CaseId, type Lane, type ReferralId } from '#domain';
import { profileOf } from '#nation-packs';
import { laneOf } from '../../../libs/intake/lane-of.ts';
import { ConnectionLost, OutcomeUnknown } from '../database/errors.ts';
import { inTransaction, type SimTransaction } from '../database/sim-database.ts';
import { AUTHORITY, casesOf, type DocumentKind, DOCUMENTS } from './documents.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';
import type { ReferralRow } from './rows.ts';
import { SENDER } from './staff.ts';

/** What a sender gets. `unavailable` says: send it again, under the same key. */
export type Answer =
  | { readonly status: 'stored'; readonly reference: string; readonly isReplay: boolean }
  | { readonly status: 'key_reused' }
  | { readonly status: 'unavailable' };

export interface Post {
  readonly sending: string;
  readonly agencyId: string;
  readonly key: string | null;
  readonly kind: DocumentKind;
  readonly bodySha256: string;
  answer(answer: Answer): void;
}

interface Arrival {
  readonly post: Post;
  readonly referral: ReferralRow;
  readonly cases: readonly Case[];
  /** How often it may still be asked whether its commit was made. */
  readonly triesLeft: number;
}

const TRIES = 4;
const AWAY: Answer = { status: 'unavailable' };

/** The part of the API that takes referrals: those of one event-loop turn share a transaction, as libs/intake has it. */
export class ApiServer {
  private arriving: Arrival[] = [];
  private isTurning = false;

  constructor(
    readonly process: SimProcess,
    private readonly parts: Parts,
    /** What the planted bug does after the commit instead of storing a message with it. */
    private readonly enqueue: (found: Case, lane: Lane) => void,
  ) {}

  receive(post: Post): void {
    this.add(this.prepare(post));
  }

  /** As `GroupCommit`: what arrives meanwhile shares the next commit. */
  private add(arrival: Arrival): void {
    this.arriving.push(arrival);
    if (!this.isTurning) void this.turn();
  }

  private async turn(): Promise<void> {
    this.isTurning = true;
    await this.process.step('event-loop turn');
    this.isTurning = false;
    const arrived = this.arriving;
    this.arriving = [];
    const { submissions } = this.parts.sizes;
    for (let at = 0; at < arrived.length; at += submissions) void this.store(arrived.slice(at, at + submissions));
  }

  /** Ids and contents are made before the transaction opens, and stay the same at every try. */
  private prepare(post: Post): Arrival {
    const { database } = this.parts;
    const { agencyId, key, bodySha256, kind, sending } = post;
    const number = database.next('referral');
    const id = `referral-${number}`;
    const referral = { id, agencyId, key, bodySha256, kind, sending, reference: `R-${number}` };
    const cases = casesOf(kind).map((opened, child) => ({
      ...opened,
      id: asId<CaseId>(`case-${number}-${child}`),
      referralId: asId<ReferralId>(id),
    }));
    return { post, referral, cases, triesLeft: TRIES };
  }

  private async store(group: readonly Arrival[]): Promise<void> {
    const { database, defences } = this.parts;
    try {
      const answers = await inTransaction(database, this.process, async (tx) => {
        const stored = await this.storeIn(tx, group);
        if (!defences.answersAfterCommit) answerAll(group, stored);
        return stored;
      });
      if (!defences.outbox) await this.enqueueAll(group);
      await this.process.step('answer');
      answerAll(group, answers);
    } catch (error: unknown) {
      await this.afterFault(group, error);
    }
  }

  /** One that fails must not fail the others. Whether a commit was made is asked until it is known. */
  private async afterFault(group: readonly Arrival[], error: unknown): Promise<void> {
    if (error instanceof OutcomeUnknown) for (const arrival of group) this.askAgain(arrival);
    else if (group.length === 1 || error instanceof ConnectionLost) for (const { post } of group) post.answer(AWAY);
    else for (const arrival of group) await this.store([arrival]);
  }

  private askAgain(arrival: Arrival): void {
    if (arrival.triesLeft === 0) arrival.post.answer(AWAY);
    else this.add({ ...arrival, triesLeft: arrival.triesLeft - 1 });
  }

  private async storeIn(tx: SimTransaction, group: readonly Arrival[]): Promise<Answer[]> {
    const fresh = await this.insertOnce(tx, group);
    for (const { cases } of fresh) for (const each of cases) this.parts.tables.cases.write(tx, each.id, each);
    await this.parts.audit.append(tx, fresh.flatMap(eventsOf));
    if (this.parts.defences.outbox) await this.parts.outbox.append(tx, fresh.flatMap(workOf));
    const answers: Answer[] = [];
    for (const arrival of group) {
      const isNew = fresh.includes(arrival);
      answers.push(isNew ? stored(arrival.referral, false) : await this.replay(tx, arrival.referral));
    }
    return answers;
  }

  /** In the order of their keys, so that two groups never wait for one another. */
  private async insertOnce(tx: SimTransaction, group: readonly Arrival[]): Promise<Arrival[]> {
    const { tables, defences } = this.parts;
    const inOrder = [...group].sort((one, other) => (keyOf(one.referral) < keyOf(other.referral) ? -1 : 1));
    const known = defences.uniqueKey ? null : await this.keysSeen(tx);
    await tx.statement('insert referrals');
    const fresh: Arrival[] = [];
    for (const arrival of inOrder) {
      const { referral } = arrival;
      const isNew = known === null ? await this.takeKey(tx, referral) : !known.has(keyOf(referral));
      if (isNew && (await tables.referrals.insert(tx, referral.id, referral))) fresh.push(arrival);
    }
    return fresh;
  }

  private async takeKey(tx: SimTransaction, referral: ReferralRow): Promise<boolean> {
    if (referral.key === null) return true;
    return this.parts.tables.referralKeys.insert(tx, keyOf(referral), referral.id);
  }

  private async keysSeen(tx: SimTransaction): Promise<ReadonlySet<string>> {
    await tx.statement('look for keys');
    const keyed = this.parts.tables.referrals.rows(tx).filter(({ key }) => key !== null);
    return new Set(keyed.map(keyOf));
  }

  /** What stands in the way: this very one, stored at a try that nobody answered; or what was sent before under its key. */
  private async replay(tx: SimTransaction, { id, agencyId, key, bodySha256 }: ReferralRow): Promise<Answer> {
    await tx.statement('find earlier');
    const rows = this.parts.tables.referrals.rows(tx);
    const isKeyed = (row: ReferralRow): boolean => key !== null && row.key === key && row.agencyId === agencyId;
    const earlier = rows.find((row) => row.id === id || isKeyed(row));
    return earlier?.bodySha256 === bodySha256 ? stored(earlier, earlier.id !== id) : { status: 'key_reused' };
  }

  private async enqueueAll(group: readonly Arrival[]): Promise<void> {
    await this.process.step('enqueue');
    for (const arrival of group) for (const each of arrival.cases) this.enqueue(each, laneOfKind(arrival.post.kind));
  }
}

function stored({ reference }: ReferralRow, isReplay: boolean): Answer {
  return { status: 'stored', reference, isReplay };
}

function keyOf({ agencyId, key }: ReferralRow): string {
  return `${agencyId} ${key ?? ''}`;
}

function answerAll(group: readonly Arrival[], answers: readonly Answer[]): void {
  group.forEach(({ post }, at) => {
    const answer = answers[at];
    if (answer !== undefined) post.answer(answer);
  });
}

function laneOfKind(kind: DocumentKind): Lane {
  return laneOf(DOCUMENTS[kind], profileOf(AUTHORITY));
}

function workOf({ post, cases }: Arrival) {
  const lane = laneOfKind(post.kind);
  return cases.map(({ id, inputVersion }) => ({ lane, caseId: id, inputVersion, afterMs: 0, reason: null }));
}

function eventsOf({ referral, cases }: Arrival): AuditEntry[] {
  const referralId = asId<ReferralId>(referral.id);
  const occurredAt = cases[0]?.receivedAt ?? new Date(0);
  const about = { actor: SENDER, occurredAt, referralId };
  return [
    { action: 'referral.received', ...about },
    ...cases.map(({ id, state }): AuditEntry => ({ action: 'case.opened', ...about, caseId: id, toState: state })),
  ];
}
