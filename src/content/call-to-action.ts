import { ended } from './text.js';

/** `Start a free trial: https://…`, or the call alone where there is no address, or one in it. */
export function callToAction(cta: string, url: string | undefined): string {
  return url === undefined || /:\/\/|\bwww\./iu.test(cta)
    ? ended(cta)
    : `${cta.replace(/[!?:]$/u, '')}: ${url}`;
}
