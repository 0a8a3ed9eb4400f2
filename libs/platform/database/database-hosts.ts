/** One URL for each server that a database URL names, as libpq writes several: `postgres://…@one:5432,two:5432/…`. */
export function urlsOfServers(url: string): readonly [string, ...string[]] {
  const [, start = '', hosts = '', rest = ''] = PARTS.exec(url) ?? ['', '', '', url];
  const [first = '', ...others] = hosts.split(',').map((host) => `${start}${host}${rest}`);
  return [first, ...others];
}

const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/s;
