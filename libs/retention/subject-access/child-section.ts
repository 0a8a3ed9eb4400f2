import type { Address, ChildInReferral, Language, VoiceOfChild } from '#domain';
import { Draft, type DraftEntry } from './draft.ts';

/** What the referral says about the child alone. */
export function childSection(child: ChildInReferral, language: Language): DraftEntry[] {
  const draft = new Draft(language);
  const name = [child.givenName, child.familyName].filter((part) => part !== undefined).join(' ');
  draft.recorded('name', name);
  draft.recorded('otherNames', child.otherNames?.join(', '));
  draft.recorded('nameUnknown', child.whyUnknown);
  draft.recorded('dateOfBirth', child.dateOfBirth);
  draft.recorded('expectedDeliveryDate', child.expectedDeliveryDate);
  draft.said('estimatedAge', child.estimatedAgeYears);
  draft.said('sex', child.sex);
  draft.recorded('genderIdentity', child.genderIdentity);
  draft.recorded('address', addressInWords(child.address));
  draft.recorded('whereabouts', child.currentWhereabouts);
  draft.recorded('firstLanguage', child.firstLanguage);
  draft.code('interpreter', child.interpreterNeeded);
  draft.recorded('religion', child.religion);
  draft.recorded('nationality', child.nationality);
  draft.recorded('ethnicity', child.ethnicity);
  draft.recorded('disabilities', child.disabilities?.join(', '));
  draft.recorded('communication', child.communicationNeeds);
  draft.code('mobility', child.mobility);
  addPlaces(draft, child);
  addVoice(draft, child.voice);
  return draft.entries;
}

function addressInWords({ lines = [], postcode, uprn }: Address = {}): string {
  return [...lines, postcode, uprn].filter(Boolean).join(', ');
}

function addPlaces(draft: Draft, { school, gp, identifiers = {} }: ChildInReferral): void {
  draft.recorded('school', [school?.name, school?.urn].filter(Boolean).join(', '));
  draft.recorded('gp', [gp?.name, gp?.odsCode].filter(Boolean).join(', '));
  for (const [scheme, number] of Object.entries(identifiers)) {
    draft.recorded({ label: `${draft.label('identifier')}: ${scheme}` }, number as string);
  }
}

function addVoice(draft: Draft, { said, howObtained, observedBehaviour, whyNotObtained }: VoiceOfChild = {}): void {
  draft.recorded('childSaid', said);
  draft.recorded('howHeard', howObtained);
  draft.recorded('observed', observedBehaviour);
  draft.code('whyNotHeard', whyNotObtained);
}
