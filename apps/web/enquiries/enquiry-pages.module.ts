import { Module } from '@nestjs/common';
import { EnquiriesModule } from '#enquiries';
import { RecordsModule } from '../records/records.module.ts';
import { BasisController } from './basis.controller.ts';
import { EnquiriesController } from './enquiries.controller.ts';
import { OpenedEnquiryController } from './opened-enquiry.controller.ts';
import { SignatureController } from './signature.controller.ts';

const CONTROLLERS = [EnquiriesController, BasisController, SignatureController, OpenedEnquiryController];

/** What is asked of other agencies about a child. */
@Module({ imports: [RecordsModule, EnquiriesModule], controllers: CONTROLLERS })
export class EnquiryPagesModule {}
