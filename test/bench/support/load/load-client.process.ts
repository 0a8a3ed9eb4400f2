/** The process of `LoadClient`. */
import { answerPlans } from '../forked.ts';
import type { LoadPlan } from './load-plan.ts';
import { Sender } from './sender.ts';

answerPlans((plan: LoadPlan) => new Sender(plan).run());
