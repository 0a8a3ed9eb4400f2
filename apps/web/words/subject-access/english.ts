import type { EXEMPTIONS, FOR_WHOM, SECTION_IDS } from '#retention';

const SECTIONS: Readonly<Record<(typeof SECTION_IDS)[number], string>> = {
  child: 'About the child',
  report: 'What we were told',
  proposal: 'What the rules proposed',
  decisions: 'What was decided',
  timeline: 'What happened when',
  readers: 'Who looked at the record',
  recipients: 'Who was told',
  attachments: 'Files',
  law: 'Their rights',
};
const EXEMPTION_WORDS: Readonly<Record<(typeof EXEMPTIONS)[number], string>> = {
  serious_harm: 'It could cause serious harm',
  crime: 'It could hinder the prevention or investigation of a crime',
  third_party: 'It is about other people',
  legal_privilege: 'It is confidential legal advice',
};
const ASKERS: Readonly<Record<(typeof FOR_WHOM)[number], string>> = {
  child: 'The child',
  parent: 'A parent',
  other: 'Somebody else who has a right to it',
};

/** What somebody is told who asks for their own record. */
export const SUBJECT_ACCESS_ENGLISH = {
  title: 'Subject access',
  lead: 'What the front door holds about this child, without what would tell who other people are. First you read a preview; then you hand out exactly that.',
  forWhom: 'Who asked?',
  forWhomMissing: 'Select who asked',
  askers: ASKERS,
  language: 'In which language?',
  languageMissing: 'Select the language',
  languages: { en: 'English', cy: 'Welsh' },
  requestedOn: 'When did they ask? (today, if you leave it empty)',
  stoppedOn: 'The clock stood still from, waiting for an answer (optional)',
  restartedOn: 'It went on from (optional)',
  hideReferrer: 'Do not tell who told us',
  hideReferrerHint: 'Where harm could come of it if the family learnt who it was.',
  redact: 'More words to take out (optional)',
  redactHint: 'One on each line. The service takes out every name that the record knows.',
  withhold: (section: string) => `Hold back: ${section}`,
  tell: 'No: tell this part',
  sections: SECTIONS,
  exemptions: EXEMPTION_WORDS,
  preview: 'Show the preview',
  previewTitle: 'Preview: not to be handed out',
  previewLead:
    'Read every part. If somebody else can still be recognised, go back and add the words that give them away.',
  reportTitle: 'What was taken out',
  people: (n: number) => `Other people whom the record knows: ${String(n)}`,
  shared: (n: number) =>
    `Words that are the child’s name and somebody else’s too: ${String(n)}. They stay. Read for them.`,
  removed: (n: number) => `Places taken out: ${String(n)}`,
  leaks: (sections: string) =>
    `Somebody else can still be recognised in: ${sections}. Nothing is handed out until this is mended.`,
  clock: { startedOn: 'Asked on', dueOn: 'Answer due', stoppedOn: 'Stood still from', restartedOn: 'Went on from' },
  placeholders: 'Whom the placeholders stand for',
  change: 'Change the answers',
  handOut: 'Make the copy to hand out',
  changed: 'The record or your answers differ from the preview. Read the preview again',
  incomplete: 'Nothing was handed out: somebody else could still be recognised. Add the words, or hold the parts back',
  wrongDays: 'These days do not go together. Check them',
};
