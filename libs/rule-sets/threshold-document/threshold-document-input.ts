import type { LevelWords, PathwayWords, UrgencyLimit } from '#nation-packs';
import type { RuleSet } from '#rules';

/** `fragment` is the HTML inside a page that is there already, without a style of its own. */
export type DocumentFormat = 'html' | 'markdown' | 'fragment';

/** What the document is written from. Nothing in it may be about a person. */
export interface ThresholdDocumentInput {
  readonly ruleSet: RuleSet;
  readonly authorityName: string;
  readonly authorityNameCy?: string;
  /** Content hash of the rule set: it says for ever which rules were published. */
  readonly hash: string;
  /** Names of the areas in which the set is in force; none for all areas. */
  readonly areas: readonly string[];
  /** First day in force (`YYYY-MM-DD`); null while it is not in force. */
  readonly inForceFrom: string | null;
  /** Words of the nation or the authority. What has no Welsh is shown in English and marked so. */
  readonly levels: readonly Pick<LevelWords, 'level' | 'title' | 'titleCy' | 'description' | 'descriptionCy'>[];
  readonly pathways: readonly Pick<PathwayWords, 'pathway' | 'title' | 'titleCy'>[];
  readonly urgencies: readonly Pick<UrgencyLimit, 'urgency' | 'title' | 'titleCy'>[];
}
