import { isUrl } from '../../inputs/web-address.js';
import type { PageRule } from './rule.js';
import { writtenAddresses } from './written-addresses.js';

export const linkLocalhost: PageRule = {
  id: 'link-localhost',
  scope: 'page',
  pages: 'all',
  severity: 'critical',
  title: "Addresses of a developer's own computer",
  meaning:
    'These pages link to, load from or name an address on localhost, 127.0.0.1, 0.0.0.0 or a .local host. A link whose text shows the address, as manuals have it, is not counted.',
  why: 'It works only on the computer where the site was built. For everyone else, and for search engines, it leads nowhere.',
  fix: 'Replace it by the public address. Mostly the site was built with the settings for development.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    for (const { offset, value, text } of writtenAddresses(page, LOOKS_LOCAL)) {
      const host = localHost(value);
      if (host === undefined || text?.toLowerCase().includes(host) === true) continue;
      yield { offset, message: `leads to ${host}`, value, group: value };
    }
  },
};

const LOOKS_LOCAL = /local|127\.|0\.0\.0\.0|\[::1\]/i;

/** @returns the host's name if only its own computer or network knows it */
function localHost(address: string): string | undefined {
  if (!isUrl(address, 'https://site.invalid/')) return undefined;
  const host = new URL(address, 'https://site.invalid/').hostname.replace(/\.$/, '');
  return isLocal(host) ? host : undefined;
}

/** Source: RFC 6761 section 6.3 (localhost), RFC 6762 section 3 (.local), RFC 1122 section 3.2.1.3 (127/8, 0.0.0.0) */
function isLocal(host: string): boolean {
  return (
    host === 'localhost' ||
    /\.local(?:host)?$/.test(host) ||
    /^127\.\d+\.\d+\.\d+$/.test(host) ||
    host === '0.0.0.0' ||
    host === '[::1]'
  );
}
