/** Preloaded into a command: names on stderr, at the end, every module file that it loaded. */
import { createRequire, register } from 'node:module';
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const loaded = new Set();
port1.on('message', (url) => loaded.add(url));
port1.unref();
register('./list-modules-hook.mjs', {
  parentURL: import.meta.url,
  data: { port: port2 },
  transferList: [port2],
});

const require = createRequire(import.meta.url);
process.on('exit', () => {
  for (const file of [...loaded, ...Object.keys(require.cache)]) process.stderr.write(`module ${file}\n`);
});
