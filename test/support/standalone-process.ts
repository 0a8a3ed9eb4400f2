import { type ChildProcess, spawn } from 'node:child_process';

export interface StandaloneProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  /** Asks it to stop and waits until it has. Resolves to the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `npm start` without its preparation: the built standalone app as a process of its own, ready to serve. */
export async function startStandaloneProcess(folder: string, port: number): Promise<StandaloneProcess> {
  const child = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const isReady = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Front Door is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => {
      reject(new Error(`It stopped before it was ready:\n${output.slice(-2_000)}`));
    });
  });
  await isReady;
  return {
    child,
    url: `http://localhost:${String(port)}`,
    output: () => output,
    stop: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        child.once('exit', (code) => {
          resolve(code);
        });
        child.kill(signal);
      }),
  };
}
