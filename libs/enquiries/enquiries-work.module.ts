import { Module } from '@nestjs/common';
import { Messages } from '#messages';
import { NudgeAgencies } from './nudge-agencies.ts';

/** What the worker does about enquiries. */
@Module({ providers: [Messages, NudgeAgencies], exports: [NudgeAgencies] })
export class EnquiriesWorkModule {}
