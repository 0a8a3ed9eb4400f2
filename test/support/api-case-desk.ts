import type { Receipt } from '#intake';
import type { Problem } from '#platform';
import type {
  CaseDetailResponse,
  CaseSummaryResponse,
  DecisionResponse,
  WorklistResponse,
} from '../../apps/api/cases/case.response.ts';
import { type Answer, call, eventually } from './http.ts';
import type { TestService } from './test-service.ts';

export type Done<Body> = Answer<Body & Partial<Problem>>;

/** A member of staff at work on cases over HTTP. Reads the case first unless told which version to claim to know. */
export class Desk {
  constructor(
    readonly service: TestService,
    readonly token: string,
  ) {}

  read(id: string): Promise<Answer<CaseDetailResponse>> {
    return call<CaseDetailResponse>(this.service.url, `/api/v1/cases/${id}`, { token: this.token });
  }

  list(query = ''): Promise<Answer<WorklistResponse>> {
    return call<WorklistResponse>(this.service.url, `/api/v1/cases${query}`, { token: this.token });
  }

  claim(id: string, version?: number): Promise<Done<CaseSummaryResponse>> {
    return this.change(id, 'POST', 'claim', undefined, version);
  }

  release(id: string, version?: number): Promise<Done<CaseSummaryResponse>> {
    return this.change(id, 'DELETE', 'claim', undefined, version);
  }

  move(id: string, move: string, reason = 'Because the test says so.'): Promise<Done<CaseSummaryResponse>> {
    return this.change(id, 'POST', 'moves', { move, reason });
  }

  decide(id: string, body: object): Promise<Done<DecisionResponse>> {
    return this.change(id, 'POST', 'decision', body);
  }

  confirm(id: string): Promise<Done<DecisionResponse>> {
    return this.decide(id, { kind: 'confirm', rationale: 'As proposed.' });
  }

  differ(id: string, outcome: string, urgency: string): Promise<Done<DecisionResponse>> {
    return this.decide(id, { kind: 'differ', rationale: 'Not so.', outcome, urgency, overrideReason: 'I know more.' });
  }

  signOff(id: string, outcome: 'signed' | 'returned', reason?: string): Promise<Done<CaseSummaryResponse>> {
    return this.change(id, 'POST', 'sign-off', { outcome, ...(reason === undefined ? {} : { reason }) });
  }

  /** Any other change of a case: the last part of its address, and a body. */
  async change<Body>(
    id: string,
    method: string,
    action: string,
    body: object | undefined,
    version?: number,
  ): Promise<Done<Body>> {
    const known = version ?? (await this.read(id)).body.version;
    return call<Body & Partial<Problem>>(this.service.url, `/api/v1/cases/${id}/${action}`, {
      method,
      token: this.token,
      headers: { 'if-match': `"${String(known)}"` },
      ...(body === undefined ? {} : { body }),
    });
  }
}

export async function staffDesk(service: TestService, id: string): Promise<Desk> {
  return new Desk(service, await service.staffToken(id));
}

/** Sends a referral and returns the ids of its cases, in the order of its children. */
export async function openedCases(desk: Desk, agency: string, document: object): Promise<string[]> {
  const receipt = await call<Receipt>(desk.service.url, '/api/v1/referrals', { token: agency, body: document });
  const rows = await desk.service.database.query<{ id: string }>(
    'admin',
    `SELECT c.id FROM case_record c JOIN referral r ON r.id = c.referral_id WHERE r.reference = $1 ORDER BY c.child_index`,
    [receipt.body.reference],
  );
  return rows.map((row) => row.id);
}

/** As `openedCases` for one child, and waits until the rules have proposed. */
export async function proposedCase(desk: Desk, agency: string, document: object): Promise<string> {
  const [id = ''] = await openedCases(desk, agency, document);
  await eventually(
    () => desk.read(id),
    (answer) => answer.body.proposed !== null,
  );
  return id;
}
