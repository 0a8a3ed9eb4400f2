import { localDateOf } from '#deadlines';
import type { AuthorityProfile } from '#nation-packs';
import { connectOnce, environmentOfProcess } from '#platform';
import { SyntheticHistory } from '#rule-sets';
import { needed } from './setting.ts';

const SEED = 20_260_601;
const MOST = 10_000_000;

/** Fills a measuring database with invented cases, as the owner; refuses where the authority has cases. */
export async function seedSynthetic(profile: AuthorityProfile, wanted: string): Promise<number> {
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 1 || count > MOST) throw new Error(`Give a number from 1 to ${MOST}.`);
  const database = await connectOnce(environmentOfProcess(), needed('MIGRATION_DATABASE_URL'));
  try {
    const lastDay = Date.parse(localDateOf(Date.now())) / 86_400_000;
    await new SyntheticHistory(database).fill({ profile, count, seed: SEED, lastDay }, (done) => {
      if (done % 100_000 === 0 || done === count) process.stdout.write(`${done} of ${count}\n`);
    });
  } finally {
    await database.onApplicationShutdown();
  }
  process.stdout.write(`${profile.authority.name} has ${count} invented cases (seed ${SEED}).\n`);
  return 0;
}
