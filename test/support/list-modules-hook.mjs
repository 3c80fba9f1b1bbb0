import { appendFileSync } from 'node:fs';

export async function load(url, context, next) {
  // Written before the module runs: a message to the main thread might come too late.
  appendFileSync(process.env.LIST_MODULES_TO, `${url}\n`);
  return next(url, context);
}
