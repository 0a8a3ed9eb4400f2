import { choicesIn, type DraftFields } from '../content/fields.ts';
import type { Control } from './control.ts';
import { questionsOf } from './make.ts';
import type { FormPage } from './page.ts';
import { isTopic, TOPIC_IDS, type TopicId, TOPICS } from './topics.ts';

const q = questionsOf('');

/** What the worry is; the questions of the threshold document open for the topics that were ticked. */
export function concernPages(fields: DraftFields, asked: ReadonlySet<string>): FormPage[] {
  const worries = [
    ...[q.prose('summary'), q.answer('first-hand'), q.line('happened-on', 500), q.line('frequency', 500)],
    q.answer('injury', { yes: [q.prose('injury-description')] }),
  ];
  const source = [q.line('source-name'), q.line('source-relationship'), q.answer('source-contact')];
  const topics = choicesIn(fields, 'topics').filter(isTopic);
  return [
    { ...plain('worries', worries), oneOf: ['summary'] },
    plain('source', source),
    plain('topics', [q.many('topics', [...TOPIC_IDS, 'none', 'not_known'])]),
    ...TOPIC_IDS.filter((topic) => topics.includes(topic)).map((topic) => topicPage(topic, fields, asked)),
    plain('strengths', [
      q.prose('strengths'),
      ...['wanted-sender', 'wanted-family', 'wanted-child'].map((key) => q.prose(key, 4_000)),
    ]),
  ];
}

/** Questions of the threshold document: yes opens what was seen or heard, and of several children which. */
export function indicatorControls(ids: readonly string[], fields: DraftFields): Control[] {
  const children = choicesIn(fields, 'children');
  return ids.map((id) => {
    const evidence: Control = { kind: 'prose', name: `sign-${id}-evidence`, key: 'sign-evidence', most: 4_000 };
    const whose: Control = { kind: 'many', name: `sign-${id}-children`, key: 'sign-children', options: children };
    const yes = children.length > 1 ? [evidence, whose] : [evidence];
    return { kind: 'one', name: `sign-${id}`, key: id, options: ['yes', 'no', 'not_known'], opens: { yes } };
  });
}

function topicPage(topic: TopicId, fields: DraftFields, asked: ReadonlySet<string>): FormPage {
  const signs = TOPICS[topic].filter((id) => !asked.has(id));
  const controls = [...indicatorControls(signs, fields), ...(MORE[topic] ?? [])];
  return { id: `topic-${topic.replaceAll('_', '-')}`, key: `topic-${topic}`, number: null, group: null, controls };
}

/** What some topics ask beyond the threshold document (domain pack 3.5). */
const MORE: Partial<Record<TopicId, readonly Control[]>> = {
  domestic_abuse: [
    q.one('abuse-grade', ['standard', 'medium', 'high', 'not_known']),
    q.amount('abuse-dash', 27),
    ...['abuse-child', 'abuse-strangulation', 'abuse-weapon', 'abuse-pregnancy', 'abuse-threat'].map((key) =>
      q.answer(key),
    ),
    q.prose('safe-contact', 2_000),
  ],
  exploitation: [q.amount('missing-episodes')],
};

function plain(id: string, controls: readonly Control[]): FormPage {
  return { id, key: id, number: null, group: null, controls };
}
