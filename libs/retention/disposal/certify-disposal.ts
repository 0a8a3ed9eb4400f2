import { Injectable } from '@nestjs/common';
import { SigningKey } from '#audit';
import { type Actor, DomainError } from '#domain';
import { authorityPack, retentionScheduleOf } from '#nation-packs';
import { Database, Environment, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import type { Certificate, FinishedDisposal, SignedCertificate } from './certificate.ts';
import { isFinished } from './certificate.ts';
import { DisposalRecord } from './disposal-record.ts';
import { findDestroyed } from './finish-disposal.query.ts';

/** Says of a signature what was signed: one under a certificate is none under anything else. */
const CONTEXT = 'front-door/disposal-certificate/1';

/**
 * The certificate of a disposal that has come to its end: who asked, who approved, when, how many, by which rules.
 * @throws DomainError `not_found`, or `disposal_not_ready` before the end.
 */
@Injectable()
export class CertifyDisposal {
  private readonly key: SigningKey | null;

  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
    { EVIDENCE_SIGNING_KEY }: Environment,
  ) {
    this.key = EVIDENCE_SIGNING_KEY === undefined ? null : new SigningKey(EVIDENCE_SIGNING_KEY, 'evidence');
  }

  execute(actor: Actor, id: DisposalId): Promise<SignedCertificate> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.disposals.get(tx, id);
      if (!isFinished(found)) throw new DomainError('disposal_not_ready', 'It has not come to its end yet.');
      const certificate = await certificateOf(tx, found);
      await this.disposals.record(tx, { action: 'disposal.certificate_read', actor, id });
      const [event] = await sql<{ id: string }>(tx, COMPLETED, [id]);
      return { certificate, signature: this.sign(certificate), auditEventId: event?.id ?? null };
    });
  }

  private sign(certificate: Certificate): SignedCertificate['signature'] {
    if (this.key === null) return null;
    const value = this.key.sign({ context: CONTEXT, certificate }).toString('base64url');
    return { algorithm: 'Ed25519', keyId: this.key.publicKey.id, value };
  }
}

async function certificateOf(tx: Tx, found: FinishedDisposal): Promise<Certificate> {
  const destroyed = await findDestroyed(tx, found.id);
  const { rules } = retentionScheduleOf(found.authorityId);
  const ruleIds = [...new Set(destroyed.map(({ ruleId }) => ruleId))].sort();
  return {
    disposalId: found.id,
    authorityId: found.authorityId,
    authorityName: authorityPack(found.authorityId).name,
    dueOn: found.dueOn,
    scheduleSha256: found.scheduleSha256,
    requested: { by: found.requestedByName, at: found.requestedAt.toISOString() },
    approved: { by: found.approvedByName, at: found.approvedAt.toISOString() },
    finishedAt: found.finishedAt.toISOString(),
    destroyed: destroyed.length,
    kept: found.counts.kept,
    skipped: found.counts.skipped,
    byRule: ruleIds.map((ruleId) => ({
      ruleId,
      source: rules.find((rule) => rule.id === ruleId)?.source ?? null,
      destroyed: destroyed.filter((each) => each.ruleId === ruleId).length,
    })),
    referenceHashes: destroyed.map((each) => each.referenceSha256),
    listSha256: found.listSha256,
  };
}

const COMPLETED = `SELECT id FROM audit_event WHERE action = 'disposal.completed' AND details ->> 'disposalId' = $1
  ORDER BY sequence LIMIT 1`;
