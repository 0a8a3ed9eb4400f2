import { Injectable } from '@nestjs/common';
import { LogFault, type TrailSoundness, VerifyTrail } from '#audit';
import { CaseGate } from '#case-access';
import type { Actor, CaseId } from '#domain';
import { Database, EventLog } from '#platform';

/** How the trail of a case stands against the sealed log. */
export type TrailCheck =
  | { readonly state: 'sound'; readonly found: TrailSoundness }
  | { readonly state: 'not_sealed' }
  /** Something does not agree; what it is stands in the log of the service. */
  | { readonly state: 'broken' };

/**
 * Checks the trail of one case, its records and its place in the sealed log, now.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class VerifyCaseTrail {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly trail: VerifyTrail,
    private readonly log: EventLog,
  ) {}

  execute(actor: Actor, caseId: CaseId): Promise<TrailCheck> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'audit.read');
      try {
        const sound = await this.trail.execute(tx, found);
        return sound === null ? { state: 'not_sealed' } : { state: 'sound', found: sound };
      } catch (error: unknown) {
        if (!(error instanceof LogFault)) throw error;
        this.log.fault('audit.trail_broken', error, {});
        return { state: 'broken' };
      }
    });
  }
}
