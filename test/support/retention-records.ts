import type { DisposalRecordsResponse, DisposalResponse } from '../../apps/api/retention/retention.response.ts';
import { type Desk, openedCases, staffDesk } from './api-case-desk.ts';
import { call, eventually } from './http.ts';
import { aReferral } from './referral-builder.ts';
import type { TestService } from './test-service.ts';

/** A referral of long ago, decided and settled. */
export interface OldRecord {
  readonly caseId: string;
  readonly referralId: string;
  readonly reference: string;
}

let children = 0;

/** A child whom nobody has referred before. */
export function aNewChild(): ReturnType<typeof aReferral>['children'] {
  children += 1;
  return [{ ref: 'c1', givenName: `Oldchild${String(children)}`, familyName: 'Example', dateOfBirth: '2008-02-03' }];
}

/** Staff and a worker process that keep records for a test. */
export interface Office {
  readonly service: TestService;
  readonly school: string;
  readonly worker: Desk;
  readonly manager: Desk;
  readonly otherManager: Desk;
}

export async function anOffice(service: TestService): Promise<Office> {
  return {
    service,
    school: await service.agencyToken('larkbridge-primary'),
    worker: await staffDesk(service, 'social-worker'),
    manager: await staffDesk(service, 'manager'),
    otherManager: await staffDesk(service, 'manager-2'),
  };
}

/** Sends a referral, ends every case of it and puts it years back. */
export async function anOldRecord(
  office: Office,
  years: number,
  document: object = {},
  outcome: 'no_further_action' | 'as_proposed' = 'no_further_action',
): Promise<OldRecord> {
  const { service, worker } = office;
  const caseIds = await openedCases(worker, office.school, aReferral({ children: aNewChild(), ...document }));
  for (const caseId of caseIds) await settle(office, caseId, outcome);
  const [row] = await service.database.query<{ id: string; reference: string }>(
    'admin',
    'SELECT r.id, r.reference FROM referral r JOIN case_record c ON c.referral_id = r.id WHERE c.id = $1',
    [caseIds[0]],
  );
  const record = { caseId: caseIds[0] ?? '', referralId: row?.id ?? '', reference: row?.reference ?? '' };
  await putBack(service, record, years);
  return record;
}

async function settle({ worker, manager }: Office, caseId: string, outcome: string): Promise<void> {
  await eventually(
    () => worker.read(caseId),
    (answer) => answer.body.proposed !== null,
  );
  if (outcome === 'as_proposed') await worker.confirm(caseId);
  else {
    await worker.differ(caseId, 'no_further_action', 'green');
    await manager.signOff(caseId, 'signed', 'Nothing more to do.');
  }
  const { state } = (await worker.read(caseId)).body;
  if (state !== 'signed') throw new Error(`Not settled: ${state}`);
}

async function putBack({ database }: TestService, { referralId }: OldRecord, years: number): Promise<void> {
  const values = [referralId, years];
  const ofCases = 'SELECT id FROM case_record WHERE referral_id = $1';
  const back = 'make_interval(years => $2)';
  for (const text of [
    `UPDATE referral SET received_at = received_at - ${back} WHERE id = $1`,
    `UPDATE case_record SET received_at = received_at - ${back} WHERE referral_id = $1`,
    `UPDATE decision SET decided_at = decided_at - ${back} WHERE case_id IN (${ofCases})`,
    `UPDATE decision_sign_off SET signed_at = signed_at - ${back}
       WHERE decision_id IN (SELECT id FROM decision WHERE case_id IN (${ofCases}))`,
  ]) {
    await database.query('admin', text, values);
  }
}

/** Asks what is due, and waits for the list. */
export async function aList({ service, manager }: Office): Promise<DisposalResponse> {
  const asked = await call<DisposalResponse>(service.url, '/api/v1/disposals', {
    method: 'POST',
    token: manager.token,
  });
  if (asked.status !== 202) throw new Error(asked.text);
  return untilState(service, manager, asked.body.id, 'listed');
}

export async function untilState(
  service: TestService,
  { token }: Desk,
  id: string,
  state: string,
): Promise<DisposalResponse> {
  const read = await eventually(
    () => call<DisposalResponse>(service.url, `/api/v1/disposals/${id}`, { token }),
    (answer) => answer.body.state === state,
  );
  return read.body;
}

export async function recordsOf(
  { service }: Office,
  desk: Desk,
  id: string,
  query = '',
): Promise<DisposalRecordsResponse> {
  const path = `/api/v1/disposals/${id}/records${query}`;
  return (await call<DisposalRecordsResponse>(service.url, path, { token: desk.token })).body;
}

export function approve({ service }: Office, desk: Desk, id: string) {
  return call<DisposalResponse & { code?: string }>(service.url, `/api/v1/disposals/${id}/approval`, {
    method: 'POST',
    token: desk.token,
  });
}

/** Opens the list as the second manager and approves it. */
export async function approved(office: Office, id: string): Promise<void> {
  await recordsOf(office, office.otherManager, id);
  const answer = await approve(office, office.otherManager, id);
  if (answer.status !== 202) throw new Error(answer.text);
}
