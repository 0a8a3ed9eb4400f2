import type { AuditAction, AuditEntry } from '#audit';
import { type Actor, asId, type Case, type CaseId, type ReferralId } from '#domain';
import type { Mention } from '#people';

/** What somebody did about people of a family. */
export interface FamilyEvent {
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly at: Date;
  /** `null` where the trail must not repeat it: it stands under seal with what was recorded. */
  readonly reason: string | null;
  /** Codes and ids. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * The event for the trail of the case it was done from, and for every other record that mentions the people. Those do not
 * hear why: a reason speaks of the child it was given for, and a trail is handed out to the one it is about.
 */
export function trailEntries(found: Case, mentions: readonly Mention[], event: FamilyEvent): AuditEntry[] {
  const { action, actor, at, reason, details } = event;
  const said = { action, actor, occurredAt: at, details };
  const others = mentions.filter(({ referralId }) => referralId !== found.referralId);
  return [
    { ...said, ...(reason === null ? {} : { reason }), referralId: found.referralId, caseId: found.id },
    ...others.map(({ referralId, caseId }) => ({
      ...said,
      referralId: asId<ReferralId>(referralId),
      ...(caseId === null ? {} : { caseId: asId<CaseId>(caseId) }),
    })),
  ];
}
