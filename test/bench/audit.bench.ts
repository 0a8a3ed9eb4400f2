/**
 * `npm run bench -- audit [small]`: what audit and sealing cost the writers; proofs at a million events; a million entries
 * checked by the stand-alone verifier. Starts a PostgreSQL of its own, on disk as it would be in service.
 */
import { machine, secondsSoFar } from './support/machine.ts';
import { sealUntilStopped } from './audit/sealer-process.ts';
import { measureProofs } from './audit/proofs.ts';
import { startBenchDatabase } from './audit/bench-database.ts';
import { measureVerifier } from './audit/verifier.ts';
import { measureWrites } from './audit/writes.ts';

const [mode] = process.argv.slice(2);

if (mode === 'sealer') await sealUntilStopped();
else {
  const isSmall = mode === 'small';
  const entries = isSmall ? 20_000 : 1_000_000;
  console.log(`${machine()}\n`);
  const database = await startBenchDatabase();
  try {
    await measureWrites(database, isSmall ? { rounds: 2, seconds: 1 } : { rounds: 7, seconds: 4 });
    await measureProofs(database, entries);
  } finally {
    await database.stop();
  }
  await measureVerifier(entries);
  console.log(`\n${secondsSoFar()}`);
}
