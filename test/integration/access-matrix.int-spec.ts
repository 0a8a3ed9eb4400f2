import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Action, ACTIONS } from '#access-policy';
import { type Role, ROLES } from '#domain';
import { ROUTE_ACCESS } from '../../apps/api/route-access.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/api-own-issuer.ts';
import { call, eventually } from '../support/http.ts';
import { EXPECTED } from '../support/matrix-expected.ts';
import {
  type MadeCase,
  type MadeReferral,
  makeRecords,
  ME,
  MY_AGENCY,
  MY_TEAM,
  openTo,
} from '../support/matrix-records.ts';
import { expectedOfCase, expectedOfReferral, inParallel, type Verdict, Walk } from '../support/matrix-walk.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly action: Action;
}

const ROUTES: readonly Route[] = Object.entries(ROUTE_ACCESS).flatMap(([route, action]) => {
  const [method = '', path = ''] = route.split(' ');
  return action === 'public' ? [] : [{ method, path, action }];
});

/** Bodies that are right and change nothing: what they ask for is refused for reasons that come after access. */
const BODIES: Readonly<Record<string, object | null>> = {
  'POST /api/v1/cases/:id/milestones': {
    ...{ milestone: 'child_seen', happenedAt: '2026-01-05T10:00:00Z', source: 'own_record' },
  },
  'POST /api/v1/cases/:id/handover': { actions: 'Test.' },
  'POST /api/v1/cases/:id/claim': null,
  'DELETE /api/v1/cases/:id/claim': null,
  'POST /api/v1/cases/:id/prints': null,
  'POST /api/v1/cases/:id/moves': { move: 'escalate', reason: 'Test.' },
  'POST /api/v1/cases/:id/decision': { kind: 'confirm', rationale: 'Test.' },
  'POST /api/v1/cases/:id/enquiries': { agencies: ['nobody-known'], asked: 'Test.' },
  'POST /api/v1/cases/:id/enquiry-basis/overrides': {
    ...{ reason: 'greater_risk', basis: 'public_task', statement: 'Test.' },
  },
  'POST /api/v1/cases/:id/family-reviews': {
    ...{ askedBy: 'parent', askedHow: 'telephone', grounds: 'other', text: 'Test.' },
  },
  'POST /api/v1/referrals/:reference/challenges': { caseReference: 'FD-2222', grounds: 'other', text: 'Test.' },
  'POST /api/v1/cases/:id/subject-access': { forWhom: 'child', previewSha256: '0'.repeat(64) },
  'POST /api/v1/referrals/:reference/legal-holds': { reason: 'Test.' },
  'POST /api/v1/referrals/:reference/restriction': { reasonCode: 'other', reason: 'Test.', people: ['nobody-known'] },
  'POST /api/v1/referrals/:reference/restriction/people': { personId: 'nobody-known', reason: 'Test.' },
  'DELETE /api/v1/referrals/:reference/restriction/people': { personId: ME, reason: 'Test.' },
};
const SIGN_OFF = '/api/v1/cases/:id/sign-off';
const LIFT = '/api/v1/referrals/:reference/restriction';
const BREAK_GLASS = '/api/v1/break-glass';

/** Shares no factor with the numbers of places, states, queues and holders, so that none of them is passed over. */
const EVERY = 7;

/** What hangs on a case and has an id of its own is not there to be walked. */
const NAMES_ANOTHER = /\/:id\/.*:/;

/** Nothing has happened to these records yet, so there is nothing to prove: 404 for others, allowed or not. */
const OF_EVENTS = /\/evidence$/;
/** What is there for restricted referrals alone answers 404 for others, allowed or not. */
const FOR_RESTRICTED = /\/restriction/;

