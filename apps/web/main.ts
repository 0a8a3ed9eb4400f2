import {
  Database,
  endWhenStalled,
  environmentOfProcess,
  EventLog,
  readingsOf,
  serveMetrics,
  startTracing,
} from '#platform';
import { createWeb } from './create-web.ts';

const environment = environmentOfProcess();
await startTracing(environment, 'front-door-web');
const web = await createWeb(environment);
web.enableShutdownHooks();
endWhenStalled(environment);
await web.listen(environment.PORT, environment.HOST);
await serveMetrics(environment, () => Promise.resolve(readingsOf([web.get(Database)], environment)));
new EventLog().info('web.listening', { count: environment.PORT });
