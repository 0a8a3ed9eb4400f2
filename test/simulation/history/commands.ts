import fc, { type AsyncCommand } from 'fast-check';
import type { Lane, Level } from '#domain';
import type { Cut } from '../database/sim-database.ts';
import type { DocumentKind } from '../service/documents.ts';
import { PROCESSES, type ProcessName } from '../service/sim-service.ts';

/** What a history can do to a service: the simulated one, or the real one on PostgreSQL. */
export interface Service {
  submit(sending: Sending, api: number): void;
  /** `twice`: pressed twice, from the same reading of the case. */
  decide(choice: DecisionMade, api: number): void;
  signOff(choice: SignOffMade, api: number): void;
  learn(about: About, api: number): void;
  /** Two people at once, through both processes. */
  attach(about: About, api: number): void;
  activate(which: number, api: number): void;
  rollBack(api: number): void;
  wake(lane: Lane): void;
  loseWakeUps(): void;
  doubleWakeUps(): void;
  breakAfter(name: ProcessName, steps: number, end: 'kill' | 'freeze'): void;
  thaw(name: ProcessName): void;
  cutCommit(cut: Cut): void;
  wait(ms: number): void;
  /** Lets the others take so many turns. */
  watch(turns: number): Promise<void>;
}

export interface Sending {
  readonly kind: DocumentKind;
  /** One of a few keys, so that the same is sent again; `null` for none. */
  readonly key: number | null;
  /** Another body under the same key. */
  readonly isOther: boolean;
}

export interface About {
  /** Which case, counted among those that are there. */
  readonly which: number;
  readonly what: number;
}

export interface DecisionMade {
  readonly which: number;
  readonly outcome: Level | 'confirm';
  readonly person: number;
  readonly twice: boolean;
}

export interface SignOffMade {
  readonly which: number;
  readonly outcome: 'sign' | 'return';
  readonly person: number;
  readonly twice: boolean;
}

export type Command = AsyncCommand<object, Service>;

/** One step of a history; whatever it sets off goes on beside the steps that follow. */
function command(name: string, run: (service: Service) => void | Promise<void>): Command {
  return {
    check: () => true,
    run: async (_, service) => {
      await run(service);
    },
    toString: () => name,
  };
}

const api = fc.nat({ max: 1 });
const which = fc.nat({ max: 5 });
const twice = fc.boolean();
const process = fc.constantFrom(...PROCESSES);
const steps = fc.integer({ min: 1, max: 30 });
const kinds: DocumentKind[] = ['plain', 'plain', 'plain', 'red', 'red', 'twins', 'twins', 'poison'];
const sending = fc.record({
  kind: fc.nat({ max: 24 }).map((at) => (at === 24 ? 'killer' : (kinds[at % kinds.length] ?? 'plain'))),
  key: fc.option(fc.nat({ max: 3 }), { freq: 5 }),
  isOther: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

const submissions = fc.tuple(fc.array(sending, { minLength: 1, maxLength: 4 }), api).map(([sent, to]) =>
  command(`submit ${JSON.stringify(sent)} to ${to}`, (service) => {
    for (const each of sent) service.submit(each, to);
  }),
);

const decisions = fc
  .tuple(
    fc.record({
      which,
      outcome: fc.constantFrom<DecisionMade['outcome']>('confirm', 'universal', 'statutory_need'),
      person: api,
      twice,
    }),
    api,
  )
  .map(([made, at]) =>
    command(`decide ${JSON.stringify(made)}`, (service) => {
      service.decide(made, at);
    }),
  );

const signOffs = fc
  .tuple(fc.record({ which, outcome: fc.constantFrom('sign', 'sign', 'return'), person: api, twice }), api)
  .map(([made, at]) =>
    command(`sign off ${JSON.stringify(made)}`, (service) => {
      service.signOff(made, at);
    }),
  );

const learned = fc
  .tuple(fc.record({ which, what: api }), api, fc.constantFrom('learn', 'attach'))
  .map(([about, at, how]) =>
    command(`${how} ${JSON.stringify(about)}`, (service) => {
      service[how](about, at);
    }),
  );

const activations = fc.tuple(fc.nat({ max: 2 }), api).map(([set, at]) =>
  command(set === 2 ? 'roll back' : `activate ${set}`, (service) => {
    if (set === 2) service.rollBack(at);
    else service.activate(set, at);
  }),
);

const waits = fc.constantFrom(5, 300, 1_100, 2_500, 4_500).map((ms) =>
  command(`wait ${ms} ms`, (service) => {
    service.wait(ms);
  }),
);

const watches = fc
  .constantFrom(1, 4, 15, 50, 150)
  .map((turns) => command(`watch ${turns} turns`, (service) => service.watch(turns)));

const breaks = fc.tuple(process, steps, fc.constantFrom('kill', 'freeze')).map(([name, after, end]) =>
  command(`${end} ${name} in ${after} steps`, (service) => {
    service.breakAfter(name, after, end);
  }),
);

const mends = process.map((name) =>
  command(`thaw ${name}`, (service) => {
    service.thaw(name);
  }),
);

const queueFaults = fc.constantFrom('lose', 'double', 'urgent', 'standard').map((what) =>
  command(`wake-ups: ${what}`, (service) => {
    if (what === 'lose') service.loseWakeUps();
    else if (what === 'double') service.doubleWakeUps();
    else service.wake(what);
  }),
);

const cuts = fc.constantFrom<Cut>('before', 'after').map((cut) =>
  command(`cut ${cut} the next commit`, (service) => {
    service.cutCommit(cut);
  }),
);

/** Faults are as likely as work, and time passes often. */
export const ANY_COMMAND: fc.Arbitrary<Command>[] = [
  ...[submissions, submissions, decisions, decisions, signOffs, learned, learned, activations],
  ...[waits, waits, watches, watches, watches, watches, watches, breaks, breaks, mends, queueFaults, cuts],
];
