import type { MessageTemplate, NewNotice, Recipient } from '#messages';
import type { Challenge } from './challenge.ts';

interface Occasion {
  readonly template: MessageTemplate;
  readonly authorityId: string;
  /** What tells this occasion from the others of the challenge. */
  readonly step: string;
  readonly urgent: boolean;
  readonly at: Date;
}

/** One notice for each recipient. */
export function noticesOf(challenge: Challenge, to: readonly Recipient[], occasion: Occasion): NewNotice[] {
  const { id: subjectId, caseId, referralId } = challenge;
  const { template, authorityId, step, urgent, at } = occasion;
  return to.map((recipient) => ({
    ...{ authorityId, template, to: recipient, referralId, caseId, subjectId, urgent, at },
    dedupeKey: `${template}:${subjectId}:${step}:${keyOf(recipient)}`,
  }));
}

export function managersOf(queue: string): Recipient {
  return { kind: 'role', role: 'manager', queue };
}

/** The agency whose challenge it is; nobody for a family's. */
export function challengersOf({ agencyId }: Pick<Challenge, 'agencyId'>): Recipient[] {
  return agencyId === null ? [] : [{ kind: 'agency', agencyId }];
}

function keyOf(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'agency':
      return recipient.agencyId;
    case 'person':
      return recipient.personId;
    case 'role':
      return recipient.role;
    case 'sender':
    case 'emergency_duty_team':
      return recipient.kind;
  }
}
