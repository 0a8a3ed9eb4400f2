import type { Language, ReferralDocument, Referrer } from '#domain';
import type { IndicatorDefinition } from '#nation-packs';
import { placeholderIn } from '#redaction';
import { Draft, type DraftEntry } from './draft.ts';

export interface ReportSource {
  readonly document: ReferralDocument;
  readonly childIndex: number;
  readonly receivedAt: Date;
  readonly reference: string;
  readonly indicators: readonly IndicatorDefinition[];
  readonly isReferrerHidden: boolean;
}

/**
 * What was reported, as far as it is about this child. What is about adults or other children, and how to reach
 * somebody safely, is not told; the words of the report go through the redactor.
 */
export function reportSection(source: ReportSource, language: Language): DraftEntry[] {
  const draft = new Draft(language);
  const { document } = source;
  draft.said('received', source.receivedAt.toISOString());
  draft.said('caseReference', source.reference);
  draft.recorded('referrer', referrerInWords(document.referrer, source.isReferrerHidden, language));
  addSafety(draft, document);
  addWorries(draft, document);
  addWishes(draft, document);
  addIndicators(draft, source, language);
  addHousehold(draft, document);
  addHistory(draft, document);
  return draft.entries;
}

function referrerInWords(referrer: Referrer, isHidden: boolean, language: Language): string {
  if (isHidden) return placeholderIn(language)('name', null);
  return [referrer.name, referrer.role, referrer.organisation].filter(Boolean).join(', ');
}

function addSafety(draft: Draft, { safety = {} }: ReferralDocument): void {
  draft.code('immediateDanger', safety.immediateDanger);
  draft.code('medical', safety.needsMedicalAttention);
  draft.said('timeCritical', safety.timeCriticalEvent?.at);
  draft.recorded('timeCritical', safety.timeCriticalEvent?.what);
}

function addWorries(draft: Draft, { worries, strengths }: ReferralDocument): void {
  draft.recorded('worry', worries.summary);
  draft.code('firsthand', worries.firstHand);
  draft.recorded('happenedOn', worries.happenedOn);
  draft.recorded('frequency', worries.frequency);
  draft.code('injury', worries.injury);
  draft.recorded('injury', worries.injuryDescription);
  draft.recorded('childsWords', worries.childsWords);
  if (worries.allegedSourceOfHarm !== undefined) draft.code('sourceOfHarm', 'yes');
  draft.recorded('strengths', strengths);
}

function addWishes(draft: Draft, { whatNeedsToHappen = {}, scaling = {} }: ReferralDocument): void {
  draft.recorded('wishReferrer', whatNeedsToHappen.referrer);
  draft.recorded('wishFamily', whatNeedsToHappen.family);
  draft.recorded('wishChild', whatNeedsToHappen.child);
  draft.said('scale', scaling.child);
}

/** Questions about an adult's own health or history are theirs, as those about another child are. */
function addIndicators(draft: Draft, { document, childIndex, indicators }: ReportSource, language: Language): void {
  const ref = document.children[childIndex]?.ref ?? '';
  const ofChild = (document.indicators ?? []).filter(({ children }) => children?.includes(ref) ?? true);
  for (const report of ofChild) {
    const definition = indicators.find(({ id, aboutOthers }) => id === report.id && !aboutOthers);
    if (definition === undefined) continue;
    const label = `${draft.label('indicator')}: ${questionOf(definition, language)}`;
    draft.said({ label }, draft.inWords(report.answer));
    draft.recorded({ label }, report.evidence);
  }
}

function questionOf({ question, questionCy }: IndicatorDefinition, language: Language): string {
  return language === 'cy' ? (questionCy ?? question) : question;
}

function addHousehold(draft: Draft, { household, domesticAbuse }: ReferralDocument): void {
  if (household !== undefined) draft.said('household', draft.label('notTold'));
  if (domesticAbuse === undefined) return;
  draft.code('domesticAbuse', domesticAbuse.childPresent);
}

function addHistory(draft: Draft, document: ReferralDocument): void {
  const { history = {}, agreement = {}, referrerView = {}, missingEpisodesIn90Days, senderReference } = document;
  draft.said('missing', missingEpisodesIn90Days);
  draft.code('history', history.earlyHelp);
  draft.recorded('history', history.note);
  draft.code('agreement', agreement.given);
  draft.recorded('agreement', agreement.note);
  draft.code('referrerView', referrerView.level);
  draft.recorded('referrerView', referrerView.why);
  draft.recorded('senderReference', senderReference);
}
