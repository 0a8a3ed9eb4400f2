import type { Level, Pathway, UnknownReason, Urgency } from '#domain';

/** Words for the codes of the domain: a code without words does not compile. */
type CodeKey = `level.${Level}` | `pathway.${Pathway}` | `urgency.${Urgency}` | `unknown.${UnknownReason}`;

/** Every fixed text of an explanation in English; `{…}` stands for what a case puts in. `welsh.ts` has the same keys. */
export const ENGLISH = {
  'level.universal': 'universal',
  'level.early_help': 'early help',
  'level.targeted_early_help': 'targeted early help',
  'level.statutory_need': 'statutory need',
  'level.statutory_protection': 'statutory protection',

  'pathway.universal': 'universal',
  'pathway.early_help': 'early help',
  'pathway.statutory': 'statutory',

  'urgency.blue': 'blue',
  'urgency.green': 'green',
  'urgency.amber': 'amber',
  'urgency.red': 'red',

  'unknown.not_reported': 'not known: not reported',
  'unknown.not_asked': 'not known: not asked',
  'unknown.not_known': 'not known to those asked',
  'unknown.not_usable': 'not known: what was sent could not be used',

  'value.yes': 'yes',
  'value.no': 'no',
  'value.nothingReported': '{value} (nothing reported)',

  'list.and': '{most} and {last}',
  'list.andBeforeVowel': '{most} and {last}',
  'list.changes': '{most} and {last}',

  'because.one': 'because of the rule {rules}',
  'because.several': 'because of the rules {rules}',
  'because.none': 'because no rule that holds would raise it',

  'summary.proposal': 'The rules propose {level}, urgency {urgency}, {because}.',
  'summary.toldProposal': 'On what you told us, the rules propose at least {level}, urgency {urgency}, {because}.',
  'summary.toldNothing':
    'What you told us does not by itself lead the rules to propose more than {level}, urgency {urgency}.',
  'summary.redLine': 'A red line holds: the rules cannot propose less than statutory protection, urgency red.',
  'summary.possibleOne':
    'It could still become {level}, urgency {urgency}, if answers not yet known show that the rule {rules} holds.',
  'summary.possibleSeveral':
    'It could still become {level}, urgency {urgency}, if answers not yet known show that one or more of the rules {rules} hold.',
  'summary.aPersonDecides': 'A person decides the level of need and the urgency.',
  'summary.partlyInEnglish': 'Some of these words are shown in English because no Welsh has been given for them.',

  'question.aboutLabel': 'What is known about this: {label}?',

  'change.without': 'without {label}',
  'change.with': 'with {label}',
  'change.answered': 'with {label} answered "{to}"',
  'change.value': 'with the answer to {label} changed from "{from}" to "{to}"',
  'counterfactual.becomes': '{changes} the rules would propose {level}, urgency {urgency}.',
  'counterfactual.stillOpen': 'It could still become {level}, urgency {urgency}.',
} as const satisfies Readonly<Record<CodeKey, string>> & Readonly<Record<string, string>>;
