import type { PageFacts } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const doctypeMissing: PageRule = {
  id: 'doctype-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages without a valid doctype',
  meaning:
    'These pages do not begin with <!doctype html>, or with an old doctype that has the same effect as none. Comments may stand before it.',
  why: 'Browsers then imitate those of the 1990s (quirks mode), where layout and sizes differ. Search engines do not mind.',
  fix: 'Make <!doctype html> the first line of the page.',
  source: 'https://developer.chrome.com/docs/lighthouse/best-practices/doctype',
  *check({ doctype }) {
    if (doctype === undefined) {
      yield { message: 'no doctype' };
      return;
    }
    const reason = reasonForQuirks(doctype);
    if (reason !== undefined) yield { offset: doctype.offset, message: reason, value: doctype.text };
  },
};

/** Source: WHATWG HTML, "the initial insertion mode" */
function reasonForQuirks({ text, isFirst }: NonNullable<PageFacts['doctype']>): string | undefined {
  if (!isFirst) return 'something stands before the doctype, so browsers ignore it';
  const [, name = '', rest = ''] = /^doctype\s*([^\s>]*)(.*)/is.exec(text) ?? [];
  if (name.toLowerCase() !== 'html') return 'not a doctype of HTML';
  const [, quote, publicId = '', system = ''] = /^\s*public\s*(["'])(.*?)\1(.*)/is.exec(rest) ?? [];
  if (quote === undefined) return undefined;
  const id = publicId.toLowerCase();
  const isOld =
    QUIRKS_IDS.some((start) => id.startsWith(start)) ||
    (!/["']/.test(system) && QUIRKS_WITHOUT_SYSTEM_ID.some((start) => id.startsWith(start)));
  return isOld ? 'an old doctype that counts as none' : undefined;
}

/** The standard's list, shortened to what its entries have in common. */
const QUIRKS_IDS = [
  '-//w3c//dtd html 3',
  '-//w3c//dtd html 4.0 frameset//',
  '-//w3c//dtd html 4.0 transitional//',
  '-//w3c//dtd html experimental ',
  '-//w3c//dtd w3 html ',
  '-//w3o//dtd w3 html ',
  '-//ietf//dtd html',
  '-//netscape comm. corp.//dtd ',
  '-//microsoft//dtd internet explorer ',
  '-//softquad',
  "-//o'reilly and associates//dtd html ",
  '-//sun microsystems corp.//dtd hotjava ',
  '-//webtechs//dtd mozilla html',
  '-//spyglass//dtd html 2.0 extended//',
  '-//sq//dtd html 2.0 hotmetal ',
  '-//metrius//dtd metrius presentational//',
  '-//as//dtd html 3.0 aswedit ',
  '-//advasoft ltd//dtd html 3.0 aswedit ',
  '+//silmaril//dtd html pro ',
];
const QUIRKS_WITHOUT_SYSTEM_ID = ['-//w3c//dtd html 4.01 frameset//', '-//w3c//dtd html 4.01 transitional//'];
