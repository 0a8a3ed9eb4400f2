import type { Page } from 'playwright-core';

/** Counts what the browser takes from the network, compressed as it comes, with nothing in its cache. */
export interface PageWeight {
  /** Bytes since the last time that somebody asked. */
  take(): number;
}

export async function weighPage(page: Page): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return {
    take: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
  };
}
