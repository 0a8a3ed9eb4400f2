import { RESTRICTION_REASONS, type Restriction } from '#case-access';
import type { Workload } from '#decisions';
import { type Field, type Option, optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';

const LONGEST = 4_000;

function frameOf({ base, words: { restriction: text } }: CaseVisit) {
  return {
    ...{ section: 'restriction', back: `${base}/restriction`, needs: 'case.restrict' },
    refusals: { nobody_left_to_decide: text.nobodyLeft, validation_failed: text.unknown },
  } as const satisfies Partial<FormPage>;
}

export function restrictForm(visit: CaseVisit, colleagues: readonly Workload[]): FormPage {
  const { restriction: text } = visit.words;
  const { restrictForm: own } = text;
  const others = peopleOptions(colleagues, visit).filter(({ value }) => value !== visit.actor.id);
  return {
    ...frameOf(visit),
    ...{ title: own.title, lead: [own.lead], send: own.send, isGrave: true },
    fields: [
      {
        ...{ kind: 'choice', name: 'code', label: own.code, missing: own.codeMissing },
        options: optionsOf(RESTRICTION_REASONS, text.reasons),
      },
      { kind: 'choices', name: 'people', label: own.people, hint: own.peopleHint, options: others },
      { ...reasonField(visit), label: own.reason },
    ],
  };
}

/** Those who are not named yet. */
export function nameForm(visit: CaseVisit, { people }: Restriction, colleagues: readonly Workload[]): FormPage {
  const { nameForm: text } = visit.words.restriction;
  const others = peopleOptions(colleagues, visit).filter(({ value }) => !people.some(({ id }) => id === value));
  return {
    ...frameOf(visit),
    ...{ title: text.title, send: text.send },
    fields: [
      { kind: 'choice', name: 'person', label: text.person, missing: text.personMissing, options: others },
      reasonField(visit),
    ],
  };
}

export function takeOffForm(visit: CaseVisit, { people }: Restriction): FormPage {
  const { takeOffForm: text } = visit.words.restriction;
  const named = people.map(({ id, name }) => ({ value: id, text: name }));
  return {
    ...frameOf(visit),
    ...{ title: text.title, send: text.send, isGrave: true },
    fields: [
      { kind: 'choice', name: 'person', label: text.person, missing: text.personMissing, options: named },
      reasonField(visit),
    ],
  };
}

export function liftForm(visit: CaseVisit): FormPage {
  const { liftForm: text } = visit.words.restriction;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, isGrave: true, fields: [reasonField(visit)] },
  };
}

function peopleOptions(colleagues: readonly Workload[], { words }: CaseVisit): Option[] {
  return colleagues.map(({ id, name, roles }) => ({
    value: id,
    text: `${name} (${roles.map((role) => words.codes.roles[role]).join(', ')})`,
  }));
}

function reasonField({ words: { restriction: text } }: CaseVisit): Field {
  return {
    ...{ kind: 'prose', name: 'reason', label: text.reason, hint: text.reasonHint },
    ...{ missing: text.reasonMissing, longest: LONGEST },
  };
}
