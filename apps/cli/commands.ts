import { writeFile } from 'node:fs/promises';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import { createRoles, type DatabaseAddress, databaseAddress, environmentOfProcess, migrate } from '#platform';
import { EXPORT_EVIDENCE_USAGE, exportEvidence } from './audit/export-evidence.ts';
import { VERIFY_AUDIT_USAGE, verifyAudit } from './audit/verify-audit.ts';
import { BACKTEST_USAGE, runBacktestCommand } from './backtest.ts';
import { errorCatalogue } from './error-catalogue.ts';
import { keysCommand } from './keys-command.ts';
import { partnerToken } from './partner-token.ts';
import { GOVERNANCE_USAGE, governanceCommand } from './governance/governance-command.ts';
import { refreshBankHolidays } from './refresh-bank-holidays.ts';
import { registerAgencies } from './register-agencies.ts';
import { rulesCommand } from './rules/rules-command.ts';
import { runVignettes } from './run-vignettes.ts';
import { needed } from './setting.ts';

export interface Command {
  readonly usage: string;
  /** Resolves to the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const HOLIDAYS_FILE = 'libs/deadlines/bank-holidays.data.ts';
const HOLIDAYS_SOURCE = 'https://www.gov.uk/bank-holidays.json';

/** Operator commands. Settings that are secrets come from the environment, never from the command line. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'create-roles': {
    usage: 'create the database and its three roles (ADMIN_DATABASE_URL, DATABASE_NAME, *_PASSWORD)',
    run: async () => {
      await createRoles(addressIn('ADMIN_DATABASE_URL'), needed('DATABASE_NAME'), {
        owner: needed('OWNER_PASSWORD'),
        api: needed('API_PASSWORD'),
        engine: needed('ENGINE_PASSWORD'),
      });
      return say('Roles and database are there.');
    },
  },
  migrate: {
    usage: 'bring the schema up to date (MIGRATION_DATABASE_URL, as the owner)',
    run: async () => {
      const owner = addressIn('MIGRATION_DATABASE_URL');
      const run = await migrate(owner, migrations);
      await prepareQueueSchema(owner);
      return say(run.length === 0 ? 'The schema is up to date.' : `Ran ${run.join(', ')}.`);
    },
  },
  'register-agencies': {
    usage: "enter an authority's partner agencies as its pack lists them (DATABASE_URL): register-agencies <authority>",
    run: async ([authority]) => {
      if (authority === undefined) throw new Error('Name the authority.');
      return say(`Registered ${await registerAgencies(authority)} agencies of ${authority}.`);
    },
  },
  'partner-token': {
    usage:
      "print a partner system's bearer token (PARTNER_KEY_FILE, OIDC_ISSUER; or the demonstration): partner-token <agency>",
    run: async ([agency]) => {
      if (agency === undefined) throw new Error('Name the agency.');
      return say(await partnerToken(agency));
    },
  },
  'refresh-bank-holidays': {
    usage: 'take over the official bank holidays, from GOV.UK or from a file given',
    run: async ([source = HOLIDAYS_SOURCE]) => say(await refreshBankHolidays(source, HOLIDAYS_FILE)),
  },
  'error-catalogue': {
    usage: 'write docs/errors.md from the code',
    run: async () => {
      await writeFile('docs/errors.md', errorCatalogue());
      return say('Wrote docs/errors.md.');
    },
  },
  keys: {
    usage: 'how many records each key wraps (DATABASE_URL, FIELD_KEYS): keys status; a new key for the ring: keys new',
    run: keysCommand,
  },
  'export-evidence': { usage: EXPORT_EVIDENCE_USAGE, run: exportEvidence },
  'verify-audit': { usage: VERIFY_AUDIT_USAGE, run: verifyAudit },
  backtest: { usage: BACKTEST_USAGE, run: runBacktestCommand },
  governance: { usage: GOVERNANCE_USAGE, run: governanceCommand },
  rules: {
    usage:
      'prove, check, compare, export rules; or steps of their life cycle on a service: rules verify|check|diff|export|…',
    run: rulesCommand,
  },
  vignettes: {
    usage: 'send the example referrals through the API and compare what is proposed with what is expected',
    run: () => runVignettes(),
  },
};

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`);
  return 0;
}

function addressIn(setting: string): DatabaseAddress {
  return databaseAddress(needed(setting), environmentOfProcess());
}
