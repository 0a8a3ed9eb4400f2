import { type Action, mayDo } from '#access-policy';
import type { CasePage } from '#decisions';
import { sectionLinks } from '../records/sections.ts';
import { presentAttachments } from './attachments.presenter.ts';
import { seenOf } from './changes.presenter.ts';
import { presentCourse } from './course.presenter.ts';
import type { Typed } from './filling.ts';
import { presentForms } from './forms.presenter.ts';
import { presentGlance } from './glance.presenter.ts';
import { childName, presentHeadline } from './headline.presenter.ts';
import { presentIndicators } from './indicators.presenter.ts';
import { presentKnown } from './known.presenter.ts';
import { presentProposal } from './proposal.presenter.ts';
import { presentReported } from './reported.presenter.ts';
import { presentSender } from './sender.presenter.ts';
import type { Telling } from './telling.ts';
import { presentUnknown } from './unknown.presenter.ts';

/** A case on one screen: what is reported, who is concerned, what is proposed and why, what is not known, what to do. */
export function presentCase(page: CasePage, typed: Typed, telling: Telling) {
  const { found, referral } = page.detail;
  const { document } = referral;
  const panels = {
    reported: presentReported(found, document, telling),
    indicators: presentIndicators(found, document, telling),
    known: presentKnown(page.known, telling),
    proposal: presentProposal(page, telling),
    unknown: presentUnknown(page, telling),
    course: presentCourse(page, telling),
  };
  return {
    base: `/cases/${found.id}`,
    title: telling.words.casePage.title(childName(found, telling), found.reference),
    headline: presentHeadline(found, document, telling),
    glance: presentGlance(panels, telling),
    ...panels,
    sender: presentSender(found, referral, telling),
    attachments: presentAttachments(found.id, page.detail.attachments, telling),
    ...presentForms(page, typed, telling),
    more: linksOf(page, telling),
    sections: sectionLinks(telling.actor, found, telling.words, 'case'),
    version: found.version,
    seen: seenOf(found),
  };
}

interface Link {
  readonly href: string;
  readonly text: string;
}

/** Pages beside those of the navigation above, as far as this person may open them. */
function linksOf({ detail: { found } }: CasePage, { words, actor }: Telling): Link[] {
  const { more } = words.casePage.act;
  const links: readonly (readonly [path: string, text: string, needs: Action])[] = [
    ['enquiries/ask', more.ask, 'enquiry.send'],
    ['people', more.people, 'family.record'],
    ['audit', more.audit, 'audit.read'],
    ['access', more.access, 'access.read'],
  ];
  return links
    .filter(([, , needs]) => mayDo(actor, needs, found) === 'allowed')
    .map(([path, text]) => ({ href: `/cases/${found.id}/${path}`, text }));
}
