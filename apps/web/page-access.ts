import type { Action } from '#access-policy';
import { AUDIT_PAGES } from './audit/audit-access.ts';
import { OVERSIGHT_PAGES } from './oversight/oversight-access.ts';
import { QUALITY_PAGES } from './quality/quality-access.ts';
import type { LimitName } from '#platform';
import { CASE_PAGES } from './case/case-access.ts';
import { WORKLIST_PAGES } from './worklist/worklist-access.ts';
import { RULES_PAGES } from './rules/rules-access.ts';
import { HELP_PAGES } from './help/help-access.ts';
import { NOTICE_PAGES } from './notices/notices-access.ts';
import { REFERRAL_PAGES } from './referral/referral-access.ts';
import { SELF_REFERRAL_PAGES } from './self-referral/self-referral-access.ts';
import { TELEPHONE_PAGES } from './telephone/telephone-access.ts';
import { RECORD_PAGES } from './records/record-access.ts';
import { BULK_PAGES } from './bulk/bulk-access.ts';
import { CHECK_PAGES } from './check/check-access.ts';
import { PARTNER_PAGES } from './partner/partner-access.ts';

/** What a page or form needs. `issuer`: the issuer itself calls, with a token that it signs, from no browser. */
export interface PageNeeds {
  readonly access: Action | 'public' | 'signed_in' | 'issuer';
  /**
   * Of a form: the page that shows it, `itself` for a page at the form's own address. What was typed comes back there when
   * the session was over. Names in the page's address (`/cases/:id`) are those of the form's.
   */
  readonly shownAt?: string;
  /** Asked for by the page itself and not by a person, and so no sign that somebody is there. */
  readonly isBackground?: true;
  /** Of a form in which people write at length: it may be longer than others. */
  readonly isLong?: true;
  /** What is counted beside every request of an address: of forms that anybody may send. */
  readonly limit?: LimitName;
  /** Of a form: it brings a file. */
  readonly upload?: true;
}

/**
 * Every page and form with what it needs: one look tells who can reach what. The pages do not start with a route that is
 * not in this table, nor with a form that no page shows.
 */
export const PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /': { access: 'public' },
  'GET /sign-in': { access: 'public' },
  'GET /sign-in/callback': { access: 'public' },
  'POST /sign-in/issuer-logout': { access: 'issuer' },
  'GET /signed-out': { access: 'public' },
  'POST /sign-out': { access: 'signed_in', shownAt: '/' },
  'GET /account': { access: 'signed_in' },
  'POST /account/sessions/:id/end': { access: 'signed_in', shownAt: '/account' },
  'POST /account/sign-out-everywhere': { access: 'signed_in', shownAt: '/account' },
  'GET /account/report': { access: 'signed_in' },
  'POST /account/report': { access: 'signed_in', shownAt: 'itself' },
  'GET /break-glass': { access: 'record.break_glass' },
  'POST /break-glass': { access: 'record.break_glass', shownAt: 'itself' },
  'GET /sign-in-reports': { access: 'audit.read' },
  'GET /language/:language': { access: 'public' },
  'GET /assets/:version/:file': { access: 'public' },
  ...RULES_PAGES,
  ...AUDIT_PAGES,
  ...QUALITY_PAGES,
  ...OVERSIGHT_PAGES,
  'GET /health/live': { access: 'public' },
  'GET /health/ready': { access: 'public' },
  ...CASE_PAGES,
  ...WORKLIST_PAGES,
  ...HELP_PAGES,
  ...REFERRAL_PAGES,
  ...TELEPHONE_PAGES,
  ...SELF_REFERRAL_PAGES,
  ...NOTICE_PAGES,
  ...RECORD_PAGES,
  ...PARTNER_PAGES,
  ...CHECK_PAGES,
  ...BULK_PAGES,
};

/** What a request to this route needs; `null` for a route that nobody declared. */
export function needsOf(method: string, url: string): PageNeeds | null {
  return PAGES[`${method} ${url}`] ?? null;
}

const WITH_FORMS = new Set(
  Object.entries(PAGES).flatMap(([route, { shownAt }]) => {
    const [, url = ''] = route.split(' ');
    return shownAt === undefined ? [] : [shownAt === 'itself' ? url : shownAt];
  }),
);

/** Whether a page shows a form, so that what was typed into one may come back there. */
export function showsForm(url: string): boolean {
  return WITH_FORMS.has(url);
}

/** Forms whose typed text would have nowhere to come back to. */
export function formsWithoutPage(): string[] {
  return Object.entries(PAGES).flatMap(([route, { access, shownAt }]) => {
    const [method = '', url = ''] = route.split(' ');
    if (method === 'GET' || access === 'issuer') return [];
    return needsOf('GET', shownAt === 'itself' ? url : (shownAt ?? '')) === null ? [route] : [];
  });
}
