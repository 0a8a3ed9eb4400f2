import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import type { SeenCase } from '#case-access';
import type { Actor, Case } from '#domain';
import { type EnquiryLine, ListEnquiries } from '#enquiries';
import { type FamilyView, ReadFamily } from '#family';
import { type Information, LearnedInformation } from '#history';
import { findRelatedCases } from '#people';
import type { Tx } from '#platform';
import { seenCase, visibleFamily } from '../family-reach.ts';
import { ListPassedInformation, type PassedContact } from '../list-passed-information.ts';
import { type HistoryOfCase, ReadHistory } from '../read-history.ts';
import { type MissedEntry, ReadMissedOpportunities } from '../read-missed-opportunities.ts';
import { type CaseTiming, ListClocks } from '../timing/list-clocks.ts';

/** What the service knows of the child and family beside this referral. */
export interface KnownOfFamily {
  readonly family: FamilyView;
  readonly history: HistoryOfCase;
  readonly missed: readonly MissedEntry[];
  readonly passed: readonly PassedContact[];
}

/** What happened to the case since it came in. */
export interface CourseOfCase {
  readonly information: readonly Information[];
  readonly enquiries: readonly EnquiryLine[];
  readonly timing: CaseTiming;
}

/** What came before a case and beside it, in the caller's transaction. */
@Injectable()
export class FamilyKnowledge {
  constructor(
    private readonly readFamily: ReadFamily,
    private readonly readHistory: ReadHistory,
    private readonly readMissed: ReadMissedOpportunities,
    private readonly listPassed: ListPassedInformation,
  ) {}

  /** With every other case of which something shows, each once. */
  async read(tx: Tx, actor: Actor, found: Case): Promise<{ known: KnownOfFamily; seen: readonly SeenCase[] }> {
    // Asked once: it is the dearest question of the page.
    const related = await findRelatedCases(tx, found);
    const visible = await visibleFamily(tx, actor, found, related);
    const family = await this.readFamily.of(tx, actor, found, related);
    const history = await this.readHistory.of(tx, found, visible);
    const missed = await this.readMissed.of(tx, actor, found, visible);
    const passed = await this.listPassed.of(tx, found);
    const seen: SeenCase[] = [
      ...family.cases,
      ...history.entries.map(({ other }) => seenCase(actor, other)),
      ...missed.seen,
      ...passed.map(({ from }) => from),
    ];
    const others = [...new Map(seen.map((each) => [each.id, each])).values()].filter(({ id }) => id !== found.id);
    return { known: { family, history, missed: missed.entries, passed }, seen: others };
  }
}

/** What came after a case, in the caller's transaction. */
@Injectable()
export class CaseProgress {
  constructor(
    private readonly information: LearnedInformation,
    private readonly listEnquiries: ListEnquiries,
    private readonly listClocks: ListClocks,
  ) {}

  async read(tx: Tx, actor: Actor, found: Case): Promise<CourseOfCase> {
    const mayReadEnquiries = mayDo(actor, 'enquiry.read', found) === 'allowed';
    return {
      information: await this.information.ofCase(tx, found),
      enquiries: mayReadEnquiries ? await this.listEnquiries.of(tx, found) : [],
      timing: await this.listClocks.of(tx, found),
    };
  }
}
