import { LEVELS, PATHWAYS } from '#domain';
import type { LevelWords, PathwayWords } from './nation-pack.ts';
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
  node.only('level', 'title', 'description', 'legalBasis');
  return {
    level: node.get('level').oneOf(LEVELS),
    title: node.get('title').text(),
    description: node.get('description').text(),
    legalBasis: node.get('legalBasis').text(),
  };
}

function parsePathway(node: YamlNode): PathwayWords {
  node.only('pathway', 'title', 'description');
  return {
    pathway: node.get('pathway').oneOf(PATHWAYS),
    title: node.get('title').text(),
    description: node.get('description').text(),
  };
}
