import { call, type Call } from '../../support/http.ts';
import { pause } from '../pause.ts';

/** A decision for which a person saw the service's answer, or its own page after the answer was lost. */
export interface Decided {
  readonly caseId: string;
  readonly by: string;
}

interface Known {
  readonly id: string;
  readonly version: number;
  readonly proposed: object | null;
  readonly claimedBy: { readonly isMe: boolean } | null;
  /** Only of a case that is read by itself. */
  readonly decisions?: readonly object[];
}

const LOOK_AGAIN_MS = 250;
const MOST_TRIES = 20;

/** Social workers who take what the rules proposed and confirm it, one case at a time, whatever happens meanwhile. */
export class Deciders {
  readonly decided: Decided[] = [];
  private running: Promise<unknown> = Promise.resolve();
  private wanted = true;

  constructor(
    private url: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  useAddress(url: string): void {
    this.url = url;
  }

  start(count: number): void {
    this.wanted = true;
    this.running = Promise.all([...this.tokens.keys()].slice(0, count).map((who) => this.keepDeciding(who)));
  }

  async stop(): Promise<void> {
    this.wanted = false;
    await this.running;
  }

  private async keepDeciding(who: string): Promise<void> {
    while (this.wanted) {
      const [next] = (await this.waiting(who)).filter(
        ({ proposed, claimedBy }) => proposed !== null && (claimedBy === null || claimedBy.isMe),
      );
      if (next !== undefined) await this.decide(who, next.id);
      await pause(LOOK_AGAIN_MS);
    }
  }

  private async waiting(who: string): Promise<readonly Known[]> {
    const answer = await this.ask<{ cases?: Known[] }>(who, '?limit=20&state=auto_triaged');
    return answer?.body.cases ?? [];
  }

  /** Reads before each try: what the answer did not say, the record does. */
  private async decide(who: string, id: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const read = await this.ask<Known>(who, `/${id}`);
      if (read?.status === 200) {
        if ((read.body.decisions ?? []).length > 0) {
          this.decided.push({ caseId: id, by: who });
          return;
        }
        const headers = { 'if-match': `"${String(read.body.version)}"` };
        if (read.body.claimedBy === null) await this.ask(who, `/${id}/claim`, { method: 'POST', headers });
        else if (read.body.claimedBy.isMe) await this.ask(who, `/${id}/decision`, { headers, body: CONFIRMED });
        else return;
      }
      await pause(read === null ? LOOK_AGAIN_MS : 0);
    }
  }

  private ask<Body>(who: string, path: string, options: Omit<Call, 'token'> = {}) {
    const token = this.tokens.get(who) ?? '';
    return call<Body>(this.url, `/api/v1/cases${path}`, { ...options, token }).catch(() => null);
  }
}

const CONFIRMED = { kind: 'confirm', rationale: 'As proposed.' };
