import { readFile } from 'node:fs/promises';
import { allowInsecureRequests, clientCredentialsGrant, discovery, PrivateKeyJwt } from 'openid-client';
import { clientKeyOf } from '#sign-in';
import { clientKeysFile } from '../standalone/client-keys.ts';
import { setting } from './setting.ts';

/** A token for a partner system, got as the system itself would: with an assertion that its private key signs. */
export async function fetchPartnerToken(issuer: string, client: string, key: string): Promise<string> {
  const address = new URL(issuer);
  const configuration = await discovery(address, client, {}, PrivateKeyJwt(await clientKeyOf(key)), {
    execute: address.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
  return (await clientCredentialsGrant(configuration)).access_token;
}

/**
 * As the command line asks for it: at OIDC_ISSUER with the key in PARTNER_KEY_FILE, or at the demonstration of this
 * machine with the key that it keeps for the agency.
 */
export async function partnerToken(agency: string): Promise<string> {
  const issuer = setting('OIDC_ISSUER') ?? `${setting('FRONT_DOOR_URL') ?? 'http://localhost:3000'}/oidc`;
  const file = setting('PARTNER_KEY_FILE');
  return fetchPartnerToken(
    issuer,
    agency,
    file === undefined ? await demoKey(agency, dataFolder()) : await readFile(file, 'utf8'),
  );
}

/** Where the demonstration of this machine keeps its data. */
export function dataFolder(): string {
  return setting('DATA_DIR') ?? '.data';
}

/** @throws Error when no demonstration ran here, or it has no such agency. */
export async function demoKey(agency: string, folder: string): Promise<string> {
  const file = clientKeysFile(folder);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept === null) throw new Error(`There are no keys in ${file}: start the demonstration, or set PARTNER_KEY_FILE.`);
  const keys = JSON.parse(kept) as Record<string, unknown>;
  if (!Object.hasOwn(keys, agency)) throw new Error(`The demonstration has no agency ${agency}.`);
  return JSON.stringify(keys[agency]);
}
