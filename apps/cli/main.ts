import { COMMANDS } from './commands.ts';

// Whoever reads only the first lines, as `head` does, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const [name = 'help', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

if (command === undefined) {
  const lines = Object.entries(COMMANDS).map(([verb, { usage }]) => `  ${verb.padEnd(24)}${usage}`);
  process.stdout.write(`npm run cli -- <command>\n\n${lines.join('\n')}\n`);
  endWith(name === 'help' ? 0 : 2);
} else {
  try {
    endWith(await command.run(rest));
  } catch (error: unknown) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    endWith(1);
  }
}

/** Said once more at the very end: the demonstration's PostgreSQL, once loaded, ends every process as if all were well. */
function endWith(code: number): void {
  process.exitCode = code;
  process.on('exit', () => {
    process.exitCode = code;
  });
}
