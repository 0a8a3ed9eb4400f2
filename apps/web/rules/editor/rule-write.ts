import type { FactValue, Nation } from '#domain';
import type { CatalogueEntry, Rule, RuleSet } from '#rules';
import { writeCondition, type WrittenPlace } from './condition-write.ts';
import { type DayDraft, type ExampleDraft, PROMPT_LISTS, type RuleDraft, type StoredRule } from './rule-draft.ts';
import { exampleField } from './rule-form.ts';

/** A rule as the form says it, sound or not, with the field that each of its parts was written from. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly places: readonly WrittenPlace[];
}

export interface WritingGiven {
  readonly ruleSet: RuleSet;
  readonly stored: StoredRule;
  /** Of a new rule. */
  readonly newId: string;
}

/** Writes the rule; the check tells whether it is one, and at which field it is not. */
export function writeRule(draft: RuleDraft, { ruleSet, stored, newId }: WritingGiven): WrittenRule {
  const { nation, catalogue } = ruleSet;
  const { title, titleCy, because, becauseCy, owner, source, law } = draft.texts;
  const { condition, places } = writeCondition(draft.when, catalogue);
  const until = dayText(draft.until);
  const examples = writeExamples(draft, stored, catalogue);
  const rule = {
    id: stored?.id ?? newId,
    version: (stored?.version ?? 0) + 1,
    ...{ title, because, owner, source },
    ...(titleCy === '' ? {} : { titleCy }),
    ...(becauseCy === '' ? {} : { becauseCy }),
    legalBasis: { ...stored?.legalBasis, [nation]: law },
    effectiveFrom: dayText(draft.from),
    ...(until === '' ? {} : { effectiveTo: until }),
    areas: draft.areas,
    when: condition,
    then: outcomeOf(draft),
    tests: examples.tests,
  };
  // Sound or not is for the check to say: it takes what it finds.
  return { rule: rule as unknown as Rule, places: [...fixedPlaces(draft, nation), ...places, ...examples.places] };
}

/** As the catalogue writes days, whatever was typed; empty when nothing was. */
function dayText([day, month, year]: DayDraft): string {
  if (day === '' && month === '' && year === '') return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function outcomeOf({ level, urgency, redLine, prompts }: RuleDraft): object {
  const lists = PROMPT_LISTS.filter((list) => prompts[list].length > 0).map((list) => [list, prompts[list]] as const);
  return {
    ...(level === '' ? {} : { minLevel: level }),
    ...(urgency === '' ? {} : { minUrgency: urgency }),
    ...(redLine ? { redLine } : {}),
    ...Object.fromEntries(lists),
  };
}

function fixedPlaces({ prompts }: RuleDraft, nation: Nation): WrittenPlace[] {
  const place = (pointer: string, field: string): WrittenPlace => ({ pointer, field });
  return [
    ...['title', 'titleCy', 'because', 'becauseCy', 'owner', 'source', 'areas'].map((name) => place(`/${name}`, name)),
    place('', 'title'),
    place('/legalBasis', 'law'),
    place(`/legalBasis/${nation}`, 'law'),
    place('/effectiveFrom', 'from-day'),
    place('/effectiveTo', 'until-day'),
    place('/then', 'level'),
    place('/then/minLevel', 'level'),
    place('/then/minUrgency', 'urgency'),
    place('/then/redLine', 'redLine'),
    place('/tests', 'examples'),
    ...PROMPT_LISTS.flatMap((list) =>
      prompts[list].map((_code, at) => place(`/then/${list}/${String(at)}`, `${list}-${String(at)}`)),
    ),
  ];
}

interface WrittenExamples {
  readonly tests: readonly object[];
  readonly places: readonly WrittenPlace[];
}

/** Examples that stay as they are come first, then those that are open. */
function writeExamples(draft: RuleDraft, stored: StoredRule, catalogue: readonly CatalogueEntry[]): WrittenExamples {
  const kept = draft.kept.flatMap((place) => {
    const test = stored?.tests[place];
    return test === undefined ? [] : [{ place, test }];
  });
  const at = (place: number): string => `/tests/${String(place)}`;
  return {
    tests: [...kept.map(({ test }) => test), ...draft.examples.map((example) => writeExample(example, catalogue))],
    places: [
      ...kept.map(({ place }, index) => ({ pointer: at(index), field: keptField(place) })),
      ...draft.examples.flatMap((example, place) => examplePlaces(example, at(kept.length + place), place)),
    ],
  };
}

/** The id of an example that stays as it is. */
export const keptField = (place: number): string => `kept-${String(place)}`;

function examplePlaces({ facts }: ExampleDraft, pointer: string, place: number): WrittenPlace[] {
  return [
    { pointer, field: exampleField(place, 'title') },
    { pointer: `${pointer}/expect`, field: exampleField(place, 'expect') },
    { pointer: `${pointer}/facts`, field: exampleField(place, 'pick') },
    ...facts.map(({ fact }, at) => ({ pointer: `${pointer}/facts/${fact}`, field: exampleField(place, 'fact', at) })),
  ];
}

function writeExample({ title, expect, facts }: ExampleDraft, catalogue: readonly CatalogueEntry[]): object {
  const types = new Map(catalogue.map(({ id, type }) => [id, type.kind]));
  const values = facts.map(({ fact, value }) => [fact, valueOf(value, types.get(fact))] as const);
  return { title, facts: Object.fromEntries(values), expect };
}

function valueOf(text: string, kind: CatalogueEntry['type']['kind'] | undefined): FactValue {
  if (kind === 'boolean' && (text === 'yes' || text === 'no')) return text === 'yes';
  return kind === 'integer' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
