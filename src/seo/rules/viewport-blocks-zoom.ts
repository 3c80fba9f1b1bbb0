import type { PageRule } from './rule.js';
import { viewportProperties, viewports } from './viewport-properties.js';

const LIMITS = { min_maximum_scale: 5 };

export const viewportBlocksZoom: PageRule = {
  id: 'viewport-blocks-zoom',
  scope: 'page',
  pages: 'content',
  severity: 'info',
  title: 'Pages that keep visitors from zooming in',
  meaning: 'The viewport of these pages has user-scalable=no, or a maximum-scale below 5.',
  why: 'People with low vision need to enlarge text. Some phones ignore the setting, others obey. It has no known effect on ranking.',
  fix: 'Remove user-scalable and maximum-scale from the viewport.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/meta-viewport',
  limits: LIMITS,
  *check(page, { min_maximum_scale: least = LIMITS.min_maximum_scale }) {
    for (const { offset, content } of viewports(page)) {
      const properties = viewportProperties(content);
      const reason = blocksScaling(properties.get('user-scalable'))
        ? `user-scalable=${properties.get('user-scalable') ?? ''}`
        : capsScale(properties.get('maximum-scale'), least);
      if (reason !== undefined) yield { offset, message: reason, value: content };
    }
  },
};

/** `no` and what browsers read as it: a number between -1 and 1. Source: axe-core, check "meta-viewport" */
function blocksScaling(value: string | undefined): boolean {
  if (value === undefined) return false;
  const number = Number.parseFloat(value);
  return value === 'no' || (number > -1 && number < 1);
}

/** A negative maximum is ignored by browsers; `yes` is read as 1. */
function capsScale(value: string | undefined, least: number): string | undefined {
  const number = value === 'yes' ? 1 : Number.parseFloat(value ?? '');
  return number >= 0 && number < least ? `maximum-scale=${value ?? ''}` : undefined;
}
