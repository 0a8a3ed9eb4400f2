import type { Language, Level, Urgency } from '#domain';
import { type AuthorityProfile, profileOf } from '#nation-packs';
import { outcomeWords } from '#rules';
import type { CheckedThresholds } from '#triage';
import type { Words } from '../words/words.ts';

type Described = Pick<CheckResult, 'description' | 'isEnglish'> & { readonly title: string };

/** What the thresholds suggest, in words. */
export interface CheckResult {
  readonly level: string;
  readonly description: string;
  /** There is no Welsh for the description. */
  readonly isEnglish: boolean;
  readonly howSoon: string;
  readonly isRedLine: boolean;
  readonly could: string | null;
  readonly reasons: readonly { readonly title: string; readonly because: string }[];
  readonly questions: readonly string[];
  readonly isUntranslated: boolean;
}

export function checkResult(
  { proposal, explanation }: CheckedThresholds,
  authorityId: string,
  words: Words,
  language: Language,
): CheckResult {
  const profile = profileOf(authorityId);
  const level = levelWords(profile, proposal.level, language);
  const { couldBecome } = proposal;
  const isHigher = couldBecome !== null && couldBecome.level !== proposal.level;
  return {
    level: level.title,
    ...{ description: level.description, isEnglish: level.isEnglish },
    howSoon: urgencyTitle(profile, proposal.urgency, language),
    isRedLine: proposal.redLine,
    could: isHigher ? words.thresholdCheck.result.could(levelWords(profile, couldBecome.level, language).title) : null,
    reasons: explanation.lines
      .filter(({ result }) => result === 'true')
      .map(({ title, because }) => ({ title, because })),
    questions: explanation.openQuestions.map(({ question }) => question),
    isUntranslated: (explanation.untranslated ?? []).length > 0,
  };
}

/** As the nation words it; in Welsh, where only Wales has its own, by the plain name that explanations use. */
function levelWords({ nationPack }: AuthorityProfile, wanted: Level, language: Language): Described {
  const found = nationPack.levels.find(({ level }) => level === wanted);
  if (found === undefined) throw new Error('Every nation has words for every level.');
  const { title, titleCy, description, descriptionCy } = found;
  if (language === 'en') return { title, description, isEnglish: false };
  return {
    title: titleCy ?? outcomeWords('cy').levels[wanted],
    description: descriptionCy ?? description,
    isEnglish: descriptionCy === undefined,
  };
}

function urgencyTitle({ nationPack }: AuthorityProfile, urgency: Urgency, language: Language): string {
  const { title, titleCy } = nationPack.urgencyLimits.byUrgency[urgency];
  return language === 'en' ? title : (titleCy ?? outcomeWords('cy').urgencies[urgency]);
}
