import { isPublicAddress } from './public-address.ts';

/** An address that messages may be sent to, as far as its spelling tells; what its name stands for is asked later. */
export interface WebhookTarget {
  readonly url: URL;
  /** Name to resolve; `null` where the address names the machine by number. */
  readonly name: string | null;
  /** Numbers the name must not stand for are let through: loopback, in development and tests alone. */
  readonly isLoopback: boolean;
}

export type ReadUrl = { readonly target: WebhookTarget } | { readonly fault: string };

const MAX_URL_LENGTH = 500;

/** Partners' systems listen here; a choice of every port would make this service a port scanner. */
const PORTS = ['', '8443'];
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const LOCAL_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const WRITTEN = /^https?:\/\/(\[[0-9a-f:.]+\]|[^/?#@:[\]\\]+)(:\d{1,5})?([/?][!"$-[\]-~]*)?$/;

/**
 * Reads the address of an endpoint. It must be written as it is used: URL parsers see 127.0.0.1 in `0x7f.1`, in
 * `%31%32%37.1` and in full-width digits, and not all of them see the same.
 * @param allowLoopback also `http` and any port on this machine itself, for development and tests.
 */
export function readWebhookUrl(text: string, allowLoopback: boolean): ReadUrl {
  if (text.length > MAX_URL_LENGTH) return { fault: `It must have at most ${String(MAX_URL_LENGTH)} characters.` };
  const url = asWritten(text);
  if (url === null) return { fault: SPELLING };
  const host = url.hostname;
  const target = { url, name: isNumeric(host) ? null : host };
  if (allowLoopback && LOOPBACK_HOSTS.includes(host)) return { target: { ...target, isLoopback: true } };
  const fault = faultOf(url);
  return fault === null ? { target: { ...target, isLoopback: false } } : { fault };
}

const SPELLING =
  'It must be a plain https address: a host in small letters (an international name as xn--…), no user name, no fragment.';
export const NOT_PUBLIC = 'Its host must be a public one that the domain name system knows.';

/** `null` where a parser would read another host than stands there. */
function asWritten(text: string): URL | null {
  const host = WRITTEN.exec(text)?.[1];
  if (host === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.hostname === host ? url : null;
}

function faultOf({ protocol, port, hostname }: URL): string | null {
  if (protocol !== 'https:') return 'It must begin with https://.';
  if (!PORTS.includes(port)) return 'The port must be 443 or 8443.';
  const isPublic = isNumeric(hostname) ? isPublicAddress(hostname.replace(/^\[|\]$/g, '')) : isPublicName(hostname);
  return isPublic ? null : NOT_PUBLIC;
}

function isPublicName(host: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && !LOCAL_NAMES.test(host)
  );
}

function isNumeric(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host);
}
