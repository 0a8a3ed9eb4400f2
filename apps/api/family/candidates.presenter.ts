import { type CandidatePair, type Candidates, nameOfMention } from '#family';
import type { OpenMention, Verdict } from '#people';
import { evidenceInWords } from './evidence-words.ts';
import { presentFamilyCase } from './family.presenter.ts';
import type { CandidatesResponse } from './family.response.ts';

type PairResponse = CandidatesResponse['pairs'][number];

export function presentCandidates({ people, pairs }: Candidates): CandidatesResponse {
  return { people: people.map(presentPerson), pairs: pairs.map(presentPair) };
}

function presentPair({ mention, other, otherCases, candidate, verdicts }: CandidatePair): PairResponse {
  return {
    mention: presentPerson(mention),
    other: presentPerson(other),
    otherCases: otherCases.map(presentFamilyCase),
    candidate: presentCandidate(candidate),
    verdicts: verdicts.map(presentVerdict),
  };
}

function presentCandidate(candidate: CandidatePair['candidate']): PairResponse['candidate'] {
  if (candidate === null) return null;
  const { score, band, evidence, modelVersion, foundAt } = candidate;
  const lines = evidence.map((line) => ({ ...line, words: evidenceInWords(line) }));
  return { score, band, evidence: lines, modelVersion, foundAt: foundAt.toISOString() };
}

function presentVerdict({
  id,
  verdict,
  reason,
  givenByName,
  givenAt,
  undone,
}: Verdict): PairResponse['verdicts'][number] {
  return {
    id,
    verdict,
    reason,
    by: givenByName,
    at: givenAt.toISOString(),
    undone: undone === null ? null : { by: undone.byName, at: undone.at.toISOString(), reason: undone.reason },
  };
}

function presentPerson(mention: OpenMention): CandidatesResponse['people'][number] {
  const { id, referralId, role, details } = mention;
  const { dateOfBirth, expectedDeliveryDate, sex, relationship, address, names } = details;
  return {
    id,
    referralId,
    role,
    name: nameOfMention(mention),
    otherNames: [...names.other],
    dateOfBirth,
    expectedDeliveryDate,
    sex,
    address: address === null ? null : { ...address, lines: [...address.lines] },
    relationship,
  };
}
