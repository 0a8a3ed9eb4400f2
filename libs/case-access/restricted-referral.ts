import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type AuditAction, AuditTrail } from '#audit';
import { type Actor, type Case, type Clock, DomainError, type ReferralId } from '#domain';
import { CaseRepository } from '#intake';
import { CLOCK, sql, type Tx } from '#platform';
import { CaseAccessRepository, type KnownPerson } from './store/case-access.repository.ts';
import { RestrictionRow } from './store/restriction.entity.ts';

/** A referral that a manager closes, opens or names people on, with all its cases, held until the transaction ends. */
export interface HeldReferral {
  readonly id: ReferralId;
  readonly reference: string;
  readonly cases: readonly Case[];
  readonly isRestricted: boolean;
}

/** What changes to a restriction have in common. */
@Injectable()
export class RestrictedReferral {
  constructor(
    private readonly cases: CaseRepository,
    readonly access: CaseAccessRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `not_found`, also for one that is hidden from this manager. */
  async hold(tx: Tx, actor: Actor, reference: string): Promise<HeldReferral> {
    const [row] = await sql<{ id: ReferralId }>(tx, FIND, [actor.authorityId, reference]);
    const cases = row === undefined ? [] : await this.cases.ofReferral(tx, row.id);
    const isHidden = cases.length === 0 || cases.some((each) => mayDo(actor, 'case.restrict', each) !== 'allowed');
    if (row === undefined || isHidden) throw notThere();
    await sql(tx, LOCK, [row.id]);
    return { id: row.id, reference, cases, isRestricted: cases.some(({ restricted }) => restricted) };
  }

  /** As `hold`, for what is restricted already. @throws DomainError `not_found` where nothing is. */
  async holdRestricted(tx: Tx, actor: Actor, reference: string): Promise<HeldReferral> {
    const held = await this.hold(tx, actor, reference);
    if (held.isRestricted) return held;
    throw new DomainError('not_found', 'This referral is not restricted.');
  }

  /**
   * The people who would keep access, by their ids: somebody among them must be able to decide.
   * @throws DomainError `validation_failed` for an id that nobody has, `nobody_left_to_decide`.
   */
  async requirePeople(tx: Tx, actor: Actor, personIds: readonly string[]): Promise<KnownPerson[]> {
    const others = personIds.filter((id) => id !== actor.id);
    const found = await this.access.knownPeople(tx, actor.authorityId, others);
    const unknown = others.filter((id) => !found.some((person) => person.id === id));
    if (unknown.length > 0) {
      const faults = unknown.map((id) => ({
        pointer: `/people/${String(personIds.indexOf(id))}`,
        message: 'Nobody with this id has signed in here yet.',
      }));
      throw new DomainError('validation_failed', 'Name people by the ids they sign in with.', faults);
    }
    const self = { id: actor.id, name: actor.name, canDecide: actor.registration !== null };
    const people = personIds.includes(actor.id) ? [self, ...found] : found;
    if (people.some(({ canDecide }) => canDecide)) return people;
    throw new DomainError('nobody_left_to_decide', 'A restricted child needs somebody who can decide.');
  }

  async restrictionOf(tx: Tx, referralId: string): Promise<RestrictionRow | null> {
    const rows = await tx
      .getRepository(RestrictionRow)
      .find({ where: { referralId }, order: { restrictedAt: 'DESC' } });
    return rows.find(({ liftedAt }) => liftedAt === null) ?? null;
  }

  /** Once for each case: every child's trail says who closed it. */
  async record(
    tx: Tx,
    held: HeldReferral,
    event: { action: AuditAction; actor: Actor; reason?: string; details?: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const common = { ...event, occurredAt: this.clock.now(), referralId: held.id };
    await this.audit.append(
      tx,
      held.cases.map(({ id: caseId }) => ({ ...common, caseId })),
    );
  }
}

function notThere(): DomainError {
  return new DomainError('not_found', 'There is no referral with this reference for you.');
}

const FIND = 'SELECT id FROM referral WHERE authority_id = $1 AND reference = $2';
const LOCK = 'SELECT id FROM case_record WHERE referral_id = $1 ORDER BY id FOR NO KEY UPDATE';
