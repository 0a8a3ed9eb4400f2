import type { Facts, Language } from '#domain';
import type { Evaluation } from '../evaluation.ts';
import type { RuleSet } from '../rule-set.ts';
import { entriesOf, openCasebook } from './casebook.ts';
import type { Explanation, Voice } from './explanation.ts';
import { lineFor } from './lines.ts';
import { questionsOf } from './questions.ts';
import { isReferrersOwn, isSafeForReferrer } from './safe-for-referrer.ts';
import { summarise } from './summary.ts';
import { type Teller, tellerIn } from './words/teller.ts';

/** Tells a reader of Welsh which texts are in English, in the summary and one by one; nothing for a reader of English. */
function admittingEnglish(explanation: Explanation, teller: Teller): Explanation {
  if (teller.language === 'en') return explanation;
  const untranslated = teller.toldInEnglish();
  const note = untranslated.length > 0 ? [teller.say('summary.partlyInEnglish')] : [];
  return { ...explanation, summary: [...explanation.summary, ...note], untranslated };
}

/**
 * Puts an evaluation into words (rules.md, semantics 8). Practitioners read every rule that holds or is open,
 * managers the same with rule versions. Referrers read the safe subset: rules that rest wholly on what a referrer
 * can tell about the child, without values. Where others may have supplied the same facts, give as `facts` only what
 * the referrer said: rules that these facts alone do not bear out are then left out.
 *
 * In Welsh the rule set's own texts are Welsh where it has them and English where not; `untranslated` lists the latter.
 *
 * @throws RangeError when the rule set is not the one that was evaluated.
 */
export function explain(
  evaluation: Evaluation,
  ruleSet: RuleSet,
  facts: Facts,
  voice: Voice,
  language: Language = 'en',
): Explanation {
  const teller = tellerIn(language);
  const book = openCasebook(evaluation, ruleSet, facts);
  const isForReferrer = voice === 'referrer';
  const notFalse = book.traced.filter(({ trace }) => trace.result !== 'false');
  const told = isForReferrer ? notFalse.filter((traced) => isSafeForReferrer(book, traced)) : notFalse;
  const near = isForReferrer ? [] : book.traced.filter(({ trace }) => trace.nearMiss);
  const asked = entriesOf(book, evaluation.openFacts).filter((entry) => !isForReferrer || isReferrersOwn(entry));
  const explanation = {
    voice,
    summary: summarise(told, voice, teller),
    lines: told.map((traced) => lineFor(book, traced, voice, teller)),
    openQuestions: questionsOf(asked, teller),
    nearMisses: near.map((traced) => lineFor(book, traced, voice, teller)),
  };
  return admittingEnglish(explanation, teller);
}
