/** Preloaded into a command: appends the name of every module file that it loads to $LIST_MODULES_TO. */
import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';

register('./list-modules-hook.mjs', { parentURL: import.meta.url });

const require = createRequire(import.meta.url);
process.on('exit', () => {
  for (const file of Object.keys(require.cache)) appendFileSync(process.env.LIST_MODULES_TO, `${file}\n`);
});
