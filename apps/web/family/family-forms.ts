import type { Answer } from '#domain';
import { CONSIDERATION_OUTCOMES, type FamilyView, type StandingMember } from '#family';
import { RELATIONSHIP_KINDS, type RelationshipEntry, type ResidenceEntry } from '#people';
import { dayIn } from '../pages/moments.ts';
import { type Field, optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import type { Words } from '../words/words.ts';
import { addressOf } from './family-page.presenter.ts';
import { nameInWords } from './family-summary.presenter.ts';

export const ANSWERS = ['yes', 'no', 'not_known', 'not_asked'] as const satisfies readonly Answer[];
/** Stands for "this corrects nothing". */
const NOTHING = 'new';
const LONGEST_REASON = 4_000;

type Frame = Pick<FormPage, 'section' | 'back' | 'needs'>;

function frameOf({ base }: CaseVisit): Frame {
  return { section: 'family', back: `${base}/family`, needs: 'family.record' };
}

export function addPersonForm(visit: CaseVisit): FormPage {
  const { addForm: text } = visit.words.family;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send },
    fields: [
      { kind: 'line', name: 'givenName', label: text.given, longest: 200 },
      { kind: 'line', name: 'familyName', label: text.family, longest: 200 },
      { kind: 'day', name: 'dateOfBirth', label: text.born, past: true },
      ...tieFields(visit.words),
      reasonField(visit.words),
    ],
  };
}

export function relationshipForm(visit: CaseVisit, member: StandingMember, { members }: FamilyView): FormPage {
  const { words, language } = visit;
  const { tieForm: text } = words.family;
  const child = members.find(({ part }) => part === 'child');
  const to = [
    ...(child === undefined ? [] : [{ value: child.id, text: text.toThis(nameInWords(child, words)) }]),
    { value: 'all', text: text.toAll },
  ];
  const told = (entry: RelationshipEntry) => words.codes.relationshipKinds[entry.kind];
  return {
    ...frameOf(visit),
    ...{
      title: text.title(nameInWords(member, words)),
      send: text.send,
      defaults: { to: child?.id ?? 'all', replaces: NOTHING },
    },
    fields: [
      ...tieFields(words),
      { kind: 'choice', name: 'to', label: text.to, missing: text.toMissing, options: to },
      ...correctionField(words, member.relationships, (entry) =>
        text.replacesThis(told(entry), dayIn(language, entry.recordedAt)),
      ),
      reasonField(words),
    ],
  };
}

export function residenceForm(visit: CaseVisit, member: StandingMember): FormPage {
  const { words, language } = visit;
  const { homeForm: text, tieForm: tie } = words.family;
  const told = (entry: ResidenceEntry) => tie.replacesThis(addressOf(entry, words), dayIn(language, entry.recordedAt));
  return {
    ...frameOf(visit),
    ...{ title: text.title(nameInWords(member, words)), send: text.send, defaults: { replaces: NOTHING } },
    places: { until: { at: 'until-day', text: text.untilEarly } },
    fields: [
      { kind: 'prose', name: 'lines', label: text.lines, hint: text.linesHint, longest: 800 },
      { kind: 'line', name: 'postcode', label: text.postcode, hint: text.postcodeHint, longest: 20 },
      { kind: 'tick', name: 'secret', label: text.secret, hint: text.secretHint },
      { kind: 'day', name: 'since', label: text.since, past: true },
      { kind: 'day', name: 'until', label: text.until },
      ...correctionField(words, member.residences, told),
      { ...reasonField(words), hint: text.reasonHint },
    ],
  };
}

export function siblingForm(visit: CaseVisit, member: StandingMember): FormPage {
  const { words } = visit;
  const { siblingForm: text } = words.family;
  const options = optionsOf(CONSIDERATION_OUTCOMES, words.codes.considerations);
  return {
    ...frameOf(visit),
    ...{ title: text.title(nameInWords(member, words)), lead: [text.lead], send: text.send },
    places: { outcome: { at: 'outcome', text: text.notOpen } },
    fields: [
      { kind: 'choice', name: 'outcome', label: text.outcome, missing: text.outcomeMissing, options },
      { kind: 'prose', name: 'reason', label: text.reason, missing: text.reasonMissing, longest: LONGEST_REASON },
    ],
  };
}

function tieFields({ family: { tieForm: text }, codes }: Words): Field[] {
  const answers = optionsOf(ANSWERS, codes.answers);
  const kinds = optionsOf(RELATIONSHIP_KINDS, codes.relationshipKinds);
  return [
    { kind: 'choice', name: 'kind', label: text.kind, missing: text.kindMissing, options: kinds },
    {
      kind: 'choice',
      name: 'responsibility',
      label: text.responsibility,
      missing: text.responsibilityMissing,
      options: answers,
    },
    { kind: 'choice', name: 'household', label: text.household, missing: text.householdMissing, options: answers },
  ];
}

function reasonField({ family: { tieForm: text } }: Words): Field {
  return {
    ...{ kind: 'prose', name: 'reason', label: text.reason, hint: text.reasonHint },
    ...{ missing: text.reasonMissing, longest: LONGEST_REASON },
  };
}

/** Only where there is something that could be corrected. */
function correctionField<Entry extends RelationshipEntry | ResidenceEntry>(
  { family: { tieForm: text } }: Words,
  entries: readonly Entry[],
  told: (entry: Entry) => string,
): Field[] {
  const standing = entries.filter(({ stands }) => stands);
  if (standing.length === 0) return [];
  const options = [
    { value: NOTHING, text: text.replacesNone },
    ...standing.map((entry) => ({ value: entry.id, text: told(entry) })),
  ];
  return [{ kind: 'choice', name: 'replaces', label: text.replaces, hint: text.replacesHint, options }];
}

/** Which entry is corrected, and by which mention the person is spoken of in it; a new entry speaks of the member. */
export function correctionOf(
  given: string,
  member: StandingMember,
  entries: readonly (RelationshipEntry | ResidenceEntry)[],
): { readonly mentionId: string; readonly replaces: string | null } {
  const entry = entries.find(({ id }) => id === given);
  return entry === undefined
    ? { mentionId: member.id, replaces: null }
    : { mentionId: entry.mentionId, replaces: entry.id };
}
