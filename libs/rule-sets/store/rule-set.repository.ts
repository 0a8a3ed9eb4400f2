import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AuthorityId } from '#domain';
import { sql, type Tx } from '#platform';
import type {
  Activation,
  ActivationId,
  Approval,
  InForceActivation,
  RuleSetVersion,
  RuleSetVersionId,
} from '../rule-set-version.ts';
import { ActivationRow } from './activation.entity.ts';
import { ApprovalRow } from './approval.entity.ts';
import { RuleSetVersionRow } from './rule-set-version.entity.ts';

/** Versions with their approvals and activations. */
@Injectable()
export class RuleSetRepository {
  async insert(tx: Tx, version: RuleSetVersion): Promise<void> {
    await tx.getRepository(RuleSetVersionRow).insert({ ...version, editors: [...version.editors] });
  }

  /** Holds the version until the transaction ends; `null` when the authority has none with this id. */
  async findForUpdate(tx: Tx, authorityId: AuthorityId, id: RuleSetVersionId): Promise<RuleSetVersion | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.getRepository(RuleSetVersionRow).findOne({ where: { authorityId, id }, lock });
    return row === null ? null : versionOf(row);
  }

  async find(tx: Tx, authorityId: AuthorityId, id: RuleSetVersionId): Promise<RuleSetVersion | null> {
    const row = await tx.getRepository(RuleSetVersionRow).findOneBy({ authorityId, id });
    return row === null ? null : versionOf(row);
  }

  async ofAuthority(tx: Tx, authorityId: AuthorityId): Promise<RuleSetVersion[]> {
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    return (await tx.getRepository(RuleSetVersionRow).find({ where: { authorityId }, order })).map(versionOf);
  }

  async findByLabel(tx: Tx, authorityId: AuthorityId, label: string): Promise<RuleSetVersion | null> {
    const row = await tx.getRepository(RuleSetVersionRow).findOneBy({ authorityId, label });
    return row === null ? null : versionOf(row);
  }

  async update(tx: Tx, version: RuleSetVersion): Promise<void> {
    const { id, ruleSetId, label, title, hash, abandonedAt, changeNote, editors, changedAt, revision } = version;
    const changes = { ruleSetId, label, title, hash, abandonedAt, changeNote, changedAt, revision };
    await tx.getRepository(RuleSetVersionRow).update({ id }, { ...changes, editors: [...editors] });
  }

  async approve(tx: Tx, authorityId: AuthorityId, approval: Approval): Promise<void> {
    await tx.getRepository(ApprovalRow).insert({ ...approval, authorityId, editors: [...approval.editors] });
  }

  async approvalOf(tx: Tx, versionId: RuleSetVersionId): Promise<Approval | null> {
    const row = await tx.getRepository(ApprovalRow).findOneBy({ versionId });
    return row === null ? null : (Object.assign({}, row) as unknown as Approval);
  }

  async activate(tx: Tx, activation: Activation): Promise<void> {
    await tx.getRepository(ActivationRow).insert({ ...activation, withdrawnBy: null });
  }

  /** Of one version, the latest first. */
  async activationsOf(tx: Tx, versionId: RuleSetVersionId): Promise<Activation[]> {
    const order = { fromDate: 'DESC', activatedAt: 'DESC' } as const;
    const rows = await tx.getRepository(ActivationRow).find({ where: { versionId }, order });
    return rows.map((row) => Object.assign({}, row) as unknown as Activation);
  }

  async findActivation(tx: Tx, authorityId: AuthorityId, id: ActivationId): Promise<Activation | null> {
    const row = await tx.getRepository(ActivationRow).findOneBy({ authorityId, id });
    return row === null ? null : (Object.assign({}, row) as unknown as Activation);
  }

  /**
   * The activation in force in each area on a day (`YYYY-MM-DD`): the latest that has begun, for the area or for all of
   * the authority. `*` stands for an unknown area; areas without any are left out.
   */
  async inForce(
    tx: Tx,
    authorityId: AuthorityId,
    areas: readonly string[],
    onDate: string,
  ): Promise<ReadonlyMap<string, InForceActivation>> {
    const rows = await sql<InForceActivation & { wanted: string }>(tx, IN_FORCE, [authorityId, areas, onDate]);
    return new Map(rows.map(({ wanted, ...activation }) => [wanted, activation]));
  }

  /** False when it was withdrawn already. */
  async withdraw(
    tx: Tx,
    { id }: Activation,
    by: { withdrawnBy: string; withdrawnByName: string; withdrawnAt: Date; withdrawnReason: string },
  ): Promise<boolean> {
    const result = await tx.getRepository(ActivationRow).update({ id, withdrawnAt: IsNull() }, by);
    return result.affected === 1;
  }
}

const IN_FORCE = `SELECT a.wanted, x.* FROM unnest($2::text[]) WITH ORDINALITY AS a (wanted, place)
  CROSS JOIN LATERAL (
    SELECT version_id AS "versionId", hash, area, from_date::text AS "fromDate" FROM rule_set_activation
    WHERE authority_id = $1 AND area IN ('*', a.wanted) AND from_date <= $3::date AND withdrawn_at IS NULL
    ORDER BY from_date DESC, activated_at DESC, id LIMIT 1) AS x
  ORDER BY a.place`;

function versionOf(row: RuleSetVersionRow): RuleSetVersion {
  return Object.assign({}, row) as unknown as RuleSetVersion;
}
