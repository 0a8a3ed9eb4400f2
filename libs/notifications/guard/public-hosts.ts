import { lookup } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';
import type { WebhookTarget } from './webhook-url.ts';

/** An address that was checked and may be connected to. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address that a name stands for. Rejects where it stands for none. */
export type Resolver = (name: string) => Promise<readonly string[]>;

export const systemResolver: Resolver = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

export type Checked =
  | { readonly addresses: readonly CheckedAddress[] }
  | { readonly refused: 'name_not_found' | 'address_refused' | 'timeout' };

/**
 * Asks once what a target stands for. One address that is not public refuses them all: who answers for a name could
 * have put it there for us.
 */
export async function checkTarget(target: WebhookTarget, resolve: Resolver, limitMs: number): Promise<Checked> {
  const found = await addressesOf(target, resolve, limitMs);
  if (!Array.isArray(found)) return { refused: found };
  if (found.length === 0) return { refused: 'name_not_found' };
  const isAllowed = target.isLoopback ? isLoopback : isPublicAddress;
  if (!found.every(isAllowed)) return { refused: 'address_refused' };
  return { addresses: found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })) };
}

async function addressesOf(
  { url, name }: WebhookTarget,
  resolve: Resolver,
  limitMs: number,
): Promise<string[] | 'name_not_found' | 'timeout'> {
  if (name === null) return [url.hostname.replace(/^\[|\]$/g, '')];
  const asked = resolve(name).then(
    (found) => [...found],
    () => 'name_not_found' as const,
  );
  const timer = new AbortController();
  const late = sleep(limitMs, 'timeout' as const, { signal: timer.signal }).catch(() => 'timeout' as const);
  try {
    return await Promise.race([asked, late]);
  } finally {
    timer.abort();
  }
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}
