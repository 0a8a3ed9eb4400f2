import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { ClocksModule } from '#clocks';
import { Messages } from '#messages';
import { Outbox } from '#outbox';
import { PeopleModule } from '#people';
import { AddAttachment } from './attachments/add-attachment.ts';
import { AttachmentStore } from './attachments/attachment-store.ts';
import { AttachmentRepository } from './attachments/attachment.repository.ts';
import { ListAttachments } from './attachments/list-attachments.ts';
import { ReadAttachment } from './attachments/read-attachment.ts';
import { ListReferrals } from './list-referrals.ts';
import { FollowReferral } from './follow-referral.ts';
import { ListSent } from './list-sent.ts';
import { ReadReferral } from './read-referral.ts';
import { SentReferrals } from './sent-referrals.ts';
import { RegisterAgencies } from './register-agencies.ts';
import { CommittedReferrals } from './store/committed-referrals.ts';
import { ArrivalRepository } from './store/arrival.repository.ts';
import { CaseRepository } from './store/case.repository.ts';
import { ReferralRepository } from './store/referral.repository.ts';
import { SubmitReferral } from './submit-referral.ts';

const ATTACHMENTS = [AttachmentRepository, AttachmentStore, AddAttachment, ListAttachments, ReadAttachment];

const SHARED = [
  AuditTrail,
  Messages,
  Outbox,
  ReferralRepository,
  CaseRepository,
  ...ATTACHMENTS,
  SubmitReferral,
  SentReferrals,
  ReadReferral,
  ListReferrals,
  ListSent,
  FollowReferral,
  RegisterAgencies,
  CommittedReferrals,
];

@Module({
  imports: [ClocksModule, PeopleModule],
  providers: [...SHARED, ArrivalRepository],
  exports: [ClocksModule, ...SHARED],
})
export class IntakeModule {}
