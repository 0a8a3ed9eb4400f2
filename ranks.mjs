/**
 * The house in one table: a library imports only libraries of strictly lower rank; seven are pure. Read by the linter and
 * by the architecture tests.
 */
export const RANKS = {
  domain: 0,
  facts: 1,
  rules: 1,
  pathways: 1,
  deadlines: 1,
  'access-policy': 1,
  redaction: 1,
  platform: 2,
  jobs: 3,
  vault: 3,
  outbox: 4,
  audit: 5,
  'nation-packs': 5,
  messages: 5,
  'rule-sets': 6,
  'sign-in': 6,
  people: 6,
  clocks: 6,
  intake: 7,
  history: 7,
  triage: 8,
  'case-access': 8,
  drafts: 8,
  family: 9,
  enquiries: 9,
  decisions: 10,
  challenges: 11,
  chronology: 11,
  quality: 11,
  notifications: 12,
  retention: 12,
  reporting: 12,
};

export const PURE = ['domain', 'facts', 'rules', 'pathways', 'deadlines', 'access-policy', 'redaction'];

/** The one package that pure libraries may use: the language's own date arithmetic, ahead of the engines (ADR 0009). */
export const PURE_PACKAGES = ['temporal-polyfill'];

export const APPS = ['api', 'cli', 'standalone', 'web', 'worker'];

/** What an app may import of other apps: the standalone app is the others in one process. */
export const APP_IMPORTS = {
  api: [],
  web: [],
  worker: [],
  standalone: ['api', 'web', 'worker'],
  cli: ['standalone'],
};
