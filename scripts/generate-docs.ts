/**
 * Writes the documentation pages that come from code, or with `--check` says which are not current.
 *
 * Run it with `pnpm docs:generate`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rulesMarkdown } from '../src/output/rules-markdown.js';
import { runnersMarkdown } from '../src/output/runners-markdown.js';
import { registry } from '../src/runners/registry.js';
import { describeRules } from '../src/services/describe-rules.js';
import { contentExamplesMarkdown } from './pages/content-examples.js';
import { errorsMarkdown } from './pages/errors.js';
import { inputsMarkdown } from './pages/inputs.js';
import { limitsMarkdown } from './pages/limits.js';

const PAGES: Record<string, string> = {
  'content-examples.md': await contentExamplesMarkdown(),
  'errors.md': errorsMarkdown(),
  'inputs.md': inputsMarkdown(registry),
  'limits.md': limitsMarkdown(),
  'runners.md': runnersMarkdown(registry),
  'seo-rules.md': rulesMarkdown(describeRules()),
};

const docs = path.join(import.meta.dirname, '..', 'docs');
const isCheck = process.argv.includes('--check');
for (const [page, text] of Object.entries(PAGES)) {
  const file = path.join(docs, page);
  if (!isCheck) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/${page} is not current; run "pnpm docs:generate"`);
    process.exitCode = 1;
  }
}
