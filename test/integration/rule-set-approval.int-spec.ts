import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt } from '../support/engine-attempts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const VERSION = '11111111-0000-4000-8000-000000000001';
const SAFE = '22222222-0000-4000-8000-000000000001';
const UNSAFE = '22222222-0000-4000-8000-000000000002';
const EVEN = '33333333-0000-4000-8000-000000000001';
const UNEVEN = '33333333-0000-4000-8000-000000000002';
const RUNNING = '33333333-0000-4000-8000-000000000003';

/** Content of a rule set as the database keeps it: text under its own hash. */
const CONTENT = `'{"rules":"these"}'`;
const HASH = `encode(sha256(convert_to(${CONTENT}, 'UTF8')), 'hex')`;
const OTHER = `'{"rules":"others"}'`;
const OTHER_HASH = `encode(sha256(convert_to(${OTHER}, 'UTF8')), 'hex')`;

function job(id: string, kind: string, outcome: string | null): string {
  const ended = outcome === null ? `'running', NULL` : `'done', '${outcome}'`;
  return `INSERT INTO rule_set_job (id, authority_id, version_id, hash, kind, state, outcome, requested_by, requested_by_name,
      requested_at) VALUES ('${id}', 'larkshire', '${VERSION}', ${HASH}, '${kind}', ${ended}, 'author', 'Author', now());
    INSERT INTO backtest_reading (job_id, person_id, opened_at) VALUES ('${id}', 'second', now());`;
}

const GROUND = `
  SET front_door.authority = 'larkshire';
  INSERT INTO rule_set_content (hash, rule_set_id, version, content) VALUES (${HASH}, 'x', '1', ${CONTENT}), (${OTHER_HASH}, 'x', '2', ${OTHER});
  INSERT INTO rule_set_version (id, authority_id, rule_set_id, label, title, hash, origin, change_note, editors, author_name, created_at,
    changed_at, revision)
  VALUES ('${VERSION}', 'larkshire', 'x', '1', 'Rules', ${HASH}, 'copied', '', '{author,helper}', 'Author', now(), now(), 1);
  ${job(SAFE, 'verify', 'safe')} ${job(UNSAFE, 'verify', 'unsafe')}
  ${job(EVEN, 'backtest', 'even')} ${job(UNEVEN, 'backtest', 'uneven')} ${job(RUNNING, 'backtest', null)}`;

interface Approval {
  readonly hash?: string;
  readonly editors?: string;
  readonly verification?: readonly [id: string, outcome: string];
  readonly backtest?: readonly [id: string, outcome: string];
  readonly justification?: string;
  readonly by?: string;
}

function approval(given: Approval = {}): string {
  const { hash = HASH, editors = '{author,helper}', by = 'second', justification } = given;
  const [verificationId, verified] = given.verification ?? [SAFE, 'safe'];
  const [backtestId, backtested] = given.backtest ?? [EVEN, 'even'];
  const why = justification === undefined ? 'NULL' : `'${justification}'`;
  return `INSERT INTO rule_set_approval VALUES ('${VERSION}', ${hash}, '${editors}', '${verificationId}', '${verified}',
    '${backtestId}', '${backtested}', ${why}, '${by}', 'Somebody', now())`;
}

function activation(from = 'current_date'): string {
  return `INSERT INTO rule_set_activation (id, authority_id, version_id, hash, area, from_date, activated_by, activated_by_name,
    activated_at) VALUES (gen_random_uuid(), 'larkshire', '${VERSION}', ${HASH}, '*', ${from}, 'x', 'X', now())`;
}

describe('the database, whoever asks, refuses', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('admin', GROUND);
  }, 60_000);

  afterAll(async () => {
    await database.drop();
  });

  it('nothing of an approval by a second person of a safe, even and read content', async () => {
    expect(await attempt(database, 'api', approval())).toMatchObject({ refused: null, rows: 1 });
    expect(await attempt(database, 'api', approval(), activation())).toMatchObject({ refused: null, rows: 1 });
  });

  it.each<readonly [string, string, Approval]>([
    ['one by its author', CHECK, { by: 'author' }],
    ['one by anybody who changed it', CHECK, { by: 'helper' }],
    ['one that hides who changed it', FOREIGN_KEY, { editors: '{author}', by: 'helper' }],
    ['one of a content that was not proved', FOREIGN_KEY, { hash: OTHER_HASH }],
    ['one of a content that was found unsafe', CHECK, { verification: [UNSAFE, 'unsafe'] }],
    ['one that calls an unsafe content safe', FOREIGN_KEY, { verification: [UNSAFE, 'safe'] }],
    ['one on a backtest that has not ended', FOREIGN_KEY, { backtest: [RUNNING, 'even'] }],
    ['one on an uneven backtest without a justification', CHECK, { backtest: [UNEVEN, 'uneven'] }],
    ['one with a justification of a few words', CHECK, { backtest: [UNEVEN, 'uneven'], justification: 'It is fair.' }],
    ['one that calls an uneven backtest even', FOREIGN_KEY, { backtest: [UNEVEN, 'even'] }],
    ['one by a person who never opened the list of who would go lower', FOREIGN_KEY, { by: 'third' }],
  ])('an approval: %s', async (_what, code, given) => {
    expect(await attempt(database, 'api', approval(given))).toEqual({ refused: code, rows: 0 });
  });

  it('an activation of what nobody approved', async () => {
    expect(await attempt(database, 'api', activation())).toEqual({ refused: FOREIGN_KEY, rows: 0 });
  });

  it('an activation in the past', async () => {
    expect(await attempt(database, 'api', approval(), activation(`date '2020-01-01'`))).toEqual({
      ...{ refused: CHECK, rows: 0 },
    });
  });

  it('a change of what was approved', async () => {
    const change = `UPDATE rule_set_version SET hash = ${OTHER_HASH} WHERE id = '${VERSION}'`;
    expect(await attempt(database, 'api', approval(), change)).toEqual({ refused: FOREIGN_KEY, rows: 0 });
  });
});
