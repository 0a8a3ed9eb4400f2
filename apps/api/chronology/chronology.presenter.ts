import type { Language } from '#domain';
import { type Analysis, type ChronologyEntry, type ChronologyPage, LATE_AFTER_DAYS, tellEntry } from '#chronology';
import type { AnalysisResponse, ChronologyResponse } from './chronology.response.ts';

export function presentChronology(page: ChronologyPage, language: Language): ChronologyResponse {
  const { found, entries, total, next, casesLeftOut, analyses } = page;
  return {
    case: { id: found.id, reference: found.reference, childName: found.childName },
    entries: entries.map((entry) => presentEntry(entry, found.authorityId, language)),
    ...{ total, next, casesLeftOut, lateAfterDays: LATE_AFTER_DAYS, analyses: analyses.map(presentAnalysis) },
  };
}

export function presentAnalysis({ version, note, writtenAt, ...written }: Analysis): AnalysisResponse {
  const by = { name: written.writtenByName, role: written.writtenByRole };
  return { version, note, by, at: writtenAt.toISOString() };
}

function presentEntry(entry: ChronologyEntry, authorityId: string, language: Language) {
  const told = tellEntry(entry, authorityId, language);
  const { id, category, date, recordedAt, recordedAfterDays, recordedLate, children, correction } = entry;
  const { title, text, source, recordedBy, late } = told;
  return {
    ...{
      id,
      category,
      categoryTitle: told.category,
      title,
      text,
      source,
      recordedBy,
      recordedAfterDays,
      recordedLate,
      late,
    },
    date: date === null ? null : { ...date, at: date.at?.toISOString() ?? null },
    dateInWords: told.date,
    recordedAt: recordedAt.toISOString(),
    children: children.map(({ found, relation, certainty }, at) => ({
      caseId: found.id,
      ...{ reference: found.reference, name: found.childName, relation, certainty, age: told.children[at]?.age ?? '' },
    })),
    correction: correction === null ? null : { ...correction, label: told.correction?.label ?? '' },
    link: linkOf(entry),
  };
}

/** Where the record is, for whoever wants to read on. */
function linkOf({ children }: ChronologyEntry): string | null {
  const found = children[0]?.found;
  return found === undefined ? null : `/api/v1/cases/${found.id}`;
}
