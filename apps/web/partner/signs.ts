import type { Language } from '#domain';
import { INDICATOR_DOMAINS, type IndicatorDomain, profileOf } from '#nation-packs';

interface Sign {
  readonly id: string;
  readonly question: string;
  /** There is no Welsh for it. */
  readonly isEnglish: boolean;
}

/** The indicators of a nation as plain questions, in their four groups. */
export interface SignGroup {
  readonly domain: IndicatorDomain;
  readonly signs: readonly Sign[];
}

export function signGroups(authorityId: string, language: Language): SignGroup[] {
  const { indicators } = profileOf(authorityId).nationPack;
  return INDICATOR_DOMAINS.map((domain) => ({
    domain,
    signs: indicators
      .filter((each) => each.domain === domain)
      .map(({ id, question, questionCy }) => ({
        id,
        question: language === 'cy' ? (questionCy ?? question) : question,
        isEnglish: language === 'cy' && questionCy === undefined,
      })),
  }));
}

/** What was ticked of a list of boxes. */
export function tickedOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}
