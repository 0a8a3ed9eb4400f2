import { isEmail } from 'class-validator';
import { type Language, LANGUAGES } from '#domain';
import { type Digest, DIGESTS } from '#messages';
import type { ContactWish } from '#notifications';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

const MOBILE = /^(?:\+44|0)7[\d ]{9,13}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_EMAIL = 254;

type Wish = Omit<ContactWish, 'actor' | 'version'>;
type Address = Wish['email'];

/** How a person wants to be told, or what is wrong with what they filled in. */
export function readChoices(fields: FormFields, words: Words): { readonly wish: Wish } | { readonly faults: Faults } {
  const text = words.noticePages.choices;
  const digest = DIGESTS.find((each) => each === textOf(fields, 'digest'));
  const language = languageOf(textOf(fields, 'language'));
  const dailyAt = textOf(fields, 'dailyAt').trim() || '08:30';
  const faults: Faults = {
    ...addressFault(fields, 'email', isAnEmail, text.faultEmail, text.faultBoth),
    ...addressFault(fields, 'mobile', (given) => MOBILE.test(given), text.faultMobile, text.faultBoth),
    ...(digest === undefined ? { digest: text.faultDigest } : {}),
    ...(TIME.test(dailyAt) ? {} : { dailyAt: text.faultDailyAt }),
    ...(language === undefined ? { language: text.faultLanguage } : {}),
  };
  if (Object.keys(faults).length > 0 || digest === undefined || language === undefined) return { faults };
  const addresses = { email: addressOf(fields, 'email'), mobile: addressOf(fields, 'mobile') };
  return {
    wish: { ...addresses, ...timing(digest, dailyAt), language, quietOwn: textOf(fields, 'quietOwn') === 'yes' },
  };
}

function timing(digest: Digest, dailyAt: string): Pick<Wish, 'digest' | 'dailyAt'> {
  return { digest, dailyAt };
}

/** Null: as the authority writes. */
function languageOf(given: string): Language | null | undefined {
  return given === 'authority' ? null : LANGUAGES.find((each) => each === given);
}

function isAnEmail(given: string): boolean {
  return given.length <= MOST_EMAIL && isEmail(given);
}

function addressFault(
  fields: FormFields,
  name: 'email' | 'mobile',
  isSound: (given: string) => boolean,
  wrong: string,
  both: string,
): Faults {
  const given = textOf(fields, name).trim();
  if (given === '') return {};
  if (isRemoved(fields, name)) return { [name]: both };
  return isSound(given) ? {} : { [name]: wrong };
}

/** Null: it stays as it is. */
function addressOf(fields: FormFields, name: 'email' | 'mobile'): Address {
  const given = textOf(fields, name).trim();
  if (given !== '') return { to: given };
  return isRemoved(fields, name) ? { to: null } : null;
}

function isRemoved(fields: FormFields, name: string): boolean {
  return textOf(fields, `${name}Remove`) === 'yes';
}
