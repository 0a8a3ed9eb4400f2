import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Language } from '#domain';
import { textAsHtml } from '#rule-sets';
import { DESIGN_SYSTEM, JUSTICE_DESIGN_SYSTEM } from './design-system.ts';
import { ownMarkup } from './markup.ts';
import { dayIn, momentIn, timeIn } from './moments.ts';

const VIEWS = fileURLToPath(new URL('../views/', import.meta.url));

/** Every view in every language, read and compiled now: a missing or faulty one stops the start, not a visitor. */
export function loadTemplates(): Readonly<Record<Language, nunjucks.Environment>> {
  return { en: environmentOf('en'), cy: environmentOf('cy') };
}

function environmentOf(language: Language): nunjucks.Environment {
  const folders = [VIEWS, DESIGN_SYSTEM, JUSTICE_DESIGN_SYSTEM];
  const loader = new nunjucks.FileSystemLoader(folders, { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  environment.addFilter('moment', (at: Date) => momentIn(language, at));
  environment.addFilter('day', (at: Date | string) => dayIn(language, at));
  environment.addFilter('time', (at: Date) => timeIn(language, at));
  // What is only in English on a Welsh page, marked so for those who hear it.
  environment.addFilter('marked', (text: string) => ownMarkup(textAsHtml(text)));
  environment.addFilter('picture', pictureIn);
  environment.addFilter('faultOf', (faults: Readonly<Record<string, string>> | undefined, field: string) => {
    const text = faults?.[field];
    return text === undefined ? undefined : { text };
  });
  for (const file of readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.njk')) environment.getTemplate(file.replaceAll('\\', '/'), true);
  }
  return environment;
}

/** A chart as it was drawn: the one thing that is not escaped, and nothing but a chart may come this way. */
function pictureIn(svg: string): ReturnType<typeof ownMarkup> {
  if (!svg.startsWith('<svg role="img"')) throw new Error('This is no chart.');
  return ownMarkup(svg);
}
