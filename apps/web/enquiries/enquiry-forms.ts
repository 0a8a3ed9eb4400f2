import type { FormPage } from '../records/form-page.ts';
import { type Field, type Option, optionsOf } from '../records/field.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import {
  AGREEMENT_ANSWERS,
  AGREEMENT_SPEAKERS,
  AGREEMENT_WAYS,
  IDENTIFYING_DETAILS,
  LAWFUL_GROUNDS,
  OVERRIDE_REASONS,
} from '#enquiries';

export const SIGNATURES = ['signed', 'refused'] as const;
const LONGEST = 4_000;

function frameOf({ base }: CaseVisit): Pick<FormPage, 'section' | 'back'> {
  return { section: 'enquiries', back: `${base}/enquiries` };
}

/** `agencies`: those that may be asked. */
export function askForm(visit: CaseVisit, agencies: readonly Option[]): FormPage {
  const {
    enquiries: { askForm: text },
    codes,
  } = visit.words;
  const noneWaits = { at: 'agencies', text: text.agenciesRefused };
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'enquiry.send' },
    places: { agencies: noneWaits },
    refusals: { action_not_available: text.agenciesWaiting, no_lawful_basis: visit.words.enquiries.basis.none },
    fields: [
      {
        ...{ kind: 'choices', name: 'agencies', label: text.agencies, hint: text.agenciesHint },
        ...{ missing: text.agenciesMissing, options: agencies },
      },
      proseField('asked', { label: text.asked, hint: text.askedHint, missing: text.askedMissing }),
      {
        kind: 'choices',
        name: 'share',
        label: text.share,
        options: optionsOf(IDENTIFYING_DETAILS, codes.identifyingDetails),
      },
    ],
  };
}

export function agreementForm(visit: CaseVisit): FormPage {
  const {
    enquiries: { agreementForm: text },
    codes,
  } = visit.words;
  const speakers = optionsOf(AGREEMENT_SPEAKERS, codes.agreementSpeakers);
  const ways = optionsOf(AGREEMENT_WAYS, codes.agreementWays);
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'enquiry.send' },
    fields: [
      {
        ...{ kind: 'choice', name: 'given', label: text.given, missing: text.givenMissing },
        options: optionsOf(AGREEMENT_ANSWERS, codes.agreementAnswers),
      },
      { kind: 'choices', name: 'saidBy', label: text.saidBy, missing: text.saidByMissing, options: speakers },
      { kind: 'choice', name: 'how', label: text.how, missing: text.howMissing, options: ways },
      proseField('note', { label: text.note }),
    ],
  };
}

export function overrideForm(visit: CaseVisit): FormPage {
  const {
    enquiries: { overrideForm: text },
    codes,
  } = visit.words;
  const grounds = optionsOf(LAWFUL_GROUNDS, codes.lawfulGrounds);
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], warning: text.warning, send: text.send, needs: 'enquiry.override' },
    refusals: { not_allowed: text.noRegistration },
    fields: [
      {
        ...{ kind: 'choice', name: 'reason', label: text.reason, missing: text.reasonMissing },
        options: optionsOf(OVERRIDE_REASONS, codes.overrideReasons),
      },
      { kind: 'choice', name: 'basis', label: text.basis, missing: text.basisMissing, options: grounds },
      proseField('statement', { label: text.statement, hint: text.statementHint, missing: text.statementMissing }),
    ],
  };
}

/** `rows`: what is to be signed. */
export function signForm(visit: CaseVisit, rows: NonNullable<FormPage['rows']>): FormPage {
  const { signForm: text } = visit.words.enquiries;
  return {
    ...frameOf(visit),
    ...{ title: text.title, rows, send: text.send, needs: 'enquiry.authorise' },
    refusals: { second_person_needed: text.own },
    fields: [
      {
        ...{ kind: 'choice', name: 'outcome', label: text.outcome, missing: text.outcomeMissing },
        options: optionsOf(SIGNATURES, text.outcomes),
      },
      {
        ...proseField('reason', { label: text.reason }),
        missingWhen: { name: 'outcome', is: 'refused', text: text.reasonMissing },
      },
    ],
  };
}

export function withdrawForm(visit: CaseVisit, { agency, href }: { agency: string; href: string }): FormPage {
  const { withdrawForm: text } = visit.words.enquiries;
  return {
    ...{ section: 'enquiries', back: href, needs: 'enquiry.send', isGrave: true },
    ...{ title: text.title(agency), lead: [text.lead], send: text.send },
    fields: [proseField('reason', { label: text.reason, missing: text.reasonMissing })],
  };
}

function proseField(name: string, asked: { label: string; hint?: string; missing?: string }): Field {
  return { kind: 'prose', name, longest: LONGEST, ...asked };
}
