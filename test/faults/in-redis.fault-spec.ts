import { describeWithRedis } from '../support/redis-server.ts';
import { specifyScenarios } from './specify.ts';

describeWithRedis('with the queue in Redis, nothing is lost, doubled or wrong without a word', 'own', () => {
  specifyScenarios('Redis');
});
