import { crawlPages } from '../support/crawl-suite.ts';
import { PAGE_STATES } from '../support/page-states/index.ts';

crawlPages('everybody', PAGE_STATES.everybody);
