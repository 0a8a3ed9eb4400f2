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

  it.each(['bar', 'line'] as const)('as %s needs neither style nor script', (kind) => {
    const svg = chartSvg({ ...CHART, kind });
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|href=/);
    expect(svg).toContain('font-size');
  });
});
