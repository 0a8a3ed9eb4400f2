import type { Environment } from '../config/environment.ts';

/** What is counted, and about whom. Each has a bucket of its own: one agency's flood empties nobody else's. */
export const LIMIT_NAMES = ['address', 'person', 'submissions', 'uploads', 'sign_ins', 'public_forms'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

export interface LimitPlan {
  /** Requests allowed in a window. */
  readonly points: number;
  /** Length of the window in seconds. */
  readonly window: number;
  /** Requests beyond, allowed in ten windows together: a morning's backlog sent at once. */
  readonly burst: number;
}

/** The limits as the settings have them. */
export function limitPlans(environment: Environment): Readonly<Record<LimitName, LimitPlan>> {
  const plan = (points: number, burst = 0): LimitPlan => ({ points, burst, window: environment.RATE_WINDOW_SECONDS });
  return {
    address: plan(environment.RATE_PER_ADDRESS),
    person: plan(environment.RATE_PER_PERSON),
    submissions: plan(environment.RATE_SUBMISSIONS, environment.RATE_SUBMISSIONS_BURST),
    uploads: plan(environment.RATE_UPLOADS),
    sign_ins: plan(environment.RATE_FAILED_SIGN_INS),
    public_forms: plan(environment.RATE_PUBLIC_FORMS),
  };
}
