import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Where the templates of the GOV.UK Design System stand, and those of the Ministry of Justice's. */
export const DESIGN_SYSTEM = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist');
export const JUSTICE_DESIGN_SYSTEM = path.dirname(require.resolve('@ministryofjustice/frontend/package.json'));

const OWN_STYLES = fileURLToPath(new URL('../styles/', import.meta.url));

/** The design system's own script, an ES module. */
export const DESIGN_SYSTEM_SCRIPT = withoutMap(readFileSync(path.join(DESIGN_SYSTEM, 'govuk/govuk-frontend.min.js')));

/**
 * One style sheet: both design systems and what our pages add. Without what only services on GOV.UK may use, its typeface
 * and its crest: pages load no font at all, and the browser's own Arial stands in, as the design system asks of others.
 */
export function styleSheet(): string {
  const own = readdirSync(OWN_STYLES).sort();
  return [
    readFileSync(path.join(DESIGN_SYSTEM, 'govuk/govuk-frontend.min.css')),
    readFileSync(path.join(JUSTICE_DESIGN_SYSTEM, 'moj/moj-frontend.min.css')),
    ...own.map((file) => readFileSync(path.join(OWN_STYLES, file))),
  ]
    .map(withoutMap)
    .map((text) => text.replace('@charset "UTF-8";', ''))
    .join('\n')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replace(/url\(\/assets\/[^)]*\)/g, 'none');
}

function withoutMap(file: Buffer): string {
  return file.toString('utf8').replace(/\/\*# sourceMappingURL=.*?\*\/|\/\/# sourceMappingURL=.*$/gm, '');
}
