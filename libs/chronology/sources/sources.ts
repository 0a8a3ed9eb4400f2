import type { Action } from '#access-policy';
import type { ChronologyCategory } from '../categories.ts';
import type { ChronologySource } from '../reading.ts';
import { challenges } from './challenges.ts';
import { contacts } from './contacts.ts';
import { decisions } from './decisions.ts';
import { enquiries } from './enquiries.ts';
import { incidents } from './incidents.ts';
import { information } from './information.ts';
import { milestones } from './milestones.ts';
import { moves } from './moves.ts';
import { proposals } from './proposals.ts';
import { significantEvents } from './significant-events.ts';

interface Kept {
  readonly source: ChronologySource;
  /** Whose entries it gives: it is not asked where none of them is wanted. */
  readonly categories: readonly ChronologyCategory[];
  /** What somebody must be allowed to see it of a case. */
  readonly needs: Action;
}

/** Everything that a chronology is made of. */
export const SOURCES: readonly Kept[] = [
  { source: contacts, categories: ['contact'], needs: 'case.read' },
  { source: incidents, categories: ['incident'], needs: 'case.read' },
  { source: proposals, categories: ['proposal'], needs: 'case.read' },
  { source: decisions, categories: ['decision', 'sign_off'], needs: 'case.read' },
  { source: moves, categories: ['move'], needs: 'case.read' },
  { source: milestones, categories: ['milestone'], needs: 'case.read' },
  { source: information, categories: ['information'], needs: 'case.read' },
  { source: significantEvents, categories: ['event'], needs: 'case.read' },
  { source: enquiries, categories: ['enquiry'], needs: 'enquiry.read' },
  { source: challenges, categories: ['challenge'], needs: 'challenge.read' },
];
