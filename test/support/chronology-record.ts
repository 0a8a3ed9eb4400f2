import type { ReferralDocument } from '#domain';
import type { Problem } from '#platform';
import type { ChronologyResponse } from '../../apps/api/chronology/chronology.response.ts';
import { type Answer, eventually } from './http.ts';
import { aReferral } from './referral-builder.ts';
import { Staff } from './restricted-records.ts';
import type { TestService } from './test-service.ts';

const HOME = { lines: ['5 Llyn Terrace'], postcode: 'LK1 1AA' };
const ELSEWHERE = { lines: ['27 Harbour Road'], postcode: 'LK4 9ZZ' };
const ROBIN = { ref: 'c1', givenName: 'Robin', familyName: 'Penllyn', dateOfBirth: '2019-03-04', address: HOME };
const FFION = { ref: 'c2', givenName: 'Ffion', familyName: 'Penllyn', dateOfBirth: '2023-01-04', address: HOME };
const MOTHER = { name: 'Zoë O’Néill', relationship: 'mother', dateOfBirth: '1985-03-04' } as const;
const TEACHER = { capacity: 'professional', name: 'Tess Example', role: 'Teacher', phone: '01632 960017' } as const;

/** Somebody else, in ways that people write them; and what they would be known by. */
export const PLANTED = 'Zoë O’Néill, ONEILL Zoe, of 27, Harbour Rd., 01632 960017, born 4/3/85';
export const TELLING = /Neill|Néill|NEILL|Zo[eë]|Harbour|960017|4\/3\/85|1985/;

function about(children: ReferralDocument['children'], worries: ReferralDocument['worries']): ReferralDocument {
  return aReferral({ children, worries, referrer: { ...TEACHER, source: '2A' }, household: { people: [MOTHER] } });
}

const FIRST = about([ROBIN, FFION], { summary: `Bruise seen. ${PLANTED}`, happenedOn: '2024-02-28' });
const LATER = about([ROBIN], { summary: 'Late and tired.', happenedOn: 'last Tuesday' });
const SISTERS_OWN = about([{ ...FFION, address: ELSEWHERE }], {
  ...{ summary: 'Not collected from nursery.', happenedOn: 'June 2025' },
});

interface Referred {
  readonly reference: string;
  readonly caseIds: readonly string[];
}

/** A boy and his sister in three referrals, with two events that somebody entered years later. Everybody is invented. */
export class ChronologyRecord {
  readonly staff: Staff;
  first: Referred = { reference: '', caseIds: [] };
  later: Referred = { reference: '', caseIds: [] };
  sisters: Referred = { reference: '', caseIds: [] };
  /** Id of the event that was entered long after it happened. */
  late = '';

  constructor(readonly service: TestService) {
    this.staff = new Staff(service);
  }

  async fill(): Promise<this> {
    await this.staff.haveLooked('social-worker', 'screener', 'manager');
    this.first = await this.staff.refer(FIRST);
    this.later = await this.staff.refer(LATER);
    this.sisters = await this.staff.refer(SISTERS_OWN);
    const address = `/api/v1/cases/${this.later.caseIds[0] ?? ''}`;
    await eventually(
      () => this.staff.as<{ proposed: object | null }>('manager', address),
      ({ body }) => body.proposed !== null,
    );
    const text = `Police called. ${PLANTED}`;
    this.late = (await this.add({ date: '2023-11-02', kind: 'domestic_abuse', text })).body.id;
    const both = { children: this.first.caseIds, person: 'Gwen Vale', role: 'grandmother' };
    await this.add({ date: '2024', kind: 'home_move', text: 'Moved to the area.', ...both });
    return this;
  }

  /** The boy's case of the first referral. */
  get robin(): string {
    return this.first.caseIds[0] ?? '';
  }

  add(body: object, who = 'social-worker'): Promise<Answer<{ id: string } & Problem>> {
    return this.staff.as(who, `/api/v1/cases/${this.robin}/chronology`, { body });
  }

  read(query = '', who = 'social-worker'): Promise<Answer<ChronologyResponse>> {
    return this.staff.as(who, `/api/v1/cases/${this.robin}/chronology?order=oldest_first&limit=200${query}`);
  }

  analyse(version: number, note: string): Promise<Answer<Problem>> {
    const headers = { 'if-match': `"${String(version)}"` };
    return this.staff.as('social-worker', `/api/v1/cases/${this.robin}/chronology/analysis`, {
      body: { note },
      headers,
    });
  }

  async export(body: object, who = 'social-worker'): Promise<{ response: Response; bytes: Buffer }> {
    const token = await this.service.staffToken(who);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const address = `${this.service.url}/api/v1/cases/${this.robin}/chronology/export`;
    const sent = JSON.stringify({ purpose: 'review', ...body });
    const response = await fetch(address, { method: 'POST', headers, body: sent });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  }
}
