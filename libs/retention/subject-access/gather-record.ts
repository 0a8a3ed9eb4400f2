import { Injectable } from '@nestjs/common';
import type { Case, Language } from '#domain';
import { buildFacts, NO_HISTORY } from '#facts';
import type { StoredReferral } from '#intake';
import { agencyName, agencyOf, authorityPack, profileOf } from '#nation-packs';
import { sql, type Tx } from '#platform';
import { explain, type Explanation } from '#rules';
import { childSection } from './child-section.ts';
import type { DraftEntry } from './draft.ts';
import {
  attachmentsSection,
  decisionsSection,
  lawSection,
  proposalSection,
  readersSection,
  recipientsSection,
  timelineSection,
} from './record-sections.ts';
import { RecordStores } from './record-stores.ts';
import { reportSection } from './report-section.ts';
import type { SectionId } from './subject-access-document.ts';

export interface Telling {
  readonly language: Language;
  readonly isReferrerHidden: boolean;
}

export interface GatheredSection {
  readonly id: SectionId;
  readonly entries: readonly DraftEntry[];
}

/** Gathers everything the service holds about the child of a case, section by section, before anything is taken out. */
@Injectable()
export class GatherRecord {
  constructor(readonly stores: RecordStores) {}

  async execute(tx: Tx, found: Case, referral: StoredReferral, telling: Telling): Promise<GatheredSection[]> {
    const { language, isReferrerHidden } = telling;
    const { document } = referral;
    const child = document.children[found.childIndex];
    const events = await this.stores.audit.ofCase(tx, found);
    const { indicators } = profileOf(found.authorityId).nationPack;
    const owner = { authorityId: found.authorityId, referralId: found.referralId };
    const files = (await this.stores.attachments.ofReferral(tx, owner)).map(({ name }) => name);
    const report = { ...referral, ...found, document, indicators, isReferrerHidden };
    return [
      { id: 'child', entries: child === undefined ? [] : childSection(child, language) },
      { id: 'report', entries: reportSection(report, language) },
      { id: 'proposal', entries: proposalSection(await this.explanationOf(tx, found, referral, language), language) },
      { id: 'decisions', entries: decisionsSection(await this.stores.decisions.ofCase(tx, found), language) },
      { id: 'timeline', entries: timelineSection(events, language) },
      { id: 'readers', entries: readersSection(events, language) },
      { id: 'recipients', entries: recipientsSection(await this.toldOf(tx, found, isReferrerHidden), language) },
      { id: 'attachments', entries: attachmentsSection(document, files, language) },
      { id: 'law', entries: lawSection(language) },
    ];
  }

  /** In the voice that says nothing of other people, from what was said in this referral alone. */
  private async explanationOf(
    tx: Tx,
    { currentRunId, childIndex }: Case,
    { document }: StoredReferral,
    language: Language,
  ): Promise<Explanation | null> {
    if (currentRunId === null) return null;
    const run = await this.stores.runs.get(tx, currentRunId);
    const { ruleSet } = await this.stores.ruleSets.get(tx, run.ruleSetHash);
    const own = { referral: document, childIndex, history: NO_HISTORY, onDate: run.evaluatedOn, phrases: [] };
    return explain(run.evaluation, ruleSet, buildFacts(own), 'referrer', language);
  }

  private async toldOf(tx: Tx, { id, authorityId, agencyId, queue }: Case, isSenderHidden: boolean) {
    const pack = authorityPack(authorityId);
    const messages = await sql<{ at: Date }>(tx, TOLD, [id]);
    const asked = await sql<{ agency: string; at: Date }>(tx, ASKED, [id, isSenderHidden ? agencyId : null]);
    return {
      queue: pack.queues.find((each) => each.id === queue)?.title ?? queue,
      sender: isSenderHidden ? null : (agencyOf(authorityId, agencyId)?.name ?? null),
      messages: messages.map(({ at }) => at),
      asked: asked.map(({ agency, at }) => ({ agency: agencyName(authorityId, agency), at })),
    };
  }
}

const TOLD = `SELECT finished_at AS at FROM webhook_delivery WHERE case_id = $1 AND outcome = 'delivered' ORDER BY 1`;
/** Agencies that were told of the child to ask about them; not the one that referred, where nobody may learn who it was. */
const ASKED = `SELECT agency_id AS agency, sent_at AS at FROM enquiry
  WHERE case_id = $1 AND agency_id IS DISTINCT FROM $2 ORDER BY sent_at`;
