import type { Language } from '#domain';
import { ConditionWords } from './condition-words.ts';
import { withoutMarks } from './markdown/english-marks.ts';
import { renderFragment, renderHtml } from './markdown/render-html.ts';
import { documentAnchors, type MarkdownDocument, renderMarkdown } from './markdown/render-markdown.ts';
import type { Writing } from './rule-blocks.ts';
import {
  aboutBlocks,
  howToReadBlocks,
  levelBlocks,
  neverBlocks,
  questionBlocks,
  rulesBlocks,
  urgencyBlocks,
} from './sections.ts';
import type { DocumentFormat, ThresholdDocumentInput } from './threshold-document-input.ts';
import { Voice } from './voice.ts';

function documentOf(writing: Writing): MarkdownDocument {
  const { given, voice } = writing;
  // A name is no sentence: without a Welsh one the English stands for itself.
  const name =
    voice.language === 'cy' && given.authorityNameCy !== undefined
      ? voice.code(given.authorityNameCy)
      : voice.name(given.authorityName);
  return {
    title: voice.sentences.title(name),
    front: aboutBlocks(writing),
    contentsTitle: voice.sentences.contents,
    body: [
      ...howToReadBlocks(writing),
      ...levelBlocks(writing),
      ...rulesBlocks(writing),
      ...urgencyBlocks(writing),
      ...questionBlocks(writing),
      ...neverBlocks(writing),
    ],
  };
}

/**
 * The published threshold document, written from the live rule set for families and partners (rules.md, authoring):
 * what the levels are, every rule with its reason, law and effect, the time limits, the questions, and what rules never
 * do. Everything users wrote is escaped. In Welsh, a text that is only in English says so, and in HTML is marked as
 * English for screen readers.
 */
export function thresholdDocument(given: ThresholdDocumentInput, format: DocumentFormat, language: Language): string {
  const voice = new Voice(language);
  const facts = new Map(given.ruleSet.catalogue.map((entry) => [entry.id, entry]));
  const document = documentOf({ given, voice, conditions: new ConditionWords(voice, facts) });
  const markdown = renderMarkdown(document);
  switch (format) {
    case 'markdown':
      return withoutMarks(markdown);
    case 'fragment':
      return renderFragment({ markdown, anchors: documentAnchors(document) });
    case 'html':
      return renderHtml({
        markdown,
        title: document.title,
        language,
        skipLink: voice.sentences.skipLink,
        anchors: documentAnchors(document),
      });
    default:
      return format satisfies never;
  }
}
