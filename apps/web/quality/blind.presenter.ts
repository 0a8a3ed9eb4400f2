import type { Actor, Language } from '#domain';
import { profileOf } from '#nation-packs';
import type { BlindView } from '#quality';
import type { ExplanationFact } from '#rules';
import { ageWhenReferred } from '../case/age-words.ts';
import { type Indicators, presentIndicators } from '../case/indicators.presenter.ts';
import { presentReported, type Reported } from '../case/reported.presenter.ts';
import { momentIn } from '../pages/moments.ts';
import type { Words } from '../words/words.ts';

/** A case as its decider had it, without what they made of it. */
export interface Blind {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly child: string;
  readonly age: string;
  readonly reported: Reported;
  readonly indicators: Indicators;
  readonly known: readonly ExplanationFact[];
  readonly notKnown: readonly ExplanationFact[];
  readonly learned: readonly { readonly at: Date; readonly text: string; readonly note: string | null }[];
}

export function presentBlind(view: BlindView, actor: Actor, language: Language, words: Words): Blind {
  const { item, found, referral, decidedAt, facts, learned } = view;
  const { document } = referral;
  // The moment of the decision stands for now: nothing is told of what came later.
  const telling = { words, language, now: decidedAt, actor, authority: profileOf(actor.authorityId) };
  const child = document.children[found.childIndex];
  const { rate } = words.quality;
  return {
    id: item.id,
    title: rate.title(item.reference),
    lead: rate.lead(momentIn(language, decidedAt)),
    child: found.childName ?? words.casePage.noName,
    age: child === undefined ? words.casePage.age.unknown : ageWhenReferred(child, found.receivedAt, words),
    reported: presentReported(found, document, telling),
    indicators: presentIndicators(found, document, telling),
    known: facts?.known ?? [],
    notKnown: facts?.notKnown ?? [],
    learned: learned.map(({ recordedAt, source, recordedByName, note }) => ({
      at: recordedAt,
      text: words.audit.page.learnedLine(words.codes.informationSources[source], recordedByName),
      note,
    })),
  };
}
