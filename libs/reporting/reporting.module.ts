import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { ReadBreaches } from './breaches/read-breaches.ts';
import { SearchDecisions } from './decisions/search-decisions.ts';
import { ReadOverrides } from './overrides/read-overrides.ts';

const USE_CASES = [SearchDecisions, ReadOverrides, ReadBreaches];

@Module({ providers: [AuditTrail, ...USE_CASES], exports: USE_CASES })
export class ReportingModule {}
