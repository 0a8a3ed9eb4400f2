import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from './templates.ts';

const VIEWS = fileURLToPath(new URL('../views/', import.meta.url));
const views = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.njk'))
  .map((file) => ({ file, text: readFileSync(path.join(VIEWS, file), 'utf8') }));

/** What would be shown in one language whatever was chosen. */
function textIn(view: string): string[] {
  const shown = view
    .replace(/\{#[^]*?#\}/g, '')
    .replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    // Attributes that are put together before the element that takes them.
    .replace(/[\w-]+="[^"]*"/g, ' ')
    .replace(/&\w+;/g, ' ');
  const options = [...view.matchAll(/\b(?:text|html|titleText|aria-label|alt|title)\s*[:=]\s*"([^"{]*)"/g)].map(
    ([, text = '']) => text,
  );
  return [shown, ...options].flatMap((text) => text.match(/\p{L}{2,}/gu) ?? []);
}

describe('views', () => {
  it('can all be read, in both languages', () => {
    expect(Object.keys(loadTemplates())).toEqual(['en', 'cy']);
  });

  it('hold no text of their own: all of it stands in the words', () => {
    const found = views.map(({ file, text }) => ({ file, text: textIn(text) })).filter(({ text }) => text.length > 0);

    expect(views.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('carry no script and no style, which the content security policy refuses', () => {
    const inline = /\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)/i;

    expect(views.filter(({ text }) => inline.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
