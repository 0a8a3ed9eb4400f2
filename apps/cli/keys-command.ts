import 'reflect-metadata';
import { authorityIds } from '#nation-packs';
import { connectOnce, environmentOfProcess, requiredSetting } from '#platform';
import { CountKeys, KeyRing, type KeyUse, newKeyRing, newRingKey } from '#vault';

/** The part of the ring that may be shown: ids, never keys. */
type Ids = Pick<KeyRing, 'ids'> & { readonly current: { readonly id: string } };

/** What wraps what, or a new key. The exit code of `status` is 1 while another key than the current one is needed. */
export async function keysCommand([verb]: readonly string[]): Promise<number> {
  if (verb === 'new') return printNew();
  if (verb !== 'status') throw new Error('Say "keys status" or "keys new".');
  const environment = environmentOfProcess();
  const ring = KeyRing.parse(requiredSetting(environment, 'FIELD_KEYS'));
  const database = await connectOnce(environment, requiredSetting(environment, 'DATABASE_URL'));
  try {
    const uses = await new CountKeys(database).execute(authorityIds());
    process.stdout.write(statusText(uses, ring));
    return uses.some(({ keyId }) => keyId !== ring.current.id) ? 1 : 0;
  } finally {
    await database.onApplicationShutdown();
  }
}

/** Each key of the ring, and each that rows ask for and the ring lacks, with what it is needed for. */
export function statusText(uses: readonly KeyUse[], ring: Ids): string {
  const missing = uses.map(({ keyId }) => keyId).filter((id) => !ring.ids.includes(id));
  const lines = [...ring.ids, ...new Set(missing)].map((id) => {
    const own = uses.filter(({ keyId }) => keyId === id);
    const records = own.reduce((sum, use) => sum + use.records, 0);
    const secrets = own.reduce((sum, use) => sum + use.secrets, 0);
    const byAuthority = own.map((use) => `${use.authorityId} ${String(use.records)} + ${String(use.secrets)}`);
    const where = byAuthority.length === 0 ? '' : `  (${byAuthority.join(', ')})`;
    return `${id}  ${roleOf(id, ring)}  ${String(records)} records, ${String(secrets)} secrets${where}\n`;
  });
  return lines.join('');
}

function roleOf(id: string, ring: Ids): string {
  if (id === ring.current.id) return 'current';
  return ring.ids.includes(id) ? 'old' : 'MISSING FROM THE RING: these records cannot be read';
}

/** The one command that prints a key: to the standard output of whoever asked, and nowhere else. */
function printNew(): number {
  const ring = environmentOfProcess().FIELD_KEYS;
  if (ring === undefined) {
    process.stdout.write(`${newKeyRing()}\n`);
    return 0;
  }
  const { id, key } = newRingKey();
  process.stdout.write(`${JSON.stringify({ [id]: key })}\n`);
  return 0;
}
