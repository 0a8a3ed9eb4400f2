import type { NoticeValues } from './notice-of-row.ts';

/** A notice as a referral document. A notice asks for nothing unless it says so (domain pack, notification). */
export function documentOf(values: NoticeValues): object {
  return given({
    schemaVersion: '1',
    kind: values.asksForHelp === 'yes' ? 'request' : 'notification',
    senderReference: values.noticeReference,
    safety: part({ immediateDanger: values.immediateDanger }),
    referrer: given({
      capacity: 'professional',
      name: values.officerName,
      role: 'Police officer',
      phone: values.officerPhone,
      email: values.officerEmail,
    }),
    children: [childOf(values)],
    household: householdOf(values),
    worries: given({
      summary: values.summary,
      happenedOn: values.happenedOn,
      injury: values.injury,
      childsWords: values.childSaid,
    }),
    domesticAbuse: abuseOf(values),
    agreement: part({ given: values.agreement }),
  });
}

function childOf(values: NoticeValues): object {
  const address = { lines: values.address === undefined ? undefined : [values.address], postcode: values.postcode };
  return given({
    ref: 'c1',
    givenName: values.givenName,
    familyName: values.familyName,
    whyUnknown: values.whyUnknown,
    dateOfBirth: values.dateOfBirth,
    estimatedAgeYears: values.estimatedAge,
    sex: values.sex,
    address: part(address),
    seenBySender: values.childSeen,
    school: part({ name: values.school }),
    identifiers: part({ policeReference: values.noticeReference }),
  });
}

function householdOf({ adultName, adultRelationship }: NoticeValues): object | undefined {
  const adult = part({ name: adultName, relationship: adultRelationship });
  return adult === undefined ? undefined : { people: [adult] };
}

/** There is such a part only where the notice says that there was abuse, or tells what only abuse has. */
function abuseOf(values: NoticeValues): object | undefined {
  const { riskGrade: grade, dashScore, childPresent, strangulation, weapon, pregnancy, threatToKill } = values;
  const told = part({ dashScore, grade, strangulation, weapon, pregnancy, threatToKill });
  if (values.domesticAbuse === 'yes') return given({ ...told, childPresent });
  return told === undefined ? undefined : given({ ...told, childPresent });
}

function part(fields: Readonly<Record<string, unknown>>): object | undefined {
  const told = given(fields);
  return Object.keys(told).length === 0 ? undefined : told;
}

function given(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
