import { LANGUAGES } from '#domain';
import { ACCESS_PURPOSES } from '#access-policy';
import { EVENT_KINDS, EXPORT_FORMATS, eventKindInWords } from '#chronology';
import { authorityPack } from '#nation-packs';
import type { FormFields } from '#sign-in';
import { type Field, type Option, optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import { scopeFields } from './chronology-filter.ts';

export const REDACTIONS = ['others_out', 'whole'] as const;
const LONGEST_TEXT = 4_000;
const LONGEST_ANALYSIS = 20_000;
const LONGEST_WORDS = 8_000;

function frameOf({ base }: CaseVisit): Pick<FormPage, 'section' | 'back'> {
  return { section: 'chronology', back: `${base}/chronology` };
}

/** `children`: the cases of the same referral. `earlier`: what an event that is corrected said. */
export function eventForm(visit: CaseVisit, children: readonly Option[], earlier: FormFields | null): FormPage {
  const { addForm: text } = visit.words.chronology;
  const isCorrection = earlier !== null;
  return {
    ...frameOf(visit),
    ...{ title: isCorrection ? text.correctTitle : text.title, lead: [text.lead], needs: 'chronology.write' },
    send: isCorrection ? text.correctSend : text.send,
    defaults: earlier ?? { children: visit.found.id },
    refusals: { action_not_available: text.corrected },
    places: { date: { at: 'date-day', text: visit.words.records.faults.noDay } },
    fields: [...eventFields(visit, children), ...(isCorrection ? [correctionField(visit)] : [])],
  };
}

function eventFields({ words, found, language }: CaseVisit, children: readonly Option[]): Field[] {
  const { addForm: text } = words.chronology;
  const kinds = EVENT_KINDS.map((value) => ({ value, text: eventKindInWords(value, language) }));
  const agencies = authorityPack(found.authorityId).agencies.map(({ id, name }) => ({ value: id, text: name }));
  return [
    { kind: 'vagueDay', name: 'date', label: text.date, hint: text.dateHint, missing: text.dateMissing, past: true },
    { kind: 'tick', name: 'approximate', label: text.approximate },
    { kind: 'list', name: 'kind', label: text.kind, missing: text.kindMissing, options: kinds },
    { kind: 'prose', name: 'text', label: text.text, missing: text.textMissing, longest: LONGEST_TEXT },
    { kind: 'list', name: 'agency', label: text.agency, options: agencies },
    { kind: 'line', name: 'person', label: text.person, longest: 200 },
    { kind: 'line', name: 'role', label: text.role, longest: 200 },
    ...(children.length < 2
      ? []
      : [
          {
            kind: 'choices',
            name: 'children',
            label: text.children,
            missing: text.childrenMissing,
            options: children,
          } as const,
        ]),
  ];
}

function correctionField({ words }: CaseVisit): Field {
  const { addForm: text } = words.chronology;
  return { kind: 'prose', name: 'reason', label: text.reason, missing: text.reasonMissing, longest: LONGEST_TEXT };
}

/** `newest`: what was written last, to go on from. */
export function analysisForm(
  visit: CaseVisit,
  newest: { readonly note: string; readonly version: number } | null,
): FormPage {
  const { analysisForm: text } = visit.words.chronology;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'chronology.write' },
    version: newest?.version ?? 0,
    defaults: { note: newest?.note ?? '' },
    refusals: { record_changed: text.changed },
    fields: [{ kind: 'prose', name: 'note', label: text.note, missing: text.noteMissing, longest: LONGEST_ANALYSIS }],
  };
}

export function exportForm(visit: CaseVisit): FormPage {
  const { words, language } = visit;
  const { exportForm: text } = words.chronology;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'chronology.export' },
    defaults: { language, redact: 'others_out' },
    refusals: { redaction_incomplete: text.incomplete, validation_failed: text.tooMany },
    fields: [
      { ...choice('format', text.format, text.formatMissing), options: optionsOf(EXPORT_FORMATS, text.formats) },
      {
        ...choice('purpose', text.purpose, text.purposeMissing),
        options: optionsOf(ACCESS_PURPOSES, words.codes.accessPurposes),
      },
      { ...choice('redact', text.redact, text.redactMissing), options: optionsOf(REDACTIONS, text.redactOptions) },
      { kind: 'tick', name: 'agencies', label: text.agencies },
      { kind: 'prose', name: 'words', label: text.words, hint: text.wordsHint, longest: LONGEST_WORDS },
      { ...choice('language', text.language, text.languageMissing), options: optionsOf(LANGUAGES, text.languages) },
      ...scopeFields(words, language),
    ],
  };
}

function choice(name: string, label: string, missing: string) {
  return { kind: 'choice', name, label, missing } as const;
}
