import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sha256 } from '#platform';
import { DESIGN_SYSTEM_SCRIPT, styleSheet } from './design-system.ts';

const OWN_SCRIPTS = fileURLToPath(new URL('../browser/', import.meta.url));
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1d70b8"/><path d="M10 27V6h12v21" fill="none" stroke="#fff" stroke-width="3"/><circle cx="18" cy="17" r="1.5" fill="#fff"/></svg>`;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** How a browser may take a file: packed at the start, since it never changes under its address. */
export type Packing = 'br' | 'gzip' | 'identity';

export interface Asset {
  readonly type: string;
  readonly packed: Readonly<Record<Packing, Buffer>>;
}

const CONTENTS: Readonly<Record<string, string>> = {
  'front-door.css': styleSheet(),
  'front-door.svg': ICON,
  'govuk-frontend.min.js': DESIGN_SYSTEM_SCRIPT,
  ...Object.fromEntries(
    readdirSync(OWN_SCRIPTS)
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map((file) => [file, readFileSync(path.join(OWN_SCRIPTS, file), 'utf8')]),
  ),
};

/** Where the files stand: `/assets/<version>/`. Scripts name each other relatively, so all change their address together. */
export const ASSET_VERSION = sha256(JSON.stringify(CONTENTS)).slice(0, 12);

export const ASSETS: Readonly<Record<string, Asset>> = Object.fromEntries(
  Object.entries(CONTENTS).map(([name, content]) => [name, assetOf(name, Buffer.from(content))]),
);

/** The smallest that the browser takes. */
export function packingFor(acceptEncoding: string | undefined): Packing {
  const accepted = (acceptEncoding ?? '').split(',').map((each) => each.split(';')[0]?.trim());
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

function assetOf(name: string, identity: Buffer): Asset {
  const packed = { identity, gzip: gzipSync(identity, { level: 9 }), br: brotliCompressSync(identity) };
  return { type: TYPES[path.extname(name)] ?? 'application/octet-stream', packed };
}
