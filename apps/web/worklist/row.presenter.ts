import type { WorklistCase } from '#decisions';
import { type Actor, type Language, levelRank, type Urgency, urgencyRank } from '#domain';
import { type AuthorityProfile, type IndicatorDefinition } from '#nation-packs';
import type { Words } from '../words/words.ts';
import { ageText, isUnderOne } from './age.presenter.ts';
import { dueText, whenIn } from './due.presenter.ts';

/** For whom and when a page is written. */
export interface Reader {
  readonly actor: Actor;
  readonly words: Words;
  readonly language: Language;
  readonly now: Date;
  readonly profile: AuthorityProfile;
  /** Whether they may take cases. */
  readonly mayTake: boolean;
}

export interface UrgencyView {
  readonly code: Urgency | 'not_triaged';
  readonly word: string;
  readonly shape: string;
}

export interface WorklistRowView {
  readonly id: string;
  /** What a ticked box sends: the case, the version that was seen, and how it is called. */
  readonly tick: string;
  readonly reference: string;
  readonly name: string;
  readonly age: string;
  readonly urgency: UrgencyView;
  readonly about: string;
  readonly proposal: string | null;
  readonly team: string;
  readonly area: string;
  readonly state: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly flags: readonly string[];
  readonly holder: string;
  readonly isMine: boolean;
  readonly heldSince: string | null;
  readonly mayTake: boolean;
}

/** Told apart by word and shape, drawn on twelve by twelve: nobody has to see the colour. */
const SHAPES: Readonly<Record<Urgency | 'not_triaged', string>> = {
  red: 'M6 0 12 12H0z',
  amber: 'M6 0 12 6 6 12 0 6z',
  green: 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0z',
  blue: 'M1 1h10v10H1z',
  not_triaged: 'M0 0h12v12H0zM3 3v6h6V3z',
};

export function urgencyView(words: Words, urgency: Urgency | 'not_triaged' | null): UrgencyView {
  const code = urgency ?? 'not_triaged';
  return { code, word: words.codes.urgencies[code], shape: SHAPES[code] };
}

export function presentRow(found: WorklistCase, reader: Reader): WorklistRowView {
  const { words, language, now, profile } = reader;
  const texts = words.worklist;
  return {
    id: found.id,
    tick: `${found.id}.${String(found.version)}.${found.reference}`,
    reference: found.reference,
    name: found.childName ?? texts.unnamed,
    age: ageText(words, found.childDateOfBirth, now),
    urgency: urgencyView(words, found.urgency),
    about: aboutText(found, reader),
    proposal: found.proposedLevel === null ? null : texts.proposed(words.codes.levels[found.proposedLevel]),
    team: teamName(profile, found.queue),
    area: found.area === null ? texts.noArea : areaName(profile, found.area),
    state: words.codes.caseStates[found.state],
    due: dueText(words, language, found.nextDueAt, now) ?? texts.noClock,
    isOverdue: found.nextDueAt !== null && found.nextDueAt <= now,
    flags: flagsOf(found, reader),
    ...holderOf(found, reader),
    mayTake: reader.mayTake && found.claimedBy === null,
  };
}

function holderOf(
  { claimedBy, claimedByName, claimedAt }: WorklistCase,
  { actor, words, language, now }: Reader,
): Pick<WorklistRowView, 'holder' | 'isMine' | 'heldSince'> {
  const texts = words.worklist;
  if (claimedBy === null || claimedAt === null) return { holder: texts.nobody, isMine: false, heldSince: null };
  const isMine = claimedBy === actor.id;
  const heldSince = texts.since(whenIn(words, language, claimedAt, now));
  return { holder: isMine ? texts.you : (claimedByName ?? claimedBy), isMine, heldSince };
}

/** What a team is called; a queue that is no longer in the authority's file keeps its cases. */
export function teamName({ authority }: AuthorityProfile, queue: string): string {
  return authority.queues.find(({ id }) => id === queue)?.title ?? queue.replaceAll('_', ' ');
}

export function areaName({ authority }: AuthorityProfile, area: string): string {
  return authority.areas.find(({ id }) => id === area)?.name ?? area.replaceAll('_', ' ');
}

/** The weightiest sign that was reported, in the words of the indicator library. */
function aboutText(found: WorklistCase, { words, language, profile }: Reader): string {
  const texts = words.worklist;
  if (found.currentRunId === null) return texts.notTriaged;
  const [first, ...others] = profile.nationPack.indicators
    .filter(({ id }) => found.indicators.includes(id))
    .sort(byWeight);
  if (first === undefined) return texts.nothingNamed;
  const title = (language === 'cy' ? first.titleCy : undefined) ?? first.title;
  return others.length === 0 ? title : `${title}, ${texts.andMore(others.length)}`;
}

function byWeight(one: IndicatorDefinition, other: IndicatorDefinition): number {
  if (one.redLine !== other.redLine) return one.redLine ? -1 : 1;
  return levelRank(other.level) - levelRank(one.level) || urgencyRank(other.urgency) - urgencyRank(one.urgency);
}

function flagsOf(found: WorklistCase, { words, now }: Reader): string[] {
  const { flags } = words.worklist;
  const underOne = isUnderOne(found.childDateOfBirth, now);
  const raised: readonly (readonly [boolean, string])[] = [
    [found.handoverWaiting, flags.handedOver],
    [isRaisedSinceDecided(found), flags.raised],
    [found.triageFailure !== null, flags.triageFailed],
    [found.needsInformation, flags.needsInformation],
    [underOne, flags.underOne],
    [found.first1001Days && !underOne, flags.first1001Days],
    [found.restricted, flags.restricted],
  ];
  return raised.flatMap(([isSo, text]) => (isSo ? [text] : []));
}

/** The rules propose more now than when the standing decision was taken. */
function isRaisedSinceDecided({ decidedOn, proposedLevel, proposedUrgency }: WorklistCase): boolean {
  if (decidedOn === null) return false;
  const { level, urgency } = decidedOn;
  const isHigher = proposedLevel !== null && level !== null && levelRank(proposedLevel) > levelRank(level);
  const isMoreUrgent =
    proposedUrgency !== null && urgency !== null && urgencyRank(proposedUrgency) > urgencyRank(urgency);
  return isHigher || isMoreUrgent;
}
