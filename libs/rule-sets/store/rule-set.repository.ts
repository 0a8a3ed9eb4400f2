import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AuthorityId } from '#domain';
import type { Tx } from '#platform';
import type { Activation, Approval, RuleSetVersion, RuleSetVersionId } from '../rule-set-version.ts';
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

  async approve(tx: Tx, approval: Approval): Promise<void> {
    await tx.getRepository(ApprovalRow).insert({ ...approval, editors: [...approval.editors] });
  }

  async approvalOf(tx: Tx, versionId: RuleSetVersionId): Promise<Approval | null> {
    const row = await tx.getRepository(ApprovalRow).findOneBy({ versionId });
    return row === null ? null : (Object.assign({}, row) as unknown as Approval);
  }

  async activate(tx: Tx, activation: Activation): Promise<void> {
    await tx.getRepository(ActivationRow).insert({ ...activation, withdrawnBy: null });
  }

  async activationsOf(tx: Tx, authorityId: AuthorityId): Promise<Activation[]> {
    const order = { fromDate: 'DESC', activatedAt: 'DESC' } as const;
    const rows = await tx.getRepository(ActivationRow).find({ where: { authorityId }, order });
    return rows.map((row) => Object.assign({}, row) as unknown as Activation);
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

function versionOf(row: RuleSetVersionRow): RuleSetVersion {
  return Object.assign({}, row) as unknown as RuleSetVersion;
}
