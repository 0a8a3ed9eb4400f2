import type { Language } from '#domain';
import { ACCESS_PURPOSES } from '#access-policy';
import type { AccessEvent } from '#case-access';
import { capitalised } from '../../audit/outcome-words.ts';
import { rolesIn } from '../../audit/trail.presenter.ts';
import { momentIn } from '../../pages/moments.ts';
import type { Words } from '../../words/words.ts';
import type { Cell } from '../../pages/csv.ts';
import { NO_NUMBER, type TableCell, type TableView } from '../table.ts';

/** How the looks are told: with the person, or with the record. */
export interface Telling {
  readonly words: Words;
  readonly language: Language;
  /** References of the cases that the reader may see. */
  readonly references: ReadonlyMap<string, string>;
}

/** What one person looked at. */
export function presentLooks(events: readonly AccessEvent[], caption: string, telling: Telling): TableView {
  const { log } = telling.words.access;
  return {
    caption,
    head: [log.when, log.what, log.record, log.why, log.purpose].map((text) => ({ text })),
    rows: events.map((event) => [
      { text: momentIn(telling.language, new Date(event.at)) },
      { text: actionIn(event, telling.words) },
      recordOf(event, telling),
      ...reasonsOf(event, telling.words),
    ]),
  };
}

/** Who looked at one record. */
export function presentLookers(events: readonly AccessEvent[], caption: string, telling: Telling): TableView {
  const { log } = telling.words.access;
  return {
    caption,
    head: [log.when, log.who, log.what, log.why, log.purpose].map((text) => ({ text })),
    rows: events.map((event) => [
      { text: momentIn(telling.language, new Date(event.at)) },
      { text: personIn(event, telling.words) },
      { text: actionIn(event, telling.words) },
      ...reasonsOf(event, telling.words),
    ]),
  };
}

export function lookColumns({ access: { log } }: Words): string[] {
  return [log.when, log.who, log.what, log.record, log.why, log.purpose];
}

export function lookLines(events: readonly AccessEvent[], telling: Telling): Cell[][] {
  const { words } = telling;
  return events.map((event) => [
    ...[event.at, personIn(event, words), actionIn(event, words), recordOf(event, telling).text],
    ...reasonsOf(event, words).map(({ text }) => text),
  ]);
}

function actionIn({ action }: AccessEvent, words: Words): string {
  return capitalised(words.audit.actions[action]);
}

function personIn({ personName, roles }: AccessEvent, words: Words): string {
  return words.audit.trail.by(personName, rolesIn(roles, words));
}

function recordOf({ caseId, shown }: AccessEvent, { words, references }: Telling): TableCell {
  const { log } = words.access;
  if (caseId === null) return { text: shown === null ? log.noRecord : log.several(shown) };
  const reference = references.get(caseId);
  return reference === undefined ? { text: log.hiddenRecord } : { text: reference, href: `/cases/${caseId}/access` };
}

function reasonsOf({ relation, purpose }: AccessEvent, words: Words): TableCell[] {
  const relations: Readonly<Record<string, string>> = words.access.relations;
  const known = ACCESS_PURPOSES.find((each) => each === purpose);
  return [
    { text: relations[relation ?? ''] ?? NO_NUMBER },
    { text: known === undefined ? NO_NUMBER : words.codes.accessPurposes[known] },
  ];
}
