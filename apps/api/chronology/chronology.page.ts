import type { Language } from '#domain';
import { type ChronologyDocument, exportWords } from '#chronology';
import { escapeHtml, pageOf } from '../service/media.ts';

/** The chronology as a page to print: it loads nothing and runs nothing. */
export function chronologyPage(document: ChronologyDocument): string {
  const { language, title, caseReference, mark, facts, people, analysis, entries, footer } = document;
  const parts = [
    mark === null ? '' : `<p><strong>${escapeHtml(mark)}</strong></p>`,
    listOf(facts),
    people.length === 0 ? '' : `<h2>${escapeHtml(exportWords('people', language))}</h2>${listOf(people)}`,
    analysis === null ? '' : analysisOf(analysis, language),
    `<h2>${escapeHtml(exportWords('entries', language))}</h2>`,
    entries.length === 0 ? `<p>${escapeHtml(exportWords('none', language))}</p>` : entries.map(entryOf).join('\n'),
    `<footer><p>${escapeHtml(footer)}</p></footer>`,
  ];
  return pageOf(`${title}: ${caseReference}`, parts.filter(Boolean).join('\n'), language);
}

function analysisOf({ by, note }: NonNullable<ChronologyDocument['analysis']>, language: Language): string {
  const title = escapeHtml(exportWords('analysis', language));
  return `<section><h2>${title}</h2><p>${escapeHtml(by)}</p>${proseOf(note)}</section>`;
}

function entryOf({ heading, details, text, correction }: ChronologyDocument['entries'][number]): string {
  const corrected = correction === null ? '' : `<p><strong>${escapeHtml(correction)}</strong></p>`;
  const said = text === null ? '' : proseOf(text);
  return `<article><h3>${escapeHtml(heading)}</h3>${corrected}${listOf(details)}${said}</article>`;
}

function listOf(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

function proseOf(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}
