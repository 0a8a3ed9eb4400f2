import { describe, expect, it } from '@jest/globals';
import { chartSvg } from './chart.ts';

const CHART = {
  kind: 'bar' as const,
  title: 'Overrides <by> "team"',
  categories: ['Screening', 'Assessment'],
  series: [
    { name: 'Higher', values: [3, null] },
    { name: 'Lower', values: [1, 2] },
  ],
};

describe('a chart', () => {
  it('is a picture with a name, and the words stand in it as text', () => {
    const svg = chartSvg(CHART);
    expect(svg).toMatch(/^<svg role="img" aria-label="Overrides &lt;by> &quot;team&quot;"/);
    for (const text of ['Screening', 'Assessment', 'Higher', 'Lower']) expect(svg).toContain(`>${text}</text>`);
  });

  it('names every bar, as long as there are few', () => {
    const categories = ['Child protection duty', 'Assessment teams', 'Early help hub', 'Information and advice'];
    const svg = chartSvg({ ...CHART, categories, series: [{ name: 'Late', values: [6, 1, 12, 4] }] });
    for (const word of ['protection', 'Assessment', 'Early', 'Information']) expect(svg).toContain(word);
  });

  it.each(['bar', 'line'] as const)('as %s needs neither style nor script', (kind) => {
    const svg = chartSvg({ ...CHART, kind });
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|href=/);
    expect(svg).toContain('font-size');
  });
});
