import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseDetailResponse, WorklistResponse } from '../../../apps/api/cases/case.response.ts';
import { type Answer, call } from '../../support/http.ts';

/** How often somebody looks at the worklist and takes the next case. */
const EVERY_MS = 1_000;

/** A social worker who looks at the list, opens the first case that nobody holds, claims it, and decides as proposed. */
export class StaffAtWork {
  readonly errors: string[] = [];
  decided = 0;
  /** Changes that came after somebody else's, and were told so. */
  late = 0;
  private wanted = true;
  private readonly working: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.wanted = false;
    await this.working;
  }

  private async work(): Promise<void> {
    while (this.wanted) {
      try {
        await this.takeOne();
      } catch (error: unknown) {
        this.errors.push(String(error));
      }
      await sleep(EVERY_MS);
    }
  }

  private async takeOne(): Promise<void> {
    const list = await this.ask<WorklistResponse>('');
    const next = list.body.cases.find((one) => one.claimedBy === null && one.proposed !== null);
    if (next === undefined) return;
    const path = `/${next.id}`;
    const { version } = (await this.ask<CaseDetailResponse>(path)).body;
    if (!(await this.change(`${path}/claim`, version, {}))) return;
    const { version: claimed } = (await this.ask<CaseDetailResponse>(path)).body;
    const decision = { kind: 'confirm', rationale: 'As proposed.' };
    if (await this.change(`${path}/decision`, claimed, decision)) this.decided += 1;
  }

  private async ask<Body>(path: string): Promise<Answer<Body>> {
    return checked(await call<Body>(this.url, `/api/v1/cases${path}`, { token: this.token }));
  }

  /** Whether it was done: a colleague, or the rules, may have been quicker. */
  private async change(path: string, version: number, body: object): Promise<boolean> {
    const headers = { 'if-match': `"${String(version)}"` };
    const given = { method: 'POST', token: this.token, headers, body };
    const answer = await call(this.url, `/api/v1/cases${path}`, given);
    if (TOO_LATE.has(answer.status)) {
      this.late += 1;
      return false;
    }
    checked(answer);
    return true;
  }
}

const TOO_LATE = new Set([409, 412]);

function checked<Body>(answer: Answer<Body>): Answer<Body> {
  if (answer.status >= 400) throw new Error(`${String(answer.status)} ${answer.text.slice(0, 200)}`);
  return answer;
}
