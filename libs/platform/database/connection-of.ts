import type { Duplex } from 'node:stream';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { DatabaseAddress } from './database-address.ts';
import { PrimaryFinder, PrimarySocket, serverOf } from './primary-finder.ts';

/** An address as the driver takes it, for a connection or a pool. */
interface DriverAddress {
  readonly connectionString: string;
  readonly ssl: false | ConnectionOptionsOfTls;
  readonly stream?: () => Duplex;
}

interface ConnectionOptionsOfTls {
  readonly rejectUnauthorized: true;
  readonly ca?: string;
  readonly checkServerIdentity?: (host: string, certificate: PeerCertificate) => Error | undefined;
}

/** One finder for all connections of a process: what one of them learned of a failover the others know. */
const FINDERS = new Map<string, PrimaryFinder>();

/** How to connect to an address: where it names several servers, to the one that takes writes at that moment. */
export function connectionOf({ url, ssl, others = [] }: DatabaseAddress): DriverAddress {
  if (others.length === 0) return { connectionString: url, ssl };
  const urls = [url, ...others] as const;
  const finder = FINDERS.get(urls.join()) ?? new PrimaryFinder(urls, ssl);
  FINDERS.set(urls.join(), finder);
  const hosts = urls.map((one) => serverOf(one).host);
  return {
    connectionString: url,
    ssl: ssl === false ? false : { ...ssl, checkServerIdentity: (_, certificate) => faultOfAll(hosts, certificate) },
    stream: () => new PrimarySocket(finder),
  };
}

/** The driver knows one name, that of the first server: the certificate has to be that of any of them. */
function faultOfAll(hosts: readonly string[], certificate: PeerCertificate): Error | undefined {
  const faults = hosts.map((host) => checkServerIdentity(host, certificate));
  return faults.includes(undefined) ? undefined : faults[0];
}
