import { Injectable } from '@nestjs/common';
import { type Action, mayDo } from '#access-policy';
import { type Actor, type AgencyId, asId, type CaseId, DomainError } from '#domain';
import { Database, sha256, sql } from '#platform';

/** What somebody looked for and did not find. */
export type Sought = { readonly caseId: CaseId } | { readonly reference: string };

/**
 * Tells whoever could have read a record that it was disposed of, and by which certificate. Nobody else learns that it
 * was there.
 * @throws DomainError `record_disposed`; does nothing where there is nothing to tell.
 */
@Injectable()
export class ExplainAbsence {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, action: Action, sought: Sought): Promise<void> {
    const [text, value] =
      'caseId' in sought ? ([BY_CASE, sought.caseId] as const) : ([BY_REFERENCE, hashesOf(sought.reference)] as const);
    const found = await this.database.inTransaction(actor, (tx) => sql<Gone>(tx, text, [actor.authorityId, value]));
    const gone = found.find((each) => couldRead(actor, action, each));
    if (gone === undefined) return;
    const on = gone.disposedAt.toISOString().slice(0, 10);
    throw new DomainError(
      'record_disposed',
      `It was destroyed on ${on} as its retention schedule says: certificate of disposal ${gone.disposalId}.`,
    );
  }
}

interface Gone {
  readonly authorityId: string;
  readonly agencyId: string;
  readonly restricted: boolean;
  readonly openTo: readonly string[];
  readonly disposalId: string;
  readonly disposedAt: Date;
}

function couldRead(actor: Actor, action: Action, gone: Gone): boolean {
  const record = { authorityId: asId<Actor['authorityId']>(gone.authorityId), agencyId: asId<AgencyId>(gone.agencyId) };
  if (mayDo(actor, action, record) !== 'allowed') return false;
  return !gone.restricted || gone.openTo.includes(actor.id) || gone.agencyId === actor.agencyId;
}

/** Of the reference itself, and of the referral's where it is a case's. */
function hashesOf(reference: string): string[] {
  return [reference, reference.replace(/-\d+$/, '')].map(sha256);
}

const GONE = `SELECT authority_id AS "authorityId", agency_id AS "agencyId", restricted, open_to AS "openTo",
    disposal_id AS "disposalId", disposed_at AS "disposedAt" FROM disposed_record WHERE authority_id = $1`;
const BY_CASE = `${GONE} AND case_ids @> ARRAY[$2::uuid]`;
const BY_REFERENCE = `${GONE} AND reference_sha256 = ANY ($2::text[])`;
