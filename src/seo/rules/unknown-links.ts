import { FOLLOWED } from '../page/link-kind.js';
import { isHostService } from '../link-resolution.js';
import type { Site } from '../site.js';

/**
 * Whether pages may be linked in ways that the export does not show: by a script that renders a page, or by a link
 * to an address that the host redirects or answers with another file.
 */
export function hasUnknownLinks(site: Site): boolean {
  if (site.pages.some(({ isClientRendered, refresh }) => isClientRendered && refresh === undefined))
    return true;
  for (const { target } of site.linksTo(FOLLOWED, ({ kind }) => kind === 'redirected'))
    if (target.kind === 'redirected' && !isHostService(`/${target.path}`)) return true;
  return false;
}
