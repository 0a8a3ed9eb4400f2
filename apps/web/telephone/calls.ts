import type { DraftHome } from '../referral/draft-visits.ts';

/** The drafts of calls. */
export const CALLS: DraftHome = {
  ...{ channel: 'telephone', drafts: '/telephone/drafts', start: '/telephone/new', needs: 'call.take' },
};
