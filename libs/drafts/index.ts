export { AbandonDraft } from './abandon-draft.ts';
export { choicesIn, type DraftFields, type FieldValue, textIn, typedIn } from './content/fields.ts';
export type { Draft, DraftChannel, DraftOwner } from './draft.ts';
export { DraftKeys } from './draft-keys.ts';
export { DraftsModule } from './drafts.module.ts';
export { type Control, dayParts, fieldNamesOf } from './form/control.ts';
export { faultsOf, type FieldFault } from './form/faults-of.ts';
export type { FormPage, Group } from './form/page.ts';
export {
  membersOf,
  pageAfter,
  pageBefore,
  pageIn,
  pagesOf,
  pageToSave,
  saysDanger,
  withMember,
} from './form/pages-of.ts';
export { ListDrafts, type DraftSummary } from './list-drafts.ts';
export { type OpenedDraft, ReadDraft } from './read-draft.ts';
export { RemoveExpiredDrafts } from './remove-expired-drafts.ts';
export { type Saved, SaveDraft } from './save-draft.ts';
export { SendDraft } from './send-draft.ts';
export { SettleDraft } from './settle-draft.ts';
export { StartDraft } from './start-draft.ts';
