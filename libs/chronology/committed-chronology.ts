import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LoggedEvent, oneByOne, RecordReaders } from '#audit';
import type { Case } from '#domain';
import { CaseRepository } from '#intake';
import type { Tx } from '#platform';
import { Vault } from '#vault';
import { ChronologyAnalysisRepository } from './store/chronology-analysis.repository.ts';
import { ChronologyEventRepository, type SignificantEvent } from './store/chronology-event.repository.ts';

/** A significant event as the audit log vouches for it. */
export function committedEvent(event: SignificantEvent): object {
  return { ...event, date: event.date.day };
}

/** Reads back what the audit log vouches for of chronologies, as it stands now. */
@Injectable()
export class CommittedChronology implements OnModuleInit {
  constructor(
    private readonly readers: RecordReaders,
    private readonly cases: CaseRepository,
    private readonly vault: Vault,
    private readonly events: ChronologyEventRepository,
    private readonly analyses: ChronologyAnalysisRepository,
  ) {}

  onModuleInit(): void {
    this.readers.add({
      'chronology.event_added': oneByOne((tx, event) => this.eventOf(tx, event)),
      'chronology.event_corrected': oneByOne((tx, event) => this.eventOf(tx, event)),
      'chronology.analysis_written': oneByOne((tx, event) => this.analysisOf(tx, event)),
    });
  }

  /** With all of the referral's children that it is about, whose trail soever it stands in. */
  private async eventOf(tx: Tx, { referralId, authorityId, details }: LoggedEvent): Promise<unknown> {
    const cases = await this.cases.ofReferral(tx, referralId ?? '');
    const key = await this.vault.keyOf(tx, { authorityId, referralId: referralId ?? '' });
    const all = await this.events.ofCases(tx, cases, () => key);
    const found = all.find(({ id }) => id === details['eventId']);
    if (found === undefined) return null;
    const { correctedBy: _, ...event } = found;
    // Events of before it was noted have no word on how exactly the day is known.
    if ((details['precision'] ?? event.date.precision) !== event.date.precision)
      throw new Error('Its date was altered.');
    const caseIds = cases.map(({ id }) => id).filter((id) => found.caseIds.includes(id));
    return committedEvent({ ...event, caseIds });
  }

  private async analysisOf(tx: Tx, { caseId, authorityId, referralId, details }: LoggedEvent): Promise<unknown> {
    const about = { id: caseId, authorityId, referralId } as Case;
    return this.analyses.ofVersion(tx, about, details['version'] as number);
  }
}
