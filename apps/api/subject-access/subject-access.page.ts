import type { SubjectAccessAnswer, SubjectAccessDocument } from '#retention';
import { escapeHtml, pageOf } from '../service/media.ts';

const PREVIEW = {
  en: 'Preview: not to be handed out.',
  cy: 'Rhagolwg: nid i’w roi i neb.',
};
const CLOCK = { en: ['Request', 'Due', 'Paused', 'Resumed'], cy: ['Cais', 'Erbyn', 'Wedi’i oedi', 'Wedi ailddechrau'] };

/** The document as a page to print. */
export function subjectAccessPage({ document, isFinal }: SubjectAccessAnswer): string {
  const { language, title, people, sections } = document;
  const known = people.map(({ placeholder, relationship }) => `<li>${textOf(placeholder, relationship)}</li>`);
  const parts = [
    ...(isFinal ? [] : [`<p><strong>${escapeHtml(PREVIEW[language])}</strong></p>`]),
    `<p>${escapeHtml(document.caseReference)}</p>`,
    clockOf(document),
    ...(known.length === 0 ? [] : [`<ul>${known.join('\n')}</ul>`]),
    ...sections.map(sectionOf),
  ];
  return pageOf(title, parts.join('\n'), language);
}

function clockOf({ clock, language }: SubjectAccessDocument): string {
  const days = [clock.startedOn, clock.dueOn, clock.stoppedOn, clock.restartedOn];
  const told = days.flatMap((day, at) => (day === null ? [] : [`${CLOCK[language][at] ?? ''}: ${day}`]));
  return `<p>${escapeHtml(told.join('. '))}</p>`;
}

function sectionOf({ title, withheld, entries }: SubjectAccessDocument['sections'][number]): string {
  const lines = entries.map(({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`);
  const body = withheld === null ? `<dl>${lines.join('\n')}</dl>` : `<p>${escapeHtml(withheld.explanation)}</p>`;
  return `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

function textOf(placeholder: string, relationship: string | null): string {
  return escapeHtml(relationship === null ? placeholder : `${placeholder}: ${relationship}`);
}
