import type { PageNeeds } from '../page-access.ts';

const READ = { access: 'quality.read' } as const;
const RATE = { access: 'quality.rate' } as const;

/** Samples of decisions, rated blind. */
export const QUALITY_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /quality': READ,
  'GET /quality/draw': { access: 'quality.draw' },
  'POST /quality/draw': { access: 'quality.draw', shownAt: 'itself' },
  'GET /quality/samples/:sample': READ,
  'GET /quality/samples/:sample/csv': READ,
  'GET /quality/to-rate': RATE,
  'POST /quality/items/:item/take': { access: 'quality.rate', shownAt: '/quality/to-rate' },
  'POST /quality/items/:item/return': { access: 'quality.rate', shownAt: '/quality/to-rate' },
  'GET /quality/items/:item/rate': RATE,
  'POST /quality/items/:item/rate': { access: 'quality.rate', shownAt: 'itself' },
  // For managers, auditors and whoever rated it: the use case tells.
  'GET /quality/items/:item': { access: 'signed_in' },
  'POST /quality/items/:item': { access: 'quality.close', shownAt: 'itself' },
};
