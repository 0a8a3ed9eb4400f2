import { Injectable } from '@nestjs/common';
import type { AuthorityId, CaseId, Decision, DecisionId } from '#domain';
import type { Tx } from '#platform';
import { In } from 'typeorm';
import { DecisionRow } from './decision.entity.ts';
import { SignOffRow } from './sign-off.entity.ts';

export type SignOff = Readonly<Omit<SignOffRow, 'authorityId' | 'decidedBy'>>;

/** Decisions and their second signatures; both append-only. */
@Injectable()
export class DecisionRepository {
  async insert(tx: Tx, authorityId: AuthorityId, decision: Decision): Promise<void> {
    await tx
      .getRepository(DecisionRow)
      .insert({ ...decision, authorityId, signOffReasons: [...decision.signOffReasons] });
  }

  async insertSignOff(tx: Tx, authorityId: AuthorityId, decision: Decision, signOff: SignOff): Promise<void> {
    await tx.getRepository(SignOffRow).insert({ ...signOff, authorityId, decidedBy: decision.decidedBy });
  }

  async get(tx: Tx, id: DecisionId): Promise<Decision> {
    const row = await tx.getRepository(DecisionRow).findOneOrFail({ where: { id } });
    return Object.assign({}, row) as unknown as Decision;
  }

  /** Every decision on a case with its signature, oldest first: a returned one stays on the record. */
  async ofCase(tx: Tx, caseId: CaseId): Promise<{ decision: Decision; signOff: SignOff | null }[]> {
    const rows = await tx.getRepository(DecisionRow).find({ where: { caseId }, order: { decidedAt: 'ASC' } });
    const signatures = await tx.getRepository(SignOffRow).findBy({ decisionId: In(rows.map((row) => row.id)) });
    return rows.map((row) => ({
      decision: Object.assign({}, row) as unknown as Decision,
      signOff: signatures.find((signature) => signature.decisionId === row.id) ?? null,
    }));
  }
}
