import { ListCases, ReadCase } from '#decisions';
import { type Actor, asId, type CaseId, type ReferralDocument } from '#domain';
import { SubmitReferral } from '#intake';
import { DEMO_AUTHORITY } from '../../../apps/standalone/demo-staff.ts';
import { aReferral } from '../../support/referral-builder.ts';
import type { Contender } from './contender.ts';

/** One kind of transaction, done once. */
export interface Workload {
  readonly name: string;
  readonly once: (contender: Contender, turn: number) => Promise<void>;
}

const PAGE = 50;
const EVERYTHING = {
  reference: null,
  queue: null,
  urgency: null,
  state: null,
  area: null,
  claimed: null,
  needsInformation: null,
} as const;

const AGENCY: Actor = actor({ id: 'larkbridge-primary', kind: 'partner_system', roles: ['referrer'] });
const MANAGER: Actor = actor({ id: 'manager', kind: 'person', roles: ['manager'] });

/** A referral and its case come in, as the API's role stores them. */
const submit: Workload = {
  name: 'submission',
  once: async ({ context }, turn) => {
    const document = referralOf(turn);
    const body = Buffer.from(JSON.stringify(document));
    await context.get(SubmitReferral).execute({ actor: AGENCY, body, parsed: document, idempotencyKey: null });
  },
};

/** The first page of the front door's list, with fifty names to open. */
const list: Workload = {
  name: `worklist of ${String(PAGE)}`,
  once: async ({ context }) => {
    await context.get(ListCases).execute({ ...EVERYTHING, actor: MANAGER, limit: PAGE, cursor: null });
  },
};

/** One case with its whole referral. */
function read(idsOf: ReadonlyMap<string, readonly CaseId[]>): Workload {
  return {
    name: 'one case',
    once: async ({ name, context }, turn) => {
      const ids = idsOf.get(name) ?? [];
      await context.get(ReadCase).execute(MANAGER, ids[turn % ids.length] ?? asId<CaseId>(''));
    },
  };
}

/** Submissions alone fill the tables that the others read. */
export const FILL = submit;

export async function workloads(contenders: readonly Contender[]): Promise<readonly Workload[]> {
  const ids = new Map<string, readonly CaseId[]>();
  for (const { name, context } of contenders) {
    const page = await context.get(ListCases).execute({ ...EVERYTHING, actor: MANAGER, limit: PAGE, cursor: null });
    ids.set(
      name,
      page.cases.map((found) => found.id),
    );
  }
  return [submit, list, read(ids)];
}

/** Children of many names at many addresses, so that match keys differ as they do in life. */
function referralOf(turn: number): ReferralDocument {
  const year = String(2008 + (turn % 15));
  const address = { lines: [`${String(turn)} Mill Lane`], postcode: 'LK1 1AA' };
  const child = { ref: 'c1', givenName: `Robin${String(turn)}`, familyName: 'Example', dateOfBirth: `${year}-05-04` };
  return aReferral({ children: [{ ...child, address }] });
}

function actor(of: Pick<Actor, 'id' | 'kind' | 'roles'>): Actor {
  const agencyId = of.kind === 'person' ? null : asId<NonNullable<Actor['agencyId']>>(of.id);
  const nothing = { teams: [], homePostcode: null, registration: null };
  return { ...of, ...nothing, name: of.id, authorityId: asId(DEMO_AUTHORITY), agencyId };
}
