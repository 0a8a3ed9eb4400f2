import { Injectable } from '@nestjs/common';
import { type Challenge, type ChallengeTimeline, ReadChallenge } from '#challenges';
import type { Exchange } from '../door/late-forms.ts';
import { personAt } from '../door/visit.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { recordIdOf } from '../records/record-ids.ts';

interface ChallengeVisit {
  readonly visit: CaseVisit;
  readonly timeline: ChallengeTimeline;
  readonly challenge: Challenge;
}

/** The way to the page of a challenge: it stands below the case that it is about. */
@Injectable()
export class ChallengeVisits {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readChallenge: ReadChallenge,
  ) {}

  /** @throws DomainError `not_found`. */
  async at(at: Exchange, id: string): Promise<ChallengeVisit> {
    const timeline = await this.readChallenge.execute(personAt(at.request), recordIdOf(id), null);
    const { challenge } = timeline;
    return { visit: await this.desk.beside(at, challenge.caseId), timeline, challenge };
  }
}
