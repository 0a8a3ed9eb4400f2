import type { ReferralDocument } from '#domain';
import type { Problem } from '#platform';
import type { AuditResponse, CaseDetailResponse } from '../../apps/api/cases/case.response.ts';
import type { EnquiriesResponse, OpenedEnquiryResponse } from '../../apps/api/enquiries/enquiries.response.ts';
import { type Answer, eventually } from './http.ts';
import { aStranger, Staff } from './restricted-records.ts';

export const POLICE = 'larkshire-police';
export const HEALTH = 'larkshire-health-visiting';
export const ASKED = 'Have you been called to the address in the last year?';
export const SAID = { whatWeKnow: 'Two visits in the spring.', strengths: 'Gran helps.' };
export const KNOWN = { kind: 'known', ...SAID };

type Done<Body> = Promise<Answer<Body & Partial<Problem>>>;

/** The people of the demonstration and its agencies, asking and answering. */
export class EnquiryStaff extends Staff {
  /** A case that the rules have proposed something for. */
  async aCase(document: ReferralDocument = aStranger()): Promise<{ id: string; reference: string }> {
    const { reference, caseIds } = await this.refer(document);
    const id = caseIds[0] ?? '';
    await eventually(
      () => this.read(id),
      ({ proposed }) => proposed !== null,
    );
    return { id, reference };
  }

  async read(id: string): Promise<CaseDetailResponse> {
    return (await this.as<CaseDetailResponse>('auditor', `/api/v1/cases/${id}`)).body;
  }

  ask(id: string, agencies: readonly string[], more: object = {}, who = 'screener'): Done<EnquiriesResponse> {
    return this.as(who, `/api/v1/cases/${id}/enquiries`, { body: { agencies, asked: ASKED, ...more } });
  }

  /** Id of an enquiry that was sent to one agency. */
  async asked(id: string, agency = POLICE, more: object = {}): Promise<string> {
    const { status, body, text } = await this.ask(id, [agency], more);
    const [sent] = status === 201 ? body.enquiries : [];
    if (sent === undefined) throw new Error(text);
    return sent.id;
  }

  answer(agency: string, enquiry: string, body: object = KNOWN): Done<{ readonly state?: string }> {
    return this.as(agency, `/api/v1/enquiries/${enquiry}/reply`, { body });
  }

  open(who: string, id: string, enquiry: string): Promise<Answer<OpenedEnquiryResponse>> {
    return this.as(who, `/api/v1/cases/${id}/enquiries/${enquiry}`);
  }

  decide(id: string, more: object = {}): Done<object> {
    return this.change('social-worker', id, 'decision', { kind: 'confirm', rationale: 'As proposed.', ...more });
  }

  /** A step of a case, in the version that it has. */
  async change(who: string, id: string, step: string, body: object | null = null): Done<object> {
    const headers = { 'if-match': `"${String((await this.read(id)).version)}"` };
    const sent = body === null ? { method: 'POST' } : { body };
    return this.as(who, `/api/v1/cases/${id}/${step}`, { ...sent, headers });
  }

  async actionsOn(id: string): Promise<string[]> {
    const { body } = await this.as<AuditResponse>('manager', `/api/v1/cases/${id}/audit`);
    return body.events.map((event) => event.action);
  }

  messages(subject: string): Promise<{ template: string; to: string }[]> {
    return this.service.database.query('admin', MESSAGES, [subject]);
  }
}

const MESSAGES = `SELECT template, to_id AS to FROM message
  WHERE subject_id = $1 AND template LIKE 'enquiry%' ORDER BY created_at, template`;
