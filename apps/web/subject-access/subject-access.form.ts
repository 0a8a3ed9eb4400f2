import { LANGUAGES } from '#domain';
import { EXEMPTIONS, FOR_WHOM, SECTION_IDS, type SubjectAccessRequest } from '#retention';
import type { Answers } from '../records/answers.ts';
import { type Field, optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import type { Words } from '../words/words.ts';

const LONGEST_WORDS = 8_000;
const MOST_WORDS = 200;
const LONGEST_WORD = 200;
const HAS_LETTERS = /[\p{L}\p{N}]/u;

export function subjectAccessForm({ words, language, base }: CaseVisit): FormPage {
  const { subjectAccess: text } = words;
  return {
    ...{ section: 'subjectAccess', back: base, needs: 'subject_access.export' },
    ...{ title: text.title, lead: [text.lead], send: text.preview, defaults: { language } },
    refusals: {
      preview_needed: text.changed,
      redaction_incomplete: text.incomplete,
      validation_failed: text.wrongDays,
    },
    fields: [
      {
        ...{ kind: 'choice', name: 'forWhom', label: text.forWhom, missing: text.forWhomMissing },
        options: optionsOf(FOR_WHOM, text.askers),
      },
      {
        ...{ kind: 'choice', name: 'language', label: text.language, missing: text.languageMissing },
        options: optionsOf(LANGUAGES, text.languages),
      },
      { kind: 'day', name: 'requestedOn', label: text.requestedOn, past: true },
      { kind: 'day', name: 'stoppedOn', label: text.stoppedOn },
      { kind: 'day', name: 'restartedOn', label: text.restartedOn },
      { kind: 'tick', name: 'hideReferrer', label: text.hideReferrer, hint: text.hideReferrerHint },
      { kind: 'prose', name: 'redact', label: text.redact, hint: text.redactHint, longest: LONGEST_WORDS },
      ...withholdFields(words),
    ],
  };
}

/** For each section, the exemption under which it is held back. */
function withholdFields({ subjectAccess: text }: Words): Field[] {
  const options = optionsOf(EXEMPTIONS, text.exemptions);
  return SECTION_IDS.filter((section) => section !== 'law').map((section) => ({
    ...{ kind: 'list', name: `withhold-${section}`, label: text.withhold(text.sections[section]), options },
  }));
}

/** What was answered, as the export takes it. */
export function requestOf(answers: Answers): Omit<SubjectAccessRequest, 'actor' | 'caseId' | 'previewSha256'> {
  const lines = answers
    .text('redact')
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_WORD));
  return {
    forWhom: answers.oneOf('forWhom', FOR_WHOM),
    language: answers.oneOf('language', LANGUAGES),
    redact: lines.filter((line) => HAS_LETTERS.test(line)).slice(0, MOST_WORDS),
    withhold: SECTION_IDS.flatMap((section) => {
      const exemption = answers.oneOrNone(`withhold-${section}`, EXEMPTIONS);
      return exemption === null ? [] : [{ section, exemption }];
    }),
    hideReferrer: answers.isTicked('hideReferrer'),
    requestedOn: answers.textOrNull('requestedOn'),
    stoppedOn: answers.textOrNull('stoppedOn'),
    restartedOn: answers.textOrNull('restartedOn'),
  };
}
