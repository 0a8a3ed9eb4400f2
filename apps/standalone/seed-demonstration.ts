import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, asId, DomainError } from '#domain';
import { localDateOf } from '#deadlines';
import { SubmitReferral } from '#intake';
import { readVignettes, type Vignette } from './demo-referrals.ts';
import { DEMO_AUTHORITY } from './demo-staff.ts';

/** Sends in the example referrals. Repeated at every start, stored once. */
export async function seedReferrals(context: INestApplicationContext): Promise<number> {
  const submit = context.get(SubmitReferral);
  const vignettes = readVignettes(localDateOf(Date.now()));
  for (const vignette of vignettes) await submitOnce(submit, vignette);
  return vignettes.length;
}

async function submitOnce(submit: SubmitReferral, vignette: Vignette): Promise<void> {
  const body = Buffer.from(JSON.stringify(vignette.referral));
  const idempotencyKey = `demonstration-${vignette.id}`;
  try {
    await submit.execute({ actor: agencyActor(vignette.agency), body, parsed: vignette.referral, idempotencyKey });
  } catch (error: unknown) {
    // On a later day the same story has other dates: it is already there.
    if (!(error instanceof DomainError) || error.code !== 'idempotency_key_reused') throw error;
  }
}

function agencyActor(agency: string): Actor {
  return {
    id: agency,
    kind: 'partner_system',
    name: agency,
    roles: ['referrer'],
    authorityId: asId(DEMO_AUTHORITY),
    agencyId: asId(agency),
    teams: [],
    homePostcode: null,
    registration: null,
  };
}
