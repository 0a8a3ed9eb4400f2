import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseInFamily, findRelatedCases } from '#people';
import { Database, sql } from '#platform';
import type { AccessEventsResponse } from '../../apps/api/case-access/case-access.response.ts';
import type { FamilyResponse, RecordedResponse } from '../../apps/api/family/family.response.ts';
import { type Desk, staffDesk } from '../support/api-case-desk.ts';
import { aChild, about, familyOf, mentionOf, proposed } from '../support/family-records.ts';
import { Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const RED = {
  worries: { summary: 'Says he was hit with a belt.', firstHand: 'yes', injury: 'yes' },
  indicators: [{ id: 'B17', answer: 'present' }],
} as const;
const MOTHER = {
  name: 'Mared Lowe',
  relationship: 'mam',
  parentalResponsibility: 'yes',
  livesInHousehold: 'yes',
} as const;
const PARTNER = { whyUnknown: 'Nobody asked.', relationship: "mother's boyfriend", livesInHousehold: 'yes' } as const;
const WHY = 'Told by the health visitor.';

type Member = FamilyResponse['members'][number];

describe('the family of a child', () => {
  let service: TestService;
  let staff: Staff;
  let worker: Desk;
  let manager: Desk;
  let earlier: string;
  let found: string;

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '0' });
    staff = new Staff(service);
    worker = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
    await service.startWorker();
    await staff.haveLooked('social-worker', 'social-worker-2', 'auditor');
    const brother = {
      name: 'Gethin Lowe',
      relationship: 'brother',
      dateOfBirth: '2012-01-05',
      livesInHousehold: 'no',
    } as const;
    earlier = await opened(
      about([aChild('Ffion', 'Lowe'), aChild('Gwilym', 'Lowe')], { household: { people: [MOTHER] } }),
    );
    found = await opened(
      about([aChild('Ffion', 'Lowe')], { ...RED, household: { people: [MOTHER, PARTNER, brother] } }),
    );
    await proposed(staff, [earlier, found]);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function opened(document: ReturnType<typeof about>): Promise<string> {
    return (await staff.refer(document)).caseIds[0] ?? '';
  }

  function record(caseId: string, path: string, body: object) {
    const options = { body: { reason: WHY, ...body } };
    return staff.as<RecordedResponse & { code?: string }>('social-worker', `/api/v1/cases/${caseId}/${path}`, options);
  }

  async function memberOf(caseId: string, name: string | null): Promise<Member> {
    const member = (await familyOf(staff, caseId)).members.find((each) => each.name === name);
    if (member === undefined) throw new Error(`There is nobody called ${String(name)}.`);
    return member;
  }

  it('is everybody of all their referrals: who they are, how sure that is, who lives together, what is not known', async () => {
    const { members, homes, gaps } = await familyOf(staff, found);
    const named = new Map(members.map((member) => [member.id, member.name]));

    expect(members.map(({ part, name, belonging }) => [part, name, belonging])).toEqual([
      ['child', 'Ffion Lowe', 'reported'],
      ['sibling', 'Gethin Lowe', 'reported'],
      ['sibling', 'Gwilym Lowe', 'likely'],
      ['adult', 'Mared Lowe', 'reported'],
      ['adult', null, 'reported'],
    ]);
    const [, , gwilym, mother, partner] = members;
    expect(mother?.mentions.map(({ agencyId }) => agencyId)).toEqual(['larkbridge-primary', 'larkbridge-primary']);
    expect(gwilym).toMatchObject({ cases: [{ decision: null }], sibling: { state: 'waiting', consideration: null } });
    expect(mother?.relationships.at(-1)).toMatchObject({
      kind: 'parent',
      parentalResponsibility: 'yes',
      recordedBy: null,
    });
    expect(partner?.relationships).toMatchObject([{ kind: 'partner', parentalResponsibility: 'not_asked' }]);
    expect(homes.map((home) => home.members.map((id) => named.get(id)))).toEqual([
      ['Ffion Lowe', 'Gwilym Lowe', 'Mared Lowe', null],
    ]);
    expect(gaps.map(({ code }) => code)).toEqual([
      'adult_not_named',
      'second_parent_not_named',
      'child_address_not_known',
    ]);
  });

  it('leaves a look in the log of every child of whom it showed something', async () => {
    const logged = async (caseId: string) => {
      const answer = await staff.as<AccessEventsResponse>('manager', `/api/v1/cases/${caseId}/access-events`);
      return answer.body.events.filter(({ action }) => action === 'case.family_viewed').length;
    };
    const before = [await logged(found), await logged(earlier)];
    await familyOf(staff, found);

    expect([await logged(found), await logged(earlier)]).toEqual(before.map((count) => count + 1));
  });

  it('is corrected by entries beside the old ones, never over somebody else’s correction', async () => {
    const { id, relationships } = await memberOf(found, null);
    const replaces = relationships[0]?.id;
    const said = {
      mentionId: id,
      kind: 'step_parent',
      parentalResponsibility: 'no',
      livesInHousehold: 'yes',
      replaces,
    };

    expect((await record(found, 'family/relationships', said)).status).toBe(201);
    expect(await record(found, 'family/relationships', said)).toMatchObject({
      status: 412,
      body: { code: 'record_changed' },
    });
    expect((await memberOf(found, null)).relationships).toMatchObject([
      { kind: 'partner', stands: false, recordedBy: null },
      { kind: 'step_parent', stands: true, recordedBy: 'Wren Whitethroat', reason: WHY, replaces },
    ]);
    const mother = await memberOf(found, 'Mared Lowe');
    const foreign = { ...said, mentionId: mother.id, replaces: relationships[0]?.id };
    expect((await record(found, 'family/relationships', foreign)).status).toBe(404);
    const ofNobody = {
      ...said,
      mentionId: (await mentionOf(staff, found)).id,
      toId: (await mentionOf(staff, found)).id,
    };
    expect((await record(found, 'family/relationships', { ...ofNobody, replaces: undefined })).status).toBe(422);
  });

  it('keeps a secret address from whoever has no part in the work, under seal', async () => {
    const { id } = await memberOf(found, 'Gethin Lowe');
    const refuge = { mentionId: id, address: { lines: ['12 Quiet Court'], postcode: 'LK2 2QQ' }, addressSecret: true };
    expect(
      (await record(found, 'family/residences', { ...refuge, since: '2026-05-01', until: '2026-04-30' })).status,
    ).toBe(422);
    expect((await record(found, 'family/residences', { ...refuge, since: '2026-02-30' })).status).toBe(422);
    expect((await record(found, 'family/residences', { ...refuge, since: '2026-05-01' })).status).toBe(201);

    expect((await memberOf(found, 'Gethin Lowe')).residences).toMatchObject([
      { address: { lines: ['12 Quiet Court'] }, addressSecret: true, since: '2026-05-01', until: null },
    ]);
    const auditors = await staff.as<FamilyResponse>('auditor', `/api/v1/cases/${found}/family`);
    expect([auditors.status, auditors.text.includes('Quiet Court')]).toEqual([200, false]);
    const stored = await service.database.query<{ all: string }>('admin', 'SELECT r::text AS all FROM residence r');
    expect(stored.filter(({ all }) => /Quiet|Row|health visitor/.test(all))).toEqual([]);
  });

  it('holds up a statutory signature until every brother and sister was considered, with or without a case', async () => {
    await proposed(staff, [found]);
    expect((await worker.confirm(found)).status).toBe(201);

    expect(await manager.signOff(found, 'signed')).toMatchObject({
      status: 409,
      body: { code: 'siblings_not_considered', detail: 'Still to be considered: 2.' },
    });
    expect((await worker.read(found)).body.signOffObstacles).toEqual([{ code: 'siblings_not_considered', count: 2 }]);
    expect((await familyOf(staff, found)).prompts).toHaveLength(2);
    const [gethin, gwilym] = [await memberOf(found, 'Gethin Lowe'), await memberOf(found, 'Gwilym Lowe')];
    const open = { mentionId: gethin.id, outcome: 'already_open' };
    expect((await record(found, 'sibling-considerations', open)).status).toBe(422);
    const mother = { mentionId: (await memberOf(found, 'Mared Lowe')).id, outcome: 'no_concern' };
    expect((await record(found, 'sibling-considerations', mother)).status).toBe(422);
    await record(found, 'sibling-considerations', { mentionId: gethin.id, outcome: 'own_case_needed' });
    expect((await manager.signOff(found, 'signed')).status).toBe(409);
    await record(found, 'sibling-considerations', { mentionId: gwilym.id, outcome: 'already_open' });

    expect((await memberOf(found, 'Gwilym Lowe')).sibling).toMatchObject({
      state: 'considered',
      consideration: { outcome: 'already_open', reason: WHY, by: 'Wren Whitethroat' },
    });
    expect((await familyOf(staff, found)).prompts).toEqual([]);
    expect((await manager.signOff(found, 'signed')).status).toBe(200);
  });

  it('lets children of one referral be decided separately and signed once each has a decision', async () => {
    const { caseIds } = await staff.refer(about([aChild('Twm', 'Pugh'), aChild('Tegid', 'Pugh')], RED));
    const [twm = '', tegid = ''] = caseIds;
    await proposed(staff, caseIds);
    await worker.confirm(twm);
    expect((await manager.signOff(twm, 'signed')).status).toBe(409);
    expect((await manager.signOff(twm, 'returned', 'What about Tegid?')).status).toBe(200);
    await worker.confirm(twm);
    await worker.confirm(tegid);

    expect((await manager.signOff(twm, 'signed')).status).toBe(200);
    expect((await manager.signOff(tegid, 'signed')).status).toBe(200);
  });

  it('takes in whom a worker learned of, and asks about a sibling among them', async () => {
    const alone = await opened(about([aChild('Mabli', 'Onn')]));
    const ties = { parentalResponsibility: 'not_known', livesInHousehold: 'no' };
    const added = await record(alone, 'family/people', {
      ...ties,
      kind: 'half_sibling',
      givenName: 'Non',
      dateOfBirth: '2014-06-01',
    });
    await record(alone, 'family/people', { ...ties, kind: 'parent', givenName: 'Huw', familyName: 'Onn' });

    expect((await familyOf(staff, alone)).members).toMatchObject([
      { part: 'child', name: 'Mabli Onn' },
      { id: added.body.id, part: 'sibling', name: 'Non', sibling: { state: 'waiting' } },
      { part: 'adult', name: 'Huw Onn', relationships: [{ kind: 'parent', recordedBy: 'Wren Whitethroat' }] },
    ]);
  });

  it('reaches other cases by sibling, household, address and adult, each once for a relation', async () => {
    const quay = { lines: ['5 Old Quay'], postcode: 'LK5 5EE' };
    const uncle = { name: 'Rhydderch Blount', relationship: 'uncle', dateOfBirth: '1979-07-07' } as const;
    const { caseIds } = await staff.refer(
      about([aChild('Ina', 'Tew'), aChild('Efa', 'Tew')], { household: { people: [uncle] } }),
    );
    const [own = '', sister = ''] = caseIds;
    const neighbour = await opened(
      about([aChild('Jo', 'Orr', { address: { lines: ['1 Tew Row'], postcode: 'LK6 6AA' } })]),
    );
    const lodger = await opened(about([aChild('Kit', 'Rowe', { address: quay })]));
    const cousin = await opened(
      about([aChild('Lil', 'Blount', { dateOfBirth: '2019-09-09' })], {
        household: { people: [{ ...uncle, relationship: 'father', parentalResponsibility: 'yes' }] },
      }),
    );
    await proposed(staff, [...caseIds, neighbour, lodger, cousin]);
    const mentionId = (await memberOf(own, uncle.name)).id;
    expect((await record(own, 'family/residences', { mentionId, address: quay, addressSecret: false })).status).toBe(
      201,
    );

    const found = await service.api
      .get(Database)
      .inTransaction({ authorityId: 'larkshire', id: 'demo-manager' }, async (tx) => {
        const [row] = await sql<CaseInFamily>(tx, CASE, [own]);
        return row === undefined ? [] : findRelatedCases(tx, row);
      });
    expect(new Set(found.map(({ caseId, relatedBy, certainty }) => [caseId, relatedBy, certainty].join(' ')))).toEqual(
      new Set([
        `${sister} sibling confirmed`,
        `${neighbour} household exact_key`,
        `${lodger} address exact_key`,
        `${cousin} adult match`,
      ]),
    );
  });

  it('hides the restricted part of a family, even from its counts', async () => {
    const people = [
      { name: 'Idwal Peel', relationship: 'father', parentalResponsibility: 'yes', dateOfBirth: '1986-04-04' },
    ] as const;
    const shown = await opened(about([aChild('Nest', 'Peel')], { ...RED, household: { people } }));
    const address = { lines: ['8 Other Road'], postcode: 'LK3 3CC' };
    const { reference, caseIds } = await staff.refer(
      about([aChild('Olwen', 'Marr', { address })], { household: { people } }),
    );
    await proposed(staff, [shown, ...caseIds]);
    expect((await staff.restrict(reference, ['social-worker'], 'manager-2')).status).toBe(201);
    await proposed(staff, [shown]);
    expect((await worker.confirm(shown)).status).toBe(201);

    expect((await familyOf(staff, shown)).members.map(({ name }) => name)).toEqual([
      'Nest Peel',
      'Olwen Marr',
      'Idwal Peel',
    ]);
    const hidden = await staff.as<FamilyResponse>('social-worker-2', `/api/v1/cases/${shown}/family`);
    expect(hidden.body.members.map(({ name }) => name)).toEqual(['Nest Peel', 'Idwal Peel']);
    expect(hidden.text).not.toMatch(new RegExp(`Olwen|Marr|${caseIds.join('|')}`));
    expect((await worker.read(shown)).body.signOffObstacles).toMatchObject([{ count: 1 }]);
    expect((await manager.read(shown)).body.signOffObstacles).toEqual([]);
  });
});

const CASE = `SELECT id, authority_id AS "authorityId", referral_id AS "referralId" FROM case_record WHERE id = $1`;
