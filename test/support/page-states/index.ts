import { EVERYBODY } from './everybody.ts';
import { MANAGERS } from './managers.ts';
import { PARTNERS } from './partners.ts';
import { WORKERS } from './workers.ts';

/** Every page in every state that it has, by who uses it. */
export const PAGE_STATES = { everybody: EVERYBODY, partners: PARTNERS, workers: WORKERS, managers: MANAGERS };