describe('everybody, everything and every kind of record, through the API', () => {
  const walk = new Walk();
  const tokens = new Map<Role, string>();
  let issuer: OwnIssuer;
  let service: TestService;
  let referrals: readonly MadeReferral[];
  let cases: readonly MadeCase[];

  beforeAll(async () => {
    issuer = await startOwnIssuer();
    service = await startTestService({ OIDC_ISSUER: issuer.url });
    const common = { sub: ME, name: 'Mimi Example', registration: 'SW1', teams: [MY_TEAM] };
    for (const role of ROLES) {
      const agency = role === 'referrer' ? { agency: MY_AGENCY } : {};
      tokens.set(role, await issuer.sign({ ...common, ...agency, roles: [role] }));
    }
    const worker = await service.startWorker();
    await call(service.url, '/api/v1/referrals', { token: tokenOf('referrer'), body: aReferral() });
    await eventually(
      () => service.database.query('admin', 'SELECT 1 FROM triage_run'),
      (runs) => runs.length > 0,
    );
    await worker.close();
    ({ referrals, cases } = await makeRecords(service.database));
  }, 300_000);

  afterAll(async () => {
    await service.close();
    issuer.close();
  });

  function tokenOf(role: Role): string {
    return tokens.get(role) ?? '';
  }

  async function ask(route: Route, role: Role, address: string, body: object | null, version = '999'): Promise<number> {
    const { status } = await call(service.url, address, {
      method: route.method,
      token: tokenOf(role),
      headers: { 'if-match': `"${version}"` },
      ...(body === null ? {} : { body }),
    });
    return status;
  }

  function wordFor(action: Action, role: Role) {
    return EXPECTED[action][role];
  }

  /**
   * For each role, everything of the first route of each expectation. Of others, that expect the same of the same records,
   * and of who never may, whatever the record, every seventh record, each time others.
   */
  function walked<Kind extends object>(routes: readonly Route[], records: readonly Kind[]) {
    return routes.flatMap((route, place) => {
      return ROLES.flatMap((role) => {
        const word = wordFor(route.action, role);
        const isFirst = routes.findIndex(({ action }) => wordFor(action, role) === word) === place;
        const isWhole = records.length < EVERY || (isFirst && word !== 'never');
        const ofRoute = records.filter((_record, index) => isWhole || (index + place) % EVERY === 0);
        return ofRoute.map((record) => ({ route, role, record }));
      });
    });
  }

  function keyOf({ method, path }: Route): string {
    return `${method} ${path}`;
  }

  it('has a row for every action and a column for every role', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...ACTIONS].sort());
    for (const row of Object.values(EXPECTED)) expect(Object.keys(row).sort()).toEqual([...ROLES].sort());
  });

  it('of cases', async () => {
    const routes = ROUTES.filter(
      ({ path }) => path.includes('/cases/:id') && path !== SIGN_OFF && !NAMES_ANOTHER.test(path),
    );
    const known = routes.filter((route) => route.method === 'GET' || keyOf(route) in BODIES);
    const all = walked(known, cases);
    await inParallel(all, async ({ route, role, record }) => {
      const expected = expectedOfCase(wordFor(route.action, role), role, record);
      if (expected === 'allowed' && OF_EVENTS.test(route.path)) return;
      const address = route.path.replace(':id', record.id);
      const status = await ask(route, role, address, BODIES[keyOf(route)] ?? null);
      walk.note(`${role} ${keyOf(route)} ${JSON.stringify(record)}`, expected, status);
    });
    expect(known.length).toBeGreaterThan(8);
    expect(walk.newDifferences()).toEqual([]);
  }, 300_000);

  it('of referrals', async () => {
    const routes = ROUTES.filter(({ path }) => path.includes('/referrals/:reference'));
    const known = routes.filter((route) => route.method === 'GET' || keyOf(route) in BODIES);
    for (const { route, role, record } of walked(known, referrals)) {
      const isOpen = record.closing === 'open';
      if (FOR_RESTRICTED.test(route.path) && isOpen && keyOf(route) !== `POST ${LIFT}`) continue;
      const address = route.path.replace(':reference', record.reference);
      const status = await ask(route, role, address, BODIES[keyOf(route)] ?? null);
      const expected = expectedOfReferral(wordFor(route.action, role), role, record);
      walk.note(`${role} ${keyOf(route)} ${JSON.stringify(record)}`, expected, status);
    }
    expect(walk.newDifferences()).toEqual([]);
  }, 60_000);

  it('of restrictions to be lifted', async () => {
    const route: Route = { method: 'DELETE', path: LIFT, action: 'case.restrict' };
    for (const { role, record } of walked([route], referrals)) {
      if (record.closing === 'open') continue;
      const status = await ask(route, role, LIFT.replace(':reference', record.reference), { reason: 'Test.' });
      walk.note(
        `${role} lifts ${JSON.stringify(record)}`,
        expectedOfReferral(wordFor(route.action, role), role, record),
        status,
      );
      if (status < 300) await openTo(service.database, cases);
    }
    expect(walk.newDifferences()).toEqual([]);
  }, 60_000);

  it('of the glass that hides a record', async () => {
    const route: Route = { method: 'POST', path: BREAK_GLASS, action: 'record.break_glass' };
    for (const { role, record } of walked([route], referrals)) {
      const body = { reference: record.reference, reason: 'Twenty characters of a reason.' };
      const status = await ask(route, role, BREAK_GLASS, body);
      const isThere = record.place === 'other_authority' ? 'hidden' : 'allowed';
      const expected: Verdict = wordFor(route.action, role) === 'never' ? 'refused' : isThere;
      walk.note(`${role} breaks the glass of ${JSON.stringify(record)}`, expected, status);
      if (status < 300) await openTo(service.database, cases);
    }
    expect(walk.newDifferences()).toEqual([]);
  }, 60_000);

  it('of reviews and alerts, one’s own and others’', async () => {
    const about = await service.database.query<{ id: string; opening: string; place: string; by: string }>(
      'admin',
      OVERSIGHT,
    );
    for (const { id, opening, place, by } of about) {
      for (const role of ROLES) {
        const isMine = by === ME;
        const isThere = place === 'larkshire';
        const review = await ask(
          { method: 'POST', path: '', action: 'break_glass.review' },
          role,
          `/api/v1/break-glass/${opening}/review`,
          { outcome: 'justified', note: 'Test.' },
        );
        const seen: Verdict = isThere ? 'allowed' : 'hidden';
        const manages = role === 'manager';
        walk.note(`${role} reviews ${by}`, manages ? (isThere && isMine ? 'refused' : seen) : 'refused', review);
        const path = `/api/v1/alerts/${id}/acknowledgement`;
        const done = await ask({ method: 'POST', path, action: 'alert.handle' }, role, path, { note: 'Test.' });
        walk.note(`${role} sees to an alert about ${by}`, manages ? (isMine ? 'hidden' : seen) : 'refused', done);
      }
    }
    expect(about).toHaveLength(3);
    expect(walk.newDifferences()).toEqual([]);
  });

  it('of decisions to sign, one’s own and others’', async () => {
    const route: Route = { method: 'POST', path: SIGN_OFF, action: 'decision.sign_off' };
    const body = { outcome: 'returned', reason: 'Test.' };
    await inParallel(walked([route], cases), async ({ role, record }) => {
      const status = await ask(route, role, SIGN_OFF.replace(':id', record.id), body, '1');
      const expected = expectedOfCase(wordFor(route.action, role), role, record);
      walk.note(`${role} signs ${JSON.stringify(record)}`, expected, status);
    });
    expect(walk.newDifferences()).toEqual([]);
  }, 60_000);

  it('of everything that is about no record, and about records that are not there', async () => {
    const routes = ROUTES.filter(({ path }) => !/\/(cases\/:id|referrals\/:reference)/.test(path));
    await inParallel(walked(routes, [{}]), async ({ route, role }) => {
      const address = route.path.replaceAll(/:\w+/g, randomUUID());
      const status = await ask(route, role, address, route.method === 'GET' ? null : {});
      const isRefused = wordFor(route.action, role) === 'never';
      walk.note(
        `${role} ${keyOf(route)}`,
        isRefused ? 'refused' : 'allowed',
        status === 404 || status === 415 ? 422 : status,
      );
    });
    expect(walk.newDifferences()).toEqual([]);
  }, 60_000);

  it('differs from the table nowhere', () => {
    console.log(`${String(walk.combinations)} combinations, ${String(walk.differing)} differ`);

    expect(walk.combinations).toBeGreaterThan(6_000);
    expect(walk.differing).toBe(0);
  });
});

/** Of each person one, and one of another authority. */
const OVERSIGHT = `WITH opened AS (
    INSERT INTO break_glass (id, authority_id, referral_id, reference, opened_by, opened_by_name, reason, opened_at,
      expires_at, review_due_at)
    SELECT gen_random_uuid(), r.authority_id, r.id, r.reference, p.person, 'Somebody', 'Twenty characters of a reason.',
      now(), now() + interval '1 hour', now() + interval '1 day'
    FROM (VALUES ('larkshire', '${ME}'), ('larkshire', 'another'), ('elsewhere', 'another')) AS p (place, person)
    CROSS JOIN LATERAL (SELECT * FROM referral WHERE authority_id = p.place LIMIT 1) r RETURNING *)
  INSERT INTO alert (id, authority_id, kind, person_id, person_name, case_ids, break_glass_id, raised_at)
  SELECT gen_random_uuid(), authority_id, 'break_glass', opened_by, opened_by_name, '{}', id, now() FROM opened
  RETURNING id, break_glass_id AS opening, authority_id AS place, person_id AS by`;
