import type { PageNeeds } from '../page-access.ts';

export const ENQUIRY_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/enquiries': { access: 'enquiry.read' },
  'GET /cases/:id/enquiries/ask': { access: 'enquiry.send' },
  'POST /cases/:id/enquiries/ask': { access: 'enquiry.send', shownAt: 'itself' },
  'GET /cases/:id/enquiries/agreement': { access: 'enquiry.send' },
  'POST /cases/:id/enquiries/agreement': { access: 'enquiry.send', shownAt: 'itself' },
  'GET /cases/:id/enquiries/override': { access: 'enquiry.override' },
  'POST /cases/:id/enquiries/override': { access: 'enquiry.override', shownAt: 'itself' },
  'GET /cases/:id/enquiries/overrides/:override/signature': { access: 'enquiry.authorise' },
  'POST /cases/:id/enquiries/overrides/:override/signature': { access: 'enquiry.authorise', shownAt: 'itself' },
  'GET /cases/:id/enquiries/:enquiry': { access: 'enquiry.read' },
  'GET /cases/:id/enquiries/:enquiry/withdraw': { access: 'enquiry.send' },
  'POST /cases/:id/enquiries/:enquiry/withdraw': { access: 'enquiry.send', shownAt: 'itself' },
};
