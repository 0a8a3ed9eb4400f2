import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { previousRelease } from '../support/previous-release.ts';
import { contractionsIn } from './expand-only.ts';

const NEW = readdirSync('migrations').filter(
  (file) => /^\d+-/.test(file) && file.slice(0, 13) > previousRelease().newestMigration,
);

describe('a migration that the previous release has to live with', () => {
  it.each(NEW)('only adds: %s', (file) => {
    expect(contractionsIn(readFileSync(`migrations/${file}`, 'utf8'))).toEqual([]);
  });

  it.each([
    'ALTER TABLE referral DROP COLUMN flags;',
    'DROP TABLE outbox_message;',
    'ALTER TABLE referral RENAME COLUMN flags TO questions;',
    'ALTER TABLE referral ALTER COLUMN flags TYPE text;',
    'ALTER TABLE referral ALTER COLUMN channel SET NOT NULL;',
    'ALTER TABLE referral ADD COLUMN colour text NOT NULL;',
    'ALTER TABLE referral ADD CHECK (octet_length(reference) > 4);',
    'CREATE UNIQUE INDEX one_reference ON referral (reference);',
    'REVOKE INSERT ON referral FROM front_door_api;',
    'DELETE FROM worklist_change;',
  ])('may not say: %s', (sql) => {
    expect(contractionsIn(sql)).toHaveLength(1);
  });

  it.each([
    'ALTER TABLE referral ADD COLUMN colour text;',
    "ALTER TABLE referral ADD COLUMN colour text NOT NULL DEFAULT 'none';",
    "ALTER TABLE referral ADD COLUMN colour text; ALTER TABLE referral ADD CHECK (colour <> '');",
    'CREATE TABLE colour (id uuid PRIMARY KEY); CREATE UNIQUE INDEX one_colour ON colour (id);',
    'CREATE INDEX referral_colour ON referral (reference); -- DROP TABLE referral',
  ])('may say: %s', (sql) => {
    expect(contractionsIn(sql)).toEqual([]);
  });
});
