import { LEVELS, type Level, NATIONS } from '#domain';
import type { ReceivedOutsideHours } from '#deadlines';
import { withoutUndefined } from '../without-undefined.ts';
import type { YamlNode } from '../yaml-node.ts';
import { AGENCY_TYPES, type Agency, type AuthorityPack, CONTACT_POLICIES, type Queue } from './authority-pack.ts';
import { parseOwnRuleSet } from './parse-own-rule-set.ts';
import { parseAreas, parseDeciles } from './parse-places.ts';
import { parseSharingAgreement } from './sharing-agreement.ts';

const FIELDS = [
  ...['id', 'name', 'nation', 'frontDoor', 'emergencyDutyTeam', 'closeOfBusiness', 'receivedOutsideHours'],
  ...['extraClosedOn', 'contactPolicy', 'areas', 'queues', 'untriagedQueue', 'routing', 'receiptAdvice', 'agencies'],
  ...['deprivationDeciles', 'ruleSet', 'assumptions', 'accessLimits', 'caseClocks'],
];
const OUTSIDE_HOURS: readonly ReceivedOutsideHours[] = ['same_day', 'next_opening'];
/** Where day clocks end unless an authority says otherwise (domain pack 2.6). */
const USUAL_CLOSE = '23:59';
const USUAL_CASES_VIEWED_PER_HOUR = 40;

export function parseAuthority(file: YamlNode): AuthorityPack {
  file.only(...FIELDS);
  const areas = parseAreas(file.get('areas'));
  const queues = file.get('queues').list().map(parseQueue);
  const frontDoor = parseFrontDoor(file.get('frontDoor').only('name', 'telephone', 'opensAt', 'closesAt', 'email'));
  const hours = parseHours(file);
  const caseClocks = file.find('caseClocks');
  return {
    id: file.get('id').text(),
    name: file.get('name').text(),
    nation: file.get('nation').oneOf(NATIONS),
    frontDoor,
    emergencyDutyTeam: parseEmergencyDutyTeam(file.get('emergencyDutyTeam')),
    ...hours,
    contactPolicy: file.get('contactPolicy').oneOf(CONTACT_POLICIES),
    areas,
    deprivationDeciles: parseDeciles(file.find('deprivationDeciles'), areas),
    queues,
    untriagedQueue: parseQueueId(file.get('untriagedQueue'), queues),
    routing: parseRouting(file.get('routing'), queues),
    receiptAdvice: parseAdvice(file.get('receiptAdvice')),
    agencies: file.get('agencies').list().map(parseAgency),
    accessLimits: parseAccessLimits(file.find('accessLimits')),
    ruleSet: parseOwnRuleSet(file.find('ruleSet')),
    assumptions: file.find('assumptions')?.texts() ?? [],
    ...(caseClocks === undefined ? {} : { caseClocks }),
    calendar: withoutUndefined({
      receivedOutsideHours: hours.receivedOutsideHours,
      extraClosedOn: hours.extraClosedOn,
      opensAt: frontDoor.opensAt,
      // Set, it would stretch working hours to the end of the day clocks as well; left alone they end at 17:00.
      closesAt: hours.closeOfBusiness === USUAL_CLOSE ? undefined : hours.closeOfBusiness,
    }),
  };
}

function parseHours(file: YamlNode): Pick<AuthorityPack, 'closeOfBusiness' | 'receivedOutsideHours' | 'extraClosedOn'> {
  return {
    closeOfBusiness: file.get('closeOfBusiness').text(),
    receivedOutsideHours: file.get('receivedOutsideHours').oneOf(OUTSIDE_HOURS),
    extraClosedOn: file
      .get('extraClosedOn')
      .list()
      .map((day) => day.date()),
  };
}

function parseTeam(node: YamlNode): Pick<AuthorityPack['frontDoor'], 'name' | 'telephone' | 'email'> {
  const email = node.find('email')?.text();
  return withoutUndefined({ name: node.get('name').text(), telephone: node.get('telephone').text(), email });
}

function parseEmergencyDutyTeam(node: YamlNode): AuthorityPack['emergencyDutyTeam'] {
  const team = parseTeam(node.only('name', 'telephone', 'email', 'mobile'));
  return withoutUndefined({ ...team, mobile: node.find('mobile')?.text() });
}

function parseFrontDoor(node: YamlNode): AuthorityPack['frontDoor'] {
  return { ...parseTeam(node), opensAt: node.get('opensAt').text(), closesAt: node.get('closesAt').text() };
}

function parseQueue(node: YamlNode): Queue {
  const id = node.only('id', 'title', 'email').get('id').code();
  return withoutUndefined({ id, title: node.get('title').text(), email: node.find('email')?.text() });
}

/** Every level must lead to a queue that exists: a case without a queue is a child nobody looks at. */
function parseRouting(node: YamlNode, queues: readonly Queue[]): AuthorityPack['routing'] {
  node.only(...LEVELS);
  const routes = LEVELS.map((level) => [level, parseQueueId(node.get(level), queues)] as const);
  return Object.fromEntries(routes) as Record<Level, string>;
}

function parseQueueId(node: YamlNode, queues: readonly Queue[]): string {
  const id = node.code();
  return queues.some((queue) => queue.id === id) ? id : node.fail(`names no queue: ${id}`);
}

function parseAdvice(node: YamlNode): AuthorityPack['receiptAdvice'] {
  node.only('always', 'immediateDanger', 'outOfHours', 'red');
  return {
    always: node.get('always').text(),
    immediateDanger: node.get('immediateDanger').text(),
    outOfHours: node.get('outOfHours').text(),
    red: node.get('red').text(),
  };
}

function parseAccessLimits(node: YamlNode | undefined): AuthorityPack['accessLimits'] {
  const given = node?.only('casesViewedPerHour').find('casesViewedPerHour')?.integer();
  return { casesViewedPerHour: given ?? USUAL_CASES_VIEWED_PER_HOUR };
}

function parseAgency(node: YamlNode): Agency {
  node.only('id', 'name', 'type', 'source', 'anonymousSource', 'sharingAgreement', 'email', 'emailDomain');
  const agreement = node.find('sharingAgreement');
  return withoutUndefined({
    id: node.get('id').text(),
    name: node.get('name').text(),
    type: node.get('type').oneOf(AGENCY_TYPES),
    source: node.get('source').text(),
    anonymousSource: node.find('anonymousSource')?.text(),
    sharingAgreement: agreement === undefined ? undefined : parseSharingAgreement(agreement),
    email: node.find('email')?.text(),
    emailDomain: node.find('emailDomain')?.text(),
  });
}
