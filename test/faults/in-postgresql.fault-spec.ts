import { describe } from '@jest/globals';
import { specifyScenarios } from './specify.ts';

describe('with the queue in PostgreSQL, nothing is lost, doubled or wrong without a word', () => {
  specifyScenarios('PostgreSQL');
});
