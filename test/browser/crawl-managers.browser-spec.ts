import { crawlPages } from '../support/crawl-suite.ts';
import { makeManagerRecords } from '../support/manager-records.ts';
import { PAGE_STATES } from '../support/page-states/index.ts';

crawlPages('managers', PAGE_STATES.managers, makeManagerRecords);
