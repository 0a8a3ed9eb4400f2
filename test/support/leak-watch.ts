import { type Answer, call, type Call } from './http.ts';
import type { TestDatabase } from './test-database.ts';

/** Names, an address and identifiers that stand in a referral and in what staff write about it, all invented. */
export const PLANTED = {
  givenName: 'Zebedee-Canary',
  familyName: 'Quillfeather-Canary',
  street: '7 Canarysong Passage',
  postcode: 'LK7 7ZZ',
  nhsNumber: '943 476 5919',
  upn: 'A801200001001',
  telephone: '01632 960777',
  email: 'zebedee.canary@example.org',
  staffText: 'Quillfeather-Canary told me so',
} as const;

/** However somebody might have written them: spaces out, small letters, encoded in an address. */
const NEEDLES: readonly string[] = Object.values(PLANTED).flatMap((text) => {
  const plain = text.toLowerCase();
  const spellings = [plain, encodeURIComponent(plain), plain.replaceAll(' ', '+')];
  return /\d{4}|lk7/.test(plain.replaceAll(' ', '')) ? [...spellings, plain.replaceAll(' ', '')] : spellings;
});

/** The planted texts that a haystack holds. */
export function plantedIn(haystack: string): string[] {
  const text = haystack.toLowerCase();
  return [...new Set(NEEDLES.filter((needle) => text.includes(needle)))];
}

/** Calls the API and keeps what must hold no personal data: addresses, headers, and the bodies of refusals. */
export class LeakWatch {
  readonly addresses: string[] = [];
  readonly headers: string[] = [];
  readonly refusals: string[] = [];

  constructor(private readonly url: string) {}

  async call<Body>(path: string, options: Call = {}): Promise<Answer<Body>> {
    const answer = await call<Body>(this.url, path, options);
    this.addresses.push(path);
    this.headers.push(JSON.stringify([...answer.headers]));
    if (answer.status >= 400) this.refusals.push(answer.text);
    return answer;
  }
}

/** Everything that queues and messages hold, as text, table by table. */
export async function queuesAndMessages(database: TestDatabase): Promise<Map<string, string>> {
  const tables = await database.query<{ name: string }>(
    'admin',
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'bullmq' OR tablename IN ('outbox_message', 'webhook_delivery', 'message', 'message_delivery', 'rule_set_job', 'audit_event', 'rate_limit')
     ORDER BY 1`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>('admin', `SELECT t::text AS text FROM ${name} t`);
    texts.set(name, rows.map((row) => row.text).join('\n'));
  }
  return texts;
}
