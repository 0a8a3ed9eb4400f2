import { crawlPages } from '../support/crawl-suite.ts';
import { PAGE_STATES } from '../support/page-states/index.ts';

crawlPages('partners', PAGE_STATES.partners);
