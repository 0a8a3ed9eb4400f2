import {
  Database,
  endWhenStalled,
  environmentOfProcess,
  EventLog,
  readingsOf,
  serveMetrics,
  startTracing,
} from '#platform';
import { createApi } from './create-api.ts';

const environment = environmentOfProcess();
await startTracing(environment, 'front-door-api');
const app = await createApi(environment);
app.enableShutdownHooks();
endWhenStalled(environment);
await app.listen(environment.PORT, environment.HOST);
await serveMetrics(environment, () => Promise.resolve(readingsOf([app.get(Database)], environment)));
new EventLog().info('api.listening', { count: environment.PORT });
