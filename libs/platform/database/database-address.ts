import type { Environment } from '../config/environment.ts';
import { urlsOfServers } from './database-hosts.ts';

/** Where a PostgreSQL is and how to know that it is the right one. The only way to a connection is through one. */
export interface DatabaseAddress {
  readonly url: string;
  readonly ssl: false | { readonly rejectUnauthorized: true; readonly ca?: string };
  /** Further servers of the same database. The one that takes writes is connected to, whichever it is at the time. */
  readonly others?: readonly string[];
}

type TlsSettings = Pick<Environment, 'NODE_ENV' | 'DATABASE_CA' | 'DATABASE_TLS'>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|)$/;

/**
 * The address in a URL, over TLS when it says `sslmode=verify-full` or a certificate authority is set. The URL may name
 * several servers, by commas, as libpq has it.
 * @throws Error that names the fault, never the URL: for an `sslmode` that encrypts without asking who answers, and in
 * production for a connection in clear to another machine.
 */
export function databaseAddress(url: string, settings: TlsSettings): DatabaseAddress {
  const fault = addressFault(url, settings);
  if (fault !== null) throw new Error(`A database address ${fault}.`);
  const [first, ...others] = urlsOfServers(url);
  const further = others.length === 0 ? {} : { others: others.map(withoutModes) };
  const isSecure = wantsTls(new URL(first), settings);
  if (!isSecure) return { url: withoutModes(first), ssl: false, ...further };
  const ca = settings.DATABASE_CA;
  return {
    url: withoutModes(first),
    ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    ...further,
  };
}

/** What is wrong with a URL, for one of its servers or between them, or `null`. */
export function addressFault(url: string, settings: TlsSettings): string | null {
  const servers = urlsOfServers(url);
  const [fault] = servers.flatMap((server) => serverFault(server, settings) ?? []);
  if (fault !== undefined) return fault;
  const { searchParams } = new URL(servers[0]);
  const wanted = searchParams.get('target_session_attrs') ?? 'read-write';
  if (wanted !== 'read-write') return 'must say target_session_attrs=read-write, or leave it out';
  return servers.length > 1 && searchParams.has('host') ? 'must not name servers in two places' : null;
}

function serverFault(url: string, settings: TlsSettings): string | null {
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

/** Without what is ours to act on and not the driver's. */
function withoutModes(url: string): string {
  const parsed = new URL(url);
  parsed.searchParams.delete('sslmode');
  parsed.searchParams.delete('target_session_attrs');
  return parsed.href;
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
