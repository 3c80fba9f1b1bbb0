import type { Embed } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const plugin: PageRule = {
  id: 'plugin',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Contents that need Flash, Java or Silverlight',
  meaning: 'These <object>, <embed> and <applet> elements need a plug-in that browsers no longer have.',
  why: 'No current browser shows them and no search engine reads them: the place stays empty.',
  fix: 'Replace them with HTML, a <video> or a script, or remove them.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/plugins',
  *check(page) {
    for (const embed of page.embeds) {
      if (!needsPlugin(embed)) continue;
      yield {
        offset: embed.offset,
        message: `<${embed.element}> for a plug-in`,
        value: embed.url || embed.type,
      };
    }
  },
};

/** Source: Lighthouse 12.0, audit "plugins" */
function needsPlugin({ element, type, url }: Embed): boolean {
  if (element === 'applet') return true;
  if (element !== 'object' && element !== 'embed') return false;
  return PLUGIN_TYPE.test(type.trim()) || PLUGIN_FILE.test(url.split(/[?#]/, 1)[0]?.trim() ?? '');
}

const PLUGIN_TYPE =
  /^application\/(?:x-shockwave-flash|futuresplash|x-java-(?:applet|bean|vm)|x-silverlight)/i;
const PLUGIN_FILE = /\.(?:swf|flv|class|jar|xap)$/i;
