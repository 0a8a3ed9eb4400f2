import { environmentOfProcess, EventLog } from '#platform';
import { createApi } from './create-api.ts';

const environment = environmentOfProcess();
const app = await createApi(environment);
app.enableShutdownHooks();
await app.listen(environment.PORT, environment.HOST);
new EventLog().info('api.listening', { count: environment.PORT });
