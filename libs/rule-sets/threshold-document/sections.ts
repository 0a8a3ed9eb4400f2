import { LEVELS, type Level, pathwayOf, URGENCIES } from '#domain';
import type { Rule } from '#rules';
import { type Block, heading, list, paragraph } from './markdown/blocks.ts';
import { ruleBlocks, type Writing } from './rule-blocks.ts';

const HIGHEST_FIRST = [...LEVELS].reverse();

function levelTitle(level: Level, { given, voice }: Writing): string {
  const words = given.levels.find((one) => one.level === level);
  return voice.say(words?.title ?? level.replaceAll('_', ' '), words?.titleCy);
}

/** Which rules, which version, since when and where. */
export function aboutBlocks({ given, voice }: Writing): readonly Block[] {
  const { about, emergency } = voice.sentences;
  const { ruleSet, areas, inForceFrom, hash } = given;
  return [
    paragraph(`**${emergency}**`),
    list([
      { text: `${about.ruleSet}: ${voice.say(ruleSet.title)} (${voice.code(ruleSet.id)})` },
      { text: `${about.version}: ${voice.code(ruleSet.version)}` },
      { text: `${about.hash}: ${voice.code(hash)}` },
      { text: `${about.inForceFrom}: ${inForceFrom === null ? about.notInForce : voice.day(inForceFrom)}` },
      {
        text: `${about.areas}: ${areas.length === 0 ? about.allAreas : areas.map((area) => voice.name(area)).join(', ')}`,
      },
    ]),
  ];
}

export function howToReadBlocks({ voice }: Writing): readonly Block[] {
  const { howToRead } = voice.sentences;
  return [heading(2, howToRead.title), ...howToRead.paragraphs.map(paragraph)];
}

export function levelBlocks(writing: Writing): readonly Block[] {
  const { given, voice } = writing;
  return [
    heading(2, voice.sentences.levels.title),
    ...HIGHEST_FIRST.flatMap((level): readonly Block[] => {
      const words = given.levels.find((one) => one.level === level);
      const pathway = given.pathways.find((one) => one.pathway === pathwayOf(level));
      const title = voice.say(pathway?.title ?? pathwayOf(level), pathway?.titleCy);
      return [
        heading(3, levelTitle(level, writing)),
        ...(words === undefined ? [] : [paragraph(voice.say(words.description, words.descriptionCy))]),
        paragraph(`${voice.sentences.levels.pathway}: ${title}`),
      ];
    }),
  ];
}

/** Red lines first, then the most urgent, then by id. */
function inReadingOrder(a: Rule, b: Rule): number {
  const rank = ({ then }: Rule): number =>
    (then.redLine === true ? URGENCIES.length : 0) + URGENCIES.indexOf(then.minUrgency ?? URGENCIES[0]);
  return rank(b) - rank(a) || (a.id < b.id ? -1 : 1);
}

/** Every rule, by the level it sets, the highest first. */
export function rulesBlocks(writing: Writing): readonly Block[] {
  const { rules } = writing.voice.sentences;
  const sorted = [...writing.given.ruleSet.rules].sort(inReadingOrder);
  const group = (title: string, members: readonly Rule[]): readonly Block[] => [
    heading(3, title),
    ...(members.length === 0 ? [paragraph(rules.none)] : members.flatMap((rule) => ruleBlocks(rule, writing))),
  ];
  const without = sorted.filter(({ then }) => then.minLevel === undefined);
  return [
    heading(2, rules.title),
    ...HIGHEST_FIRST.flatMap((level) =>
      group(
        levelTitle(level, writing),
        sorted.filter(({ then }) => then.minLevel === level),
      ),
    ),
    ...(without.length === 0 ? [] : group(rules.noLevel, without)),
  ];
}

export function urgencyBlocks({ given, voice }: Writing): readonly Block[] {
  const { urgencies } = voice.sentences;
  const items = [...URGENCIES].reverse().map((urgency) => {
    const words = given.urgencies.find((one) => one.urgency === urgency);
    return { text: voice.say(words?.title ?? urgency, words?.titleCy) };
  });
  return [heading(2, urgencies.title), paragraph(urgencies.intro), list(items)];
}

/** What a sender is asked; several facts may rest on one question. */
export function questionBlocks({ given, voice }: Writing): readonly Block[] {
  const { questions } = voice.sentences;
  const texts = given.ruleSet.catalogue
    .filter(({ suppliedBy }) => suppliedBy.includes('referrer'))
    .flatMap(({ question, questionCy }) => (question === undefined ? [] : [voice.say(question, questionCy)]));
  const items = [...new Set(texts)].map((text) => ({ text }));
  return [
    heading(2, questions.title),
    paragraph(questions.intro),
    items.length === 0 ? paragraph(questions.none) : list(items),
  ];
}

export function neverBlocks({ voice }: Writing): readonly Block[] {
  const { never } = voice.sentences;
  return [heading(2, never.title), list(never.items.map((text) => ({ text })))];
}
