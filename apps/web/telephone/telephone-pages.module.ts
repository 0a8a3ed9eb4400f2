import { Module } from '@nestjs/common';
import { ReferralPagesModule } from '../referral/referral-pages.module.ts';
import { CallController } from './call.controller.ts';
import { TelephoneController } from './telephone.controller.ts';

/** Calls, entered by whoever answers the telephone. */
@Module({ imports: [ReferralPagesModule], controllers: [TelephoneController, CallController] })
export class TelephonePagesModule {}
