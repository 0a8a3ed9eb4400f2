import type { AuthorityId, Language } from '#domain';
import { authorityPack } from '#nation-packs';
import { type NoticePage, recordPage, titleOf } from '#notifications';

interface NoticeRow {
  readonly id: string;
  readonly title: string;
  /** Page of the record that it is about. */
  readonly href: string;
  readonly at: Date;
  readonly urgent: boolean;
  readonly isRead: boolean;
}

/** A page of notices, as the person reads them. */
export interface NoticeList {
  readonly rows: readonly NoticeRow[];
  readonly unread: number;
  /** Those on this page that are not read. */
  readonly unreadHere: readonly string[];
  readonly next: string | null;
}

export function presentNotices(page: NoticePage, authorityId: AuthorityId, language: Language): NoticeList {
  const authority = authorityPack(authorityId);
  const rows = page.notices.map(({ id, template, urgent, at, readAt, caseId, reference }): NoticeRow => {
    const references = reference === null ? [] : [reference];
    const title = titleOf(template, language, { references, link: null, dueAt: null, authority });
    const href = recordPage({ template, caseId, subjectId: null, referralReference: null }, 'staff');
    return { id, title, href, at, urgent, isRead: readAt !== null };
  });
  const unreadHere = rows.filter(({ isRead }) => !isRead).map(({ id }) => id);
  return { rows, unread: page.unread, unreadHere, next: page.next };
}
