import type { Rule } from '#rules';
import { codeItems } from './code-words.ts';
import type { ConditionWords } from './condition-words.ts';
import { type Block, heading, type Item, list } from './markdown/blocks.ts';
import type { ThresholdDocumentInput } from './threshold-document-input.ts';
import type { Voice } from './voice.ts';

/** What the parts of the document are written with. */
export interface Writing {
  readonly given: ThresholdDocumentInput;
  readonly voice: Voice;
  readonly conditions: ConditionWords;
}

/** The days and areas of a rule that is not in force always and everywhere the set is. */
function limits(rule: Rule, { voice }: Writing): readonly Item[] {
  const { rules } = voice.sentences;
  return [
    { text: `${rules.from}: ${voice.day(rule.effectiveFrom)}` },
    ...(rule.effectiveTo === undefined ? [] : [{ text: `${rules.until}: ${voice.day(rule.effectiveTo)}` }]),
    ...(rule.areas.includes('*')
      ? []
      : [{ text: `${rules.only}: ${rule.areas.map((area) => voice.name(area)).join(', ')}` }]),
  ];
}

function outcome(rule: Rule, { given, voice }: Writing): readonly Item[] {
  const { rules } = voice.sentences;
  const level = given.levels.find((one) => one.level === rule.then.minLevel);
  const urgency = given.urgencies.find((one) => one.urgency === rule.then.minUrgency);
  return [
    ...(rule.then.minLevel === undefined
      ? []
      : [{ text: `${rules.level}: ${voice.say(level?.title ?? rule.then.minLevel, level?.titleCy)}` }]),
    ...(rule.then.minUrgency === undefined
      ? []
      : [{ text: `${rules.urgency}: ${voice.say(urgency?.title ?? rule.then.minUrgency, urgency?.titleCy)}` }]),
    ...codeItems(rule, given.ruleSet.words ?? [], voice),
  ];
}

/** One rule: title, reason, law, when and what happens. */
export function ruleBlocks(rule: Rule, writing: Writing): readonly Block[] {
  const { given, voice, conditions } = writing;
  const { rules } = voice.sentences;
  const mark = rule.then.redLine === true ? `${rules.redLine}: ` : '';
  return [
    heading(4, `${mark}${voice.say(rule.title, rule.titleCy)}`),
    list([
      { text: `${rules.why}: ${voice.say(rule.because, rule.becauseCy)}` },
      { text: `${rules.law}: ${voice.name(rule.legalBasis[given.ruleSet.nation] ?? '')}` },
      { text: `${rules.when}:`, items: [conditions.item(rule.when)] },
      { text: `${rules.then}:`, items: outcome(rule, writing) },
      ...limits(rule, writing),
    ]),
  ];
}
