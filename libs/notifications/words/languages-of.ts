import type { Language } from '#domain';
import type { AuthorityPack } from '#nation-packs';

/** In Wales both, Welsh first, since nobody has to ask for it; a sender's own language is not on the form. */
export function languagesOf({ nation }: Pick<AuthorityPack, 'nation'>): readonly [Language, ...Language[]] {
  return nation === 'wales' ? ['cy', 'en'] : ['en'];
}
