import { environmentOfProcess, EventLog } from '#platform';
import { createWeb } from './create-web.ts';

const environment = environmentOfProcess();
const web = await createWeb(environment);
web.enableShutdownHooks();
await web.listen(environment.PORT, environment.HOST);
new EventLog().info('web.listening', { count: environment.PORT });
