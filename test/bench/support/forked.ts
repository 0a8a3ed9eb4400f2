import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of the bench in a process of its own that is given a plan and answers with a result, one at a time. */
export class Forked<Plan extends object, Result> {
  private constructor(private readonly child: ChildProcess) {}

  /** `program` is a compiled `….process.js`; it says something when it is ready. */
  static async start<Plan extends object, Result>(program: string): Promise<Forked<Plan, Result>> {
    // Keeps what is not a number.
    const child = fork(program, { execArgv: [], serialization: 'advanced' });
    await once(child, 'message');
    return new Forked(child);
  }

  /** @throws Error when the process ends before it has answered. */
  async work(plan: Plan): Promise<Result> {
    const given = new AbortController();
    const { signal } = given;
    const ended = once(this.child, 'exit', { signal }).then(() => {
      throw new Error('A process of the bench ended before its time.');
    });
    const answer = once(this.child, 'message', { signal }) as Promise<[Result]>;
    this.child.send(plan);
    try {
      const [result] = await Promise.race([answer, ended]);
      return result;
    } finally {
      given.abort();
      await Promise.allSettled([answer, ended]);
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

/** Of the program's side: answers each plan with what `work` makes of it. */
export function answerPlans<Plan, Result>(work: (plan: Plan) => Promise<Result>): void {
  process.on('message', (plan: Plan) => {
    void work(plan).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
