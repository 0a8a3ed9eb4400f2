import { EventLog } from '#platform';
import { DEMO_REFERRERS, DEMO_STAFF } from './demo-staff.ts';
import { startStandalone } from './start-standalone.ts';

const startedAt = performance.now();
const standalone = await startStandalone(process.env).catch(giveUp);
// The embedded database would stop under our feet at the first signal: the order of stopping is ours,
// before anybody can know that it is time to stop.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.removeAllListeners(signal);
  process.once(signal, () => {
    standalone.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        new EventLog().fault('standalone.stop_failed', error);
        process.exit(1);
      },
    );
  });
}

const { PUBLIC_URL } = standalone.environment;
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

process.stdout.write(`
Front Door is ready after ${seconds} s.

  Pages                       ${PUBLIC_URL}
  API and its documentation   ${PUBLIC_URL}/api/docs
  Health                      ${PUBLIC_URL}/health/ready
  Development sign-in         ${PUBLIC_URL}/oidc
  Development inbox           ${PUBLIC_URL}/inbox: what would have been sent
  Example referrals           ${String(standalone.referrals)}, all people and places invented

Demonstration sign-ins (any password)
  Front door                  ${DEMO_STAFF.map((person) => person.id).join(', ')}
  Partner agencies            ${DEMO_REFERRERS.map((person) => person.id).join(', ')}

The README's quick start sends a referral with one command. Stop with Ctrl+C; data stays in .data/.
`);

/** Says what to do about the commonest reason, and leaves nothing running. */
function giveUp(error: unknown): never {
  const isTaken = (error as { code?: unknown } | null)?.code === 'EADDRINUSE';
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    isTaken ? 'The port is taken: start with another, PORT=3001 npm start.\n' : `Not started: ${reason}\n`,
  );
  process.exit(1);
}
