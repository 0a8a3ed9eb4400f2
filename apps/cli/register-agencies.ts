import 'reflect-metadata';
import { RegisterAgencies } from '#intake';
import { connectOnce, environmentOfProcess, requiredSetting } from '#platform';

/** Enters the partner agencies of an authority's pack; resolves to how many. */
export async function registerAgencies(authorityId: string): Promise<number> {
  const environment = environmentOfProcess();
  const database = await connectOnce(environment, requiredSetting(environment, 'DATABASE_URL'));
  try {
    return await new RegisterAgencies(database).execute(authorityId);
  } finally {
    await database.onApplicationShutdown();
  }
}
