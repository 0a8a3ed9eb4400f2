import { LEVELS, PATHWAYS } from '#domain';
import type { LevelWords, PathwayWords } from './nation-pack.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

export interface LevelsFile {
  readonly levels: readonly LevelWords[];
  readonly pathways: readonly PathwayWords[];
}

/** The nation's words for every level and pathway, in the canonical order whatever the order of the file. */
export function parseLevels(file: YamlNode): LevelsFile {
  file.only('levels', 'pathways');
  const levels = file.get('levels').list().map(parseLevel);
  const pathways = file.get('pathways').list().map(parsePathway);
  return {
    levels: LEVELS.map((level) => levels.find((words) => words.level === level) ?? file.fail(`has no level ${level}`)),
    pathways: PATHWAYS.map(
      (pathway) => pathways.find((words) => words.pathway === pathway) ?? file.fail(`has no pathway ${pathway}`),
    ),
  };
}

function parseLevel(node: YamlNode): LevelWords {
  node.only('level', 'title', 'titleCy', 'description', 'descriptionCy', 'legalBasis');
  return {
    level: node.get('level').oneOf(LEVELS),
    ...parseWords(node),
    legalBasis: node.get('legalBasis').text(),
  };
}

function parsePathway(node: YamlNode): PathwayWords {
  node.only('pathway', 'title', 'titleCy', 'description', 'descriptionCy');
  return { pathway: node.get('pathway').oneOf(PATHWAYS), ...parseWords(node) };
}

function parseWords(node: YamlNode): Omit<PathwayWords, 'pathway'> {
  return withoutUndefined({
    title: node.get('title').text(),
    titleCy: node.find('titleCy')?.text(),
    description: node.get('description').text(),
    descriptionCy: node.find('descriptionCy')?.text(),
  });
}
