import type { ContactPoint } from '#messages';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Words } from '../words/words.ts';

/** The form as it is shown. Addresses are masked: whoever looks over somebody's shoulder learns none. */
export interface ShownChoices {
  readonly version: number;
  readonly hasEmail: boolean;
  readonly hasMobile: boolean;
  readonly emailHint: string;
  readonly mobileHint: string;
  readonly fields: Readonly<Record<'email' | 'mobile' | 'digest' | 'dailyAt' | 'language' | 'quietOwn', string>>;
}

/** `typed`: what the person has filled in already; empty when they come anew. */
export function presentChoices(found: ContactPoint, typed: FormFields, words: Words): ShownChoices {
  const text = words.noticePages.choices;
  const isNew = Object.keys(typed).length === 0;
  const shown = (name: string, known: string): string => (isNew ? known : textOf(typed, name));
  const { email, mobile } = found;
  const known = found.emailFrom === 'sign_in' ? text.emailFromSignIn : text.emailKnown;
  return {
    version: found.version,
    hasEmail: email !== null,
    hasMobile: mobile !== null,
    emailHint: email === null ? text.emailNone : known(maskedEmail(email)),
    mobileHint: mobile === null ? text.mobileNone : text.mobileKnown(`…${mobile.slice(-3)}`),
    fields: {
      email: shown('email', ''),
      mobile: shown('mobile', ''),
      digest: shown('digest', found.digest),
      dailyAt: shown('dailyAt', found.dailyAt),
      language: shown('language', found.language ?? 'authority'),
      quietOwn: shown('quietOwn', found.quietOwn ? 'yes' : ''),
    },
  };
}

function maskedEmail(email: string): string {
  return `${email.slice(0, 1)}…@${email.slice(email.indexOf('@') + 1)}`;
}
