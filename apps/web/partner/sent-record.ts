import { Injectable } from '@nestjs/common';
import { type Challenge, ChallengesOfRecord } from '#challenges';
import { ExplainToSender, type SenderExplanation } from '#decisions';
import type { Actor, Language } from '#domain';
import { type Attachment, type FollowedReferral, FollowReferral, ListAttachments } from '#intake';

/** Everything that the sender of a referral may see of it. */
export interface SentRecord {
  readonly followed: FollowedReferral;
  readonly told: readonly SenderExplanation[];
  readonly attachments: readonly Attachment[];
  readonly challenges: readonly Challenge[];
}

/** Gathers it for one page; each part is read by the use case that knows what may be told. */
@Injectable()
export class SentRecords {
  constructor(
    private readonly followReferral: FollowReferral,
    private readonly explainToSender: ExplainToSender,
    private readonly listAttachments: ListAttachments,
    private readonly challengesOfRecord: ChallengesOfRecord,
  ) {}

  /** @throws DomainError `not_found`, also for a referral that is not the reader's to see. */
  async of(actor: Actor, reference: string, language: Language): Promise<SentRecord> {
    const followed = await this.followReferral.execute(actor, reference);
    const isDecided = followed.cases.some(({ status }) => status === 'decided');
    const asked = { reference, language, purpose: null };
    const told = isDecided ? await this.explainToSender.execute(actor, asked) : [];
    const attachments = await this.listAttachments.execute(actor, reference);
    const challenges = await this.challengesOfRecord.ofReferral(actor, reference, null);
    return { followed, told, attachments, challenges };
  }
}
