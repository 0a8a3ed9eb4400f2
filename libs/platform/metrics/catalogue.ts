/** What a metric is: one that only grows, one that goes up and down, or how long things took. */
export interface MetricDefinition {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Each has few values, known beforehand: routes and codes, never a person, a case or an address. */
  readonly labels: readonly string[];
  /** Upper bounds of a histogram, in seconds. */
  readonly buckets?: readonly number[];
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BY_AUTHORITY = ['authority'] as const;
const BY_LANE = ['lane'] as const;

/** Counted and timed where it happens, in the process that it happens in. */
const COUNTED = {
  front_door_http_request_seconds: {
    kind: 'histogram',
    help: 'How long requests took, by the pattern of their route.',
    labels: ['method', 'route', 'status'],
    buckets: SECONDS,
  },
  front_door_refusals_total: { kind: 'counter', help: 'Requests refused, by error code.', labels: ['code'] },
  front_door_events_total: { kind: 'counter', help: 'Lines of the log, by event.', labels: ['event'] },
  front_door_sweep_found_total: {
    kind: 'counter',
    help: 'Work that the sweep found waiting although it should have been woken for it.',
    labels: ['workload'],
  },
  front_door_proposal_seconds: {
    kind: 'histogram',
    help: 'From the moment work was ready until its proposal was stored.',
    labels: BY_LANE,
    buckets: SECONDS,
  },
} as const satisfies Record<string, MetricDefinition>;

/** Read from the process when somebody asks. */
const OF_PROCESS = {
  front_door_database_connections: {
    kind: 'gauge',
    help: 'Connections of the pool: in use, idle, and callers that wait for one.',
    labels: ['state'],
  },
  front_door_database_connections_most: {
    kind: 'gauge',
    help: 'Connections that the pool may have (DATABASE_POOL).',
    labels: [],
  },
  front_door_bank_holiday_days: {
    kind: 'gauge',
    help: 'Days until due times can no longer be counted, because the bank holidays end.',
    labels: [],
  },
} as const satisfies Record<string, MetricDefinition>;

/** Read from the database by each worker; every worker tells the same. Counts end at 10,000 to stay cheap. */
const OF_DATABASE = {
  front_door_figures_age_seconds: {
    kind: 'gauge',
    help: 'How old the figures are that this worker read from the database.',
    labels: [],
  },
  front_door_outbox_waiting: { kind: 'gauge', help: 'Messages ready and not done.', labels: BY_LANE },
  front_door_outbox_oldest_seconds: {
    kind: 'gauge',
    help: 'For how long the oldest of them has been ready.',
    labels: BY_LANE,
  },
  front_door_relay_lag_seconds: {
    kind: 'gauge',
    help: 'For how long the oldest ready message has waited for any worker to take it.',
    labels: BY_LANE,
  },
  front_door_unproposed_waiting: { kind: 'gauge', help: 'Open cases without a proposal.', labels: BY_AUTHORITY },
  front_door_unproposed_oldest_seconds: {
    kind: 'gauge',
    help: 'How long ago the oldest of them was received.',
    labels: BY_AUTHORITY,
  },
  front_door_triage_failed_waiting: {
    kind: 'gauge',
    help: 'Open cases without a proposal because the rules failed: a person decides by hand.',
    labels: BY_AUTHORITY,
  },
  front_door_overdue_waiting: { kind: 'gauge', help: 'Open cases past a due time.', labels: BY_AUTHORITY },
  front_door_escalations_waiting: {
    kind: 'gauge',
    help: 'Clocks whose next step of escalation is due and not taken.',
    labels: BY_AUTHORITY,
  },
  front_door_escalations_oldest_seconds: {
    kind: 'gauge',
    help: 'For how long the oldest of them has been due.',
    labels: BY_AUTHORITY,
  },
  front_door_unsealed_waiting: {
    kind: 'gauge',
    help: 'Events of the audit trail that are not in the log yet.',
    labels: BY_AUTHORITY,
  },
  front_door_unsealed_oldest_seconds: {
    kind: 'gauge',
    help: 'How long ago the oldest of them happened: the seal lag.',
    labels: BY_AUTHORITY,
  },
  front_door_webhooks_waiting: { kind: 'gauge', help: 'Webhooks not delivered yet.', labels: BY_AUTHORITY },
  front_door_webhooks_oldest_seconds: {
    kind: 'gauge',
    help: 'How long ago what the oldest of them tells of happened.',
    labels: BY_AUTHORITY,
  },
  front_door_messages_waiting: {
    kind: 'gauge',
    help: 'E-mails and text messages that are due and not sent.',
    labels: BY_AUTHORITY,
  },
  front_door_messages_oldest_seconds: {
    kind: 'gauge',
    help: 'For how long the oldest of them has been due.',
    labels: BY_AUTHORITY,
  },
  front_door_attachments_waiting: { kind: 'gauge', help: 'Files in quarantine.', labels: BY_AUTHORITY },
  front_door_attachments_oldest_seconds: {
    kind: 'gauge',
    help: 'How long ago the oldest of them came.',
    labels: BY_AUTHORITY,
  },
  front_door_rule_set_jobs_waiting: { kind: 'gauge', help: 'Verifications and backtests not done.', labels: [] },
  front_door_rule_set_jobs_oldest_seconds: {
    kind: 'gauge',
    help: 'How long ago the oldest of them was asked for.',
    labels: [],
  },
} as const satisfies Record<string, MetricDefinition>;

/** Every metric of the service's own. Prometheus' usual ones of a Node process come beside them. */
export const METRICS = { ...COUNTED, ...OF_PROCESS, ...OF_DATABASE };

export type MetricName = keyof typeof METRICS;
export type CountedName = keyof typeof COUNTED;
export type GaugeName = keyof typeof OF_PROCESS | keyof typeof OF_DATABASE;
