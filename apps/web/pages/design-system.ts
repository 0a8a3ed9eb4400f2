import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sha256 } from '#platform';

/** Where the GOV.UK Design System's templates stand. */
export const DESIGN_SYSTEM = path.join(
  path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist',
);

/**
 * The design system's style sheet without what only services on GOV.UK may use: its typeface, its crest. So pages load
 * no font at all, and the browser's own Arial stands in, as the design system asks of others.
 */
const STYLES = readFileSync(path.join(DESIGN_SYSTEM, 'govuk/govuk-frontend.min.css'), 'utf8')
  .replace(/@font-face\{[^}]*\}/g, '')
  .replaceAll('GDS Transport,', '')
  .replace(/url\(\/assets\/[^)]*\)/g, 'none')
  .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1d70b8"/><path d="M10 27V6h12v21" fill="none" stroke="#fff" stroke-width="3"/><circle cx="18" cy="17" r="1.5" fill="#fff"/></svg>`;

/** A file that never changes under its name: a new content gets a new one. */
interface Asset {
  readonly type: string;
  readonly content: string;
}

export const STYLE_SHEET = `front-door-${sha256(STYLES).slice(0, 12)}.css`;
export const ICON_FILE = `front-door-${sha256(ICON).slice(0, 12)}.svg`;

export const ASSETS: Readonly<Record<string, Asset>> = {
  [STYLE_SHEET]: { type: 'text/css; charset=utf-8', content: STYLES },
  [ICON_FILE]: { type: 'image/svg+xml', content: ICON },
};
