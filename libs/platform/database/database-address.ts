import type { Environment } from '../config/environment.ts';

/** Where a PostgreSQL is and how to know that it is the right one. The only way to a connection is through one. */
export interface DatabaseAddress {
  readonly url: string;
  readonly ssl: false | { readonly rejectUnauthorized: true; readonly ca?: string };
}

type TlsSettings = Pick<Environment, 'NODE_ENV' | 'DATABASE_CA' | 'DATABASE_TLS'>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|)$/;

/**
 * The address in a URL, over TLS when it says `sslmode=verify-full` or a certificate authority is set.
 * @throws Error that names the fault, never the URL: for an `sslmode` that encrypts without asking who answers, and in
 * production for a connection in clear to another machine.
 */
export function databaseAddress(url: string, settings: TlsSettings): DatabaseAddress {
  const fault = tlsFault(url, settings);
  if (fault !== null) throw new Error(`A database address ${fault}.`);
  const parsed = new URL(url);
  const isSecure = wantsTls(parsed, settings);
  parsed.searchParams.delete('sslmode');
  if (!isSecure) return { url: parsed.href, ssl: false };
  const ca = settings.DATABASE_CA;
  return { url: parsed.href, ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) } };
}

/** What is wrong with the way a URL asks for TLS, or `null`. */
export function tlsFault(url: string, settings: TlsSettings): string | null {
  if (!URL.canParse(url)) return 'must be a URL';
  const parsed = new URL(url);
  const mode = parsed.searchParams.get('sslmode');
  if (mode !== null && mode !== 'verify-full' && mode !== 'disable') return 'must say sslmode=verify-full or disable';
  if (['ssl', 'sslrootcert', 'sslcert', 'sslkey'].some((name) => parsed.searchParams.has(name))) {
    return 'must not name certificates: set DATABASE_CA';
  }
  const isExposed = settings.NODE_ENV === 'production' && settings.DATABASE_TLS !== 'off' && !isLoopback(parsed);
  if (!isExposed || wantsTls(parsed, settings)) return null;
  return 'must say sslmode=verify-full, or DATABASE_TLS must be off: the server is another machine';
}

function wantsTls(url: URL, { DATABASE_CA }: TlsSettings): boolean {
  const mode = url.searchParams.get('sslmode');
  return mode === 'verify-full' || (mode === null && DATABASE_CA !== undefined);
}

/** A `host` parameter overrules the host in front; a path in it is a socket of this machine. */
function isLoopback(url: URL): boolean {
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  return LOOPBACK.test(host) || host.startsWith('/');
}
