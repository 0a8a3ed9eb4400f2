import type { ReferralDocument } from '#domain';
import type { Receipt } from '#intake';
import type { Problem } from '#platform';
import { type Answer, call, type Call } from './http.ts';
import { aReferral } from './referral-builder.ts';
import type { TestService } from './test-service.ts';

export const AGENCY = 'larkbridge-primary';
export const REASON = 'A colleague’s nephew is at risk tonight.';

let strangers = 0;

const FAMILIES = ['ck', 'lough', 'mont', 'stow', 'gard', 'quist', 'thorpe', 'zell'];

/** A child and a household that nobody has heard of: a restriction is handed down to whoever is alike. */
export function aStranger(): ReferralDocument {
  strangers += 1;
  const name = {
    givenName: `Stranger ${String(strangers)}`,
    familyName: `Newby${FAMILIES[strangers % FAMILIES.length] ?? ''}`,
  };
  const address = { lines: [`${String(strangers)} Long Lane`], postcode: 'LK7 7ZZ' };
  // Nobody whom the rules would take for another: of one name and birth date, and of one mother, they would match.
  const dateOfBirth = new Date(Date.UTC(2009, strangers * 3, 1 + ((strangers * 11) % 28))).toISOString().slice(0, 10);
  const people = [
    { name: `Parent ${String.fromCharCode(65 + (strangers % 26))}${String(strangers)}`, relationship: 'mother' },
  ];
  return aReferral({ children: [{ ref: 'c1', ...name, address, dateOfBirth }], household: { people } });
}

/** The people of the demonstration at their work over HTTP, by their ids. */
export class Staff {
  private readonly tokens = new Map<string, string>();

  constructor(readonly service: TestService) {}

  async as<Body = Problem>(who: string, path: string, options: Omit<Call, 'token'> = {}): Promise<Answer<Body>> {
    return call<Body>(this.service.url, path, { ...options, token: await this.tokenOf(who) });
  }

  async statusFor(who: string, path: string, options: Omit<Call, 'token'> = {}): Promise<number> {
    return (await this.as(who, path, options)).status;
  }

  /** Sends a referral; its reference and the ids of its cases in the order of its children. */
  async refer(document: ReferralDocument): Promise<{ reference: string; caseIds: string[] }> {
    const { body } = await this.as<Receipt>(AGENCY, '/api/v1/referrals', { body: document });
    const rows = await this.service.database.query<{ id: string }>('admin', CASES, [body.reference]);
    return { reference: body.reference, caseIds: rows.map(({ id }) => id) };
  }

  /** Everybody has signed in and looked around once: only people who have can be named. */
  async haveLooked(...people: readonly string[]): Promise<void> {
    for (const who of people) await this.as(who, '/api/v1/cases?limit=1');
  }

  /** The manager closes it to everybody but these and themselves. */
  restrict(reference: string, people: readonly string[], by = 'manager'): Promise<Answer<Problem>> {
    const body = { reasonCode: 'staff_family', reason: 'The child of a colleague.', people };
    return this.as(by, `/api/v1/referrals/${reference}/restriction`, { body });
  }

  private async tokenOf(who: string): Promise<string> {
    const isAgency = who.includes('larkbridge') || who.includes('larkshire') || who.includes('harbour');
    const token =
      this.tokens.get(who) ?? (await (isAgency ? this.service.agencyToken(who) : this.service.staffToken(who)));
    this.tokens.set(who, token);
    return token;
  }
}

const CASES = `SELECT c.id FROM case_record c JOIN referral r ON r.id = c.referral_id
  WHERE r.reference = $1 ORDER BY c.child_index`;
