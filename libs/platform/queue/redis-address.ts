interface RedisHost {
  readonly host: string;
  readonly port: number;
}

interface Hosts {
  readonly hosts: readonly RedisHost[];
  readonly username?: string;
  readonly password?: string;
  readonly isSecure: boolean;
}

/** Where Redis is: one server, a cluster, or a group whose primary Sentinel knows. */
export type RedisAddress =
  | { readonly kind: 'server'; readonly url: string }
  | ({ readonly kind: 'cluster' } & Hosts)
  | ({ readonly kind: 'sentinel'; readonly name: string } & Hosts);

const FORMS = 'redis://host:port, redis+cluster://host:port,host:port or redis+sentinel://host:port,host:port/name';
const SERVER = /^rediss?:\/\//;
const MANY =
  /^redis(?<tls>s?)\+(?<kind>cluster|sentinel):\/\/(?:(?<who>[^@/?#]*)@)?(?<hosts>[^@/?#]+)(?:\/(?<name>[^/?#]*))?$/;
const HOST = /^(?<host>\[[0-9a-f:.]+\]|[^\s:[\]]+)(?::(?<port>\d{1,5}))?$/i;
const PORTS = { cluster: 6379, sentinel: 26_379 } as const;

/**
 * Reads the address of a queue on Redis. With `rediss` in front, everything in it is spoken to over TLS.
 * @throws Error that names the fault, never the address: there may be a password in it.
 */
export function redisAddress(text: string): RedisAddress {
  const read = readAddress(text);
  if (typeof read === 'string') throw new Error(`An address of Redis ${read}.`);
  return read;
}

/** What is wrong with an address, or `null`. */
export function redisFault(text: string): string | null {
  const read = readAddress(text);
  return typeof read === 'string' ? read : null;
}

/** The address, or what is wrong with it. */
function readAddress(text: string): RedisAddress | string {
  if (SERVER.test(text)) return URL.canParse(text) ? { kind: 'server', url: text } : `must be ${FORMS}`;
  const groups = MANY.exec(text)?.groups;
  return groups === undefined ? `must be ${FORMS}` : readMany(groups);
}

function readMany({
  kind,
  name = '',
  who,
  hosts: list = '',
  tls,
}: Record<string, string | undefined>): RedisAddress | string {
  const isSentinel = kind === 'sentinel';
  const hosts = list.split(',').map((one) => hostOf(one, isSentinel ? PORTS.sentinel : PORTS.cluster));
  const access = accessOf(who);
  if (!areAll(hosts)) return 'must name each of its hosts as host:port, with commas between';
  if (access === null) return 'must hold a name and password in which signs are percent-encoded';
  if (isSentinel && name === '') return 'must end in /name, as Sentinel calls the group';
  if (!isSentinel && name !== '') return 'must end after its hosts: a cluster has no databases';
  const common = { hosts, ...access, isSecure: tls === 's' };
  return isSentinel ? { kind, name, ...common } : { kind: 'cluster' as const, ...common };
}

function areAll(hosts: readonly (RedisHost | null)[]): hosts is readonly RedisHost[] {
  return !hosts.includes(null);
}

function hostOf(text: string, usual: number): RedisHost | null {
  const { host, port = String(usual) } = HOST.exec(text)?.groups ?? {};
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function accessOf(who: string | undefined): { username?: string; password?: string } | null {
  if (who === undefined) return {};
  const [username = '', ...rest] = who.split(':');
  try {
    const password = decodeURIComponent(rest.join(':'));
    return { ...(username === '' ? {} : { username: decodeURIComponent(username) }), password };
  } catch {
    return null;
  }
}
