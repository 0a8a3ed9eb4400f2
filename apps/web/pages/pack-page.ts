import { gzipSync } from 'node:zlib';
import { packingFor } from './assets.ts';

/** In every form; a page that has none shows nobody's secrets. */
const TOKEN = 'name="_token"';
/** Smaller ones are sent in as many packets either way. */
const WORTH_IT = 8_000;

/**
 * A page as it is sent. Only one that stands open to everybody is compressed: how long a compressed page is would tell,
 * letter by letter, what else is on it to somebody who can have a part of it chosen (the attack called BREACH).
 */
export function packPage(
  html: string,
  acceptEncoding: string | undefined,
): { readonly body: string | Buffer; readonly encoding: 'gzip' | null } {
  const isOpen = !html.includes(TOKEN) && html.length > WORTH_IT;
  if (!isOpen || packingFor(acceptEncoding) === 'identity') return { body: html, encoding: null };
  return { body: gzipSync(html), encoding: 'gzip' };
}
