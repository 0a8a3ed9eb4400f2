import { mayDo } from '#access-policy';
import { type ChronologyEntry, type ChronologyPage, tellEntry } from '#chronology';
import type { Actor, Language } from '#domain';
import type { Words } from '../words/words.ts';

interface Frame {
  readonly actor: Actor;
  readonly words: Words;
  readonly language: Language;
}

/** One page of a chronology; `query`: what was chosen, for the link to the next one. */
export function chronologyPage(page: ChronologyPage, frame: Frame, query: URLSearchParams) {
  const { found, entries, next, total, casesLeftOut, analyses } = page;
  const { actor, words } = frame;
  const base = `/cases/${found.id}/chronology`;
  const mayWrite = mayDo(actor, 'chronology.write', found) === 'allowed';
  return {
    entries: entries.map((entry) => entryLine(entry, frame, { authorityId: found.authorityId, base, mayWrite })),
    total: words.chronology.total(total),
    leftOut: casesLeftOut === 0 ? null : words.chronology.leftOut(casesLeftOut),
    nextHref: next === null ? null : nextHref(base, query, next),
    analyses: analyses.map(({ note, writtenByName, writtenAt }) => ({
      ...{ note, by: words.chronology.writtenBy(writtenByName), at: writtenAt },
    })),
    addHref: mayWrite ? `${base}/add` : null,
    analyseHref: mayWrite ? `${base}/analysis` : null,
    exportHref: mayDo(actor, 'chronology.export', found) === 'allowed' ? `${base}/export` : null,
    ...{ base, isFiltered: query.size > 0 },
  };
}

function nextHref(base: string, query: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(query);
  next.set('cursor', cursor);
  return `${base}?${next.toString()}`;
}

function entryLine(
  entry: ChronologyEntry,
  { language, words }: Frame,
  { authorityId, base, mayWrite }: { authorityId: string; base: string; mayWrite: boolean },
) {
  const told = tellEntry(entry, authorityId, language);
  const { agency, person, role } = told.source;
  const isStanding = entry.category === 'event' && (entry.correction?.correctedBy ?? null) === null;
  const from = entry.children[0]?.found;
  return {
    ...{ title: told.title, category: told.category, date: told.date, text: told.text },
    recorded: told.recorded,
    late: told.late,
    source: [...new Set([person, role, agency].filter((part) => part !== null))].join(', '),
    enteredBy: told.recordedBy === null ? null : words.chronology.enteredBy(told.recordedBy),
    children: told.children.map(({ name, reference, age }) => ({
      name: name ?? reference,
      age: words.chronology.ageAt(age),
    })),
    correction: told.correction,
    caseLink: from === undefined ? null : { href: `/cases/${from.id}`, text: from.reference },
    correctHref: mayWrite && isStanding ? `${base}/${entry.id.slice('event:'.length)}/correct` : null,
  };
}
