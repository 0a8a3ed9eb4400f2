import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { authorityPack } from '#nation-packs';
import { DEMO_AUTHORITY } from './demo-staff.ts';

export const WEB_CLIENT = 'front-door-web';

/** Private keys of the development issuer's clients, by client id: one for each agency and one for the pages. */
export type ClientKeys = Readonly<Record<string, JWK>>;

export async function makeClientKeys(): Promise<ClientKeys> {
  const clients = [...authorityPack(DEMO_AUTHORITY).agencies.map((agency) => agency.id), WEB_CLIENT];
  const pairs = clients.map(async (client): Promise<[string, JWK]> => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    return [client, { ...(await exportJWK(privateKey)), kid: client, alg: 'ES256', use: 'sig' }];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** The keys kept in the data folder, made at the first start; only this user may read them. */
export async function keepClientKeys(folder: string): Promise<ClientKeys> {
  const file = clientKeysFile(folder);
  const kept = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as ClientKeys;
  // An agency that a later version brings gets its key, too.
  const keys = { ...(await makeClientKeys()), ...kept };
  if (Object.keys(keys).length === Object.keys(kept).length) return kept;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

export function clientKeysFile(folder: string): string {
  return path.join(folder, 'keys', 'clients.json');
}

/** What the issuer may know of a client's key. */
export function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return { kty, crv, x, y, kid, alg, use } as JWK;
}
