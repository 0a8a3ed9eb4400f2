import { Module } from '@nestjs/common';
import { ChallengePagesModule } from '../challenges/challenge-pages.module.ts';
import { ChronologyPagesModule } from '../chronology/chronology-pages.module.ts';
import { EnquiryPagesModule } from '../enquiries/enquiry-pages.module.ts';
import { FamilyPagesModule } from '../family/family-pages.module.ts';
import { MessagePagesModule } from '../messages/message-pages.module.ts';
import { RestrictionPagesModule } from '../restriction/restriction-pages.module.ts';
import { SubjectAccessPagesModule } from '../subject-access/subject-access-pages.module.ts';
import { TimingPagesModule } from '../timing/timing-pages.module.ts';

/** Every area of the pages below a case. */
@Module({
  imports: [
    ...[FamilyPagesModule, EnquiryPagesModule, TimingPagesModule, ChronologyPagesModule, ChallengePagesModule],
    ...[RestrictionPagesModule, MessagePagesModule, SubjectAccessPagesModule],
  ],
})
export class RecordPagesModule {}
