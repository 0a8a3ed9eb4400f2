import { RegisterAgencies } from '#intake';
import type { ReferralDocument } from '#domain';
import { createApi } from '../../apps/api/create-api.ts';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { seedReferrals } from '../../apps/standalone/seed-demonstration.ts';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { EnquiryStaff } from './enquiry-staff.ts';
import { eventually } from './http.ts';
import type { TestService } from './test-service.ts';
import { startTestWeb, type TestWeb } from './test-web.ts';

/** The pages with all that stands behind them: API, engine, and people who work there. */
export interface BusyWeb extends TestWeb {
  readonly staff: EnquiryStaff;
  /** Sends in the demonstration's referrals and waits until the rules have proposed for every child. */
  seed(): Promise<void>;
}

export async function startBusyWeb(settings: Record<string, string> = {}): Promise<BusyWeb> {
  const web = await startTestWeb(settings);
  const { environment, database, issuer } = web;
  const api = await createApi(environment);
  await api.listen(0, '127.0.0.1');
  await api.get(RegisterAgencies).execute(DEMO_AUTHORITY);
  const worker = await startWorker(environment);
  const service: TestService = {
    ...{ url: await api.getUrl(), database, environment, api, issuer },
    agencyToken: issuer.agencyToken,
    staffToken: issuer.staffToken,
    startWorker: () => Promise.resolve(worker),
    close: () => Promise.resolve(),
  };
  return {
    ...web,
    staff: new EnquiryStaff(service),
    seed: async () => {
      await seedReferrals(api);
      await eventually(
        () => database.query('admin', WITHOUT_PROPOSAL),
        (waiting) => waiting.length === 0,
        30_000,
      );
    },
    close: async () => {
      await worker.close();
      api.getHttpServer().closeAllConnections();
      await api.close();
      await web.close();
    },
  };
}

const WITHOUT_PROPOSAL = `SELECT 1 FROM case_record c WHERE NOT EXISTS (SELECT 1 FROM triage_run r WHERE r.case_id = c.id)`;

/** Two children, a household, a belt: everything that a case page can show. All invented. */
export function aFullReferral(): ReferralDocument {
  const address = { lines: ['3 Mill Lane'], postcode: 'LK1 1AA' };
  return {
    schemaVersion: '1',
    safety: { immediateDanger: 'no', needsMedicalAttention: 'yes' },
    referrer: { capacity: 'professional', name: 'Tess Example', role: 'Teacher', phone: '01632 960010', source: '2A' },
    children: [
      {
        ...{ ref: 'c1', givenName: 'Merle', familyName: 'Exemplar', dateOfBirth: '2016-05-04', address },
        ...{ mobility: 'mobile', seenBySender: 'yes', voice: { said: 'I do not want to go home on Fridays.' } },
      },
      { ref: 'c2', givenName: 'Jay', familyName: 'Exemplar', dateOfBirth: '2018-09-12', address, seenBySender: 'no' },
    ],
    household: {
      people: [
        { name: 'Pat Exemplar', relationship: 'mother', livesInHousehold: 'yes' },
        { name: 'Jo Other', relationship: 'partner', livesInHousehold: 'yes' },
      ],
    },
    worries: { summary: 'Says that he was hit with a belt. A mark on his thigh.', firstHand: 'yes', injury: 'yes' },
    strengths: 'Gran lives near and helps.',
    whatNeedsToHappen: { referrer: 'Somebody should see him today.' },
    indicators: [{ id: 'B17', answer: 'present', evidence: 'He told me at registration.' }],
    agreement: { told: ['nobody'], given: 'not_asked', reasonNotAsked: 'parent_is_alleged_source' },
  };
}
