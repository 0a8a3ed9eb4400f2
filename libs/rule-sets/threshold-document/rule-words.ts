import type { Language, Level, Urgency } from '#domain';
import type { Condition, Rule, RuleSet } from '#rules';
import { codeItems } from './code-words.ts';
import { ConditionWords } from './condition-words.ts';
import type { Item } from './markdown/blocks.ts';
import { PLAIN, Voice } from './voice.ts';

/**
 * A rule as a page shows it. Texts are plain and not escaped; in Welsh, passages that are only in English stand between
 * the marks that `marksAsHtml` turns into elements.
 */
export interface RuleInWords {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly law: string;
  readonly source: string;
  readonly owner: string;
  readonly isRedLine: boolean;
  readonly level: Level | null;
  readonly urgency: Urgency | null;
  readonly when: Item;
  /** What a person is prompted to do, ask, start or look for, by kind. */
  readonly prompts: readonly Item[];
  /** Days and areas it is bound to, `YYYY-MM-DD`; areas are ids, `*` for all. */
  readonly from: string;
  readonly until: string | null;
  readonly areas: readonly string[];
}

/** Says the rules of a set in one language, in the words of the threshold document. */
export class RuleReader {
  private readonly voice: Voice;
  private readonly conditions: ConditionWords;

  constructor(
    private readonly ruleSet: RuleSet,
    language: Language,
  ) {
    this.voice = new Voice(language, PLAIN);
    const facts = new Map(ruleSet.catalogue.map((entry) => [entry.id, entry]));
    this.conditions = new ConditionWords(this.voice, facts);
  }

  read(rule: Rule): RuleInWords {
    const { voice } = this;
    return {
      id: rule.id,
      title: voice.say(rule.title, rule.titleCy),
      because: voice.say(rule.because, rule.becauseCy),
      law: voice.name(rule.legalBasis[this.ruleSet.nation] ?? ''),
      source: voice.name(rule.source),
      owner: voice.name(rule.owner),
      isRedLine: rule.then.redLine === true,
      level: rule.then.minLevel ?? null,
      urgency: rule.then.minUrgency ?? null,
      when: this.condition(rule.when),
      prompts: codeItems(rule, this.ruleSet.words ?? [], voice),
      from: rule.effectiveFrom,
      until: rule.effectiveTo ?? null,
      areas: rule.areas,
    };
  }

  condition(when: Condition): Item {
    return this.conditions.item(when);
  }
}
