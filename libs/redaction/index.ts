/**
 * Taking out of texts what would tell who somebody else is, and looking whether any of it is left. Pure: what is known of
 * the people arrives as an argument. Source: domain pack 8, subject access and third parties.
 */
export { findsLeak, type Telltales, telltalesOf } from './find-leaks.ts';
export { needlesFor } from './needles.ts';
export { type OwnWords, ownWordsOf } from './own-words.ts';
export { placeholderIn, withoutPlaceholders } from './placeholders.ts';
export { Redactor } from './redactor.ts';
export { isReferrerConfidential, thirdPartiesOf, withNamed } from './third-parties.ts';
export { type Identifier, REDACTION_KINDS, type RedactionKind, type ThirdParty } from './third-party.ts';
