import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { DESIGN_SYSTEM } from './design-system.ts';

const VIEWS = fileURLToPath(new URL('../views/', import.meta.url));
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** Every view, read and compiled now: a missing or faulty one stops the start, not a visitor. */
export function loadTemplates(): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([VIEWS, DESIGN_SYSTEM], { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  environment.addFilter('moment', (at: Date) => MOMENT.format(at));
  for (const file of readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.njk')) environment.getTemplate(file.replaceAll('\\', '/'), true);
  }
  return environment;
}
