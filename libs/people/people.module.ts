import { Module } from '@nestjs/common';
import { FindCandidates } from './find-candidates.ts';
import { Relationships } from './households/relationships.ts';
import { Residences } from './households/residences.ts';
import { Mentions } from './mentions/mentions.ts';
import { Verdicts } from './verdicts/verdicts.ts';

const SHARED = [FindCandidates, Mentions, Relationships, Residences, Verdicts];

/** The people of referrals and their families. */
@Module({ providers: SHARED, exports: SHARED })
export class PeopleModule {}
