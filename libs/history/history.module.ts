import { Module } from '@nestjs/common';
import { Outbox } from '#outbox';
import { RetriageRequests } from './retriage-requests.ts';
import { LearnedInformation } from './store/learned-information.ts';
import { MissedOpportunities } from './store/missed-opportunities.ts';
import { PassedInformationStore } from './store/passed-information.ts';

const SHARED = [RetriageRequests, LearnedInformation, PassedInformationStore, MissedOpportunities];

@Module({ providers: [Outbox, ...SHARED], exports: SHARED })
export class HistoryModule {}
