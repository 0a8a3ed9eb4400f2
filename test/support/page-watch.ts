import type { Page } from 'playwright-core';

/**
 * Notes from now on, one line each, what goes wrong on the pages at `own`: errors in the console (refusals by the content
 * security policy are among them), errors of scripts, files that did not come, requests to anybody else. What a page itself
 * answers with is no fault; the issuer's own pages are not watched.
 */
export function watchPage(page: Page, own: string, issuer: string): string[] {
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!page.url().startsWith(`${issuer}/`)) faults.push(fault);
  };
  page.on('console', (message) => {
    // Also said of pages that rightly answer 404 or 422.
    const isOfStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isOfStatus) note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    note(`script: ${error.message}`);
  });
  page.on('request', (request) => {
    const address = request.url();
    if (![own, issuer].some((origin) => address.startsWith(`${origin}/`))) note(`elsewhere: ${address}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().resourceType() === 'document';
    if (!isPage && response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
