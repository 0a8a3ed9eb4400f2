import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { ClocksModule } from '#clocks';
import { HistoryModule } from '#history';
import { IntakeModule } from '#intake';
import { Messages } from '#messages';
import { AnswerEnquiry } from './answer-enquiry.ts';
import { AskedAgency } from './asked-agency.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { LearnFromReply } from './learn-from-reply.ts';
import { ListEnquiries } from './list-enquiries.ts';
import { OpenEnquiry } from './open-enquiry.ts';
import { OverrideAgreement } from './override-agreement.ts';
import { ReadBasis } from './read-basis.ts';
import { RecordAgreement } from './record-agreement.ts';
import { SendEnquiries } from './send-enquiries.ts';
import { SignOverride } from './sign-override.ts';
import { BasisRepository } from './store/basis.repository.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';
import { EnquiryRepository } from './store/enquiry.repository.ts';
import { ReplyRepository } from './store/reply.repository.ts';
import { WithdrawEnquiry } from './withdraw-enquiry.ts';

const STORES = [Messages, BasisRepository, EnquiryRepository, ReplyRepository, EnquiryRecords];
const BASIS = [ReadBasis, RecordAgreement, OverrideAgreement, SignOverride];
const USE_CASES = [...BASIS, SendEnquiries, WithdrawEnquiry, ListEnquiries, OpenEnquiry, AskedAgency, AnswerEnquiry];

@Module({
  imports: [CaseAccessModule, ClocksModule, HistoryModule, IntakeModule],
  providers: [...STORES, EnquiryDesk, LearnFromReply, ...USE_CASES],
  exports: USE_CASES,
})
export class EnquiriesModule {}
