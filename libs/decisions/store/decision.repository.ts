import { Injectable } from '@nestjs/common';
import { type Case, type Decision, type DecisionId, DomainError } from '#domain';
import type { Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import { Any, In } from 'typeorm';
import { DecisionRow } from './decision.entity.ts';
import { SignOffRow } from './sign-off.entity.ts';

export type SignOff = Readonly<Omit<SignOffRow, 'authorityId' | 'decidedBy'>>;

/** The case that a decision is about, as much of it as finds its key. */
type Decided = Pick<Case, 'authorityId' | 'referralId'>;

const RATIONALE = 'decision.rationale';
const OVERRIDE_REASON = 'decision.override_reason';
const SIGN_OFF_REASON = 'decision_sign_off.reason';

/** Decisions and their second signatures; both append-only, what people wrote in them sealed. */
@Injectable()
export class DecisionRepository {
  constructor(private readonly vault: Vault) {}

  /** @throws DomainError `validation_failed` for a reason without words. */
  async insert(tx: Tx, about: Decided, decision: Decision): Promise<void> {
    const key = await this.vault.keyOf(tx, about);
    const { id, rationale, overrideReason } = decision;
    await tx.getRepository(DecisionRow).insert({
      ...decision,
      authorityId: about.authorityId,
      rationale: sealedUnder(key, RATIONALE, id, words(rationale, '/rationale')),
      overrideReason:
        overrideReason === null
          ? null
          : sealedUnder(key, OVERRIDE_REASON, id, words(overrideReason, '/overrideReason')),
      signOffReasons: [...decision.signOffReasons],
    });
  }

  /** @throws DomainError `validation_failed` for a reason without words. */
  async insertSignOff(tx: Tx, about: Decided, decision: Decision, signOff: SignOff): Promise<void> {
    const key = await this.vault.keyOf(tx, about);
    const { decisionId, reason } = signOff;
    await tx.getRepository(SignOffRow).insert({
      ...signOff,
      authorityId: about.authorityId,
      decidedBy: decision.decidedBy,
      reason: reason === null ? null : sealedUnder(key, SIGN_OFF_REASON, decisionId, words(reason, '/reason')),
    });
  }

  async get(tx: Tx, about: Decided, id: DecisionId): Promise<Decision> {
    const row = await tx.getRepository(DecisionRow).findOneOrFail({ where: { id } });
    return decisionOf(row, await this.vault.keyOf(tx, about));
  }

  /** Of one authority, by id, in two queries; each with the referral that its case came with. */
  async ofIds(
    tx: Tx,
    authorityId: string,
    asked: readonly { readonly id: string; readonly referralId: string }[],
  ): Promise<ReadonlyMap<string, Decision>> {
    const rows = await tx.getRepository(DecisionRow).findBy({ id: Any(asked.map(({ id }) => id)) });
    const referralIds = new Map(asked.map(({ id, referralId }) => [id, referralId]));
    const keys = await this.vault.keysOf(tx, authorityId, [...referralIds.values()]);
    return new Map(rows.map((row) => [row.id, decisionOf(row, keys.get(referralIds.get(row.id) ?? '') ?? null)]));
  }

  /** The second signature under a decision, or its return; `null` when there is none. */
  async findSignOff(
    tx: Tx,
    about: Decided,
    decisionId: string,
  ): Promise<(SignOff & { readonly decidedBy: string }) | null> {
    const row = await tx.getRepository(SignOffRow).findOneBy({ decisionId });
    if (row === null) return null;
    return { ...signOffOf(row, await this.vault.keyOf(tx, about)), decidedBy: row.decidedBy };
  }

  /** Every decision on a case with its signature, oldest first: a returned one stays on the record. */
  async ofCase(tx: Tx, about: Case): Promise<{ decision: Decision; signOff: SignOff | null }[]> {
    return this.ofCases(tx, [about]);
  }

  /** As `ofCase` for many cases of one authority, in as many queries as for one. */
  async ofCases(
    tx: Tx,
    cases: readonly (Decided & Pick<Case, 'id'>)[],
  ): Promise<{ decision: Decision; signOff: SignOff | null }[]> {
    const caseId = In(cases.map(({ id }) => id));
    const rows = await tx.getRepository(DecisionRow).find({ where: { caseId }, order: { decidedAt: 'ASC' } });
    const [about] = cases;
    if (rows.length === 0 || about === undefined) return [];
    const signatures = await tx.getRepository(SignOffRow).findBy({ decisionId: In(rows.map((row) => row.id)) });
    const referralIds = new Map(cases.map(({ id, referralId }) => [id as string, referralId]));
    const keys = await this.vault.keysOf(tx, about.authorityId, [...referralIds.values()]);
    return rows.map((row) => {
      const key = keys.get(referralIds.get(row.caseId) ?? '') ?? null;
      const signature = signatures.find((candidate) => candidate.decisionId === row.id);
      return { decision: decisionOf(row, key), signOff: signature === undefined ? null : signOffOf(signature, key) };
    });
  }
}

/** PostgreSQL cannot see a blank text through its seal. */
function words(text: string, pointer: string): string {
  if (/\S/.test(text)) return text;
  throw new DomainError('validation_failed', 'A reason needs words.', [{ pointer, message: 'Must not be blank.' }]);
}

function decisionOf(row: DecisionRow, key: RecordKey | null): Decision {
  const { id, rationale, overrideReason } = row;
  const opened = {
    rationale: openedUnder(key, RATIONALE, id, rationale),
    overrideReason: overrideReason === null ? null : openedUnder(key, OVERRIDE_REASON, id, overrideReason),
  };
  return Object.assign({}, row, opened) as unknown as Decision;
}

function signOffOf(row: SignOffRow, key: RecordKey | null): SignOff {
  const { decisionId, reason } = row;
  const opened = reason === null ? null : openedUnder(key, SIGN_OFF_REASON, decisionId, reason);
  return Object.assign({}, row, { reason: opened });
}
