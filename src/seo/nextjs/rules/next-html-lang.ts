import type { SourceElement } from '../jsx-elements.js';
import type { NextApp } from '../next-app.js';
import { isNothing, textOf } from '../values.js';
import { contentPages } from './content-pages.js';
import type { NextOccurrence, NextRule } from './rule.js';

export const nextHtmlLang: NextRule = {
  id: 'next-html-lang',
  severity: 'warning',
  title: 'Documents without a language',
  meaning:
    "The root layout's <html> has no lang, or the pages router has no _document that gives <Html> one and no i18n that does.",
  why: 'Screen readers choose the voice, and browsers the translation, by the language of the document.',
  fix: 'Write <html lang="en"> in the root layout, and <Html lang="en"> in pages/_document.',
  source: 'https://nextjs.org/docs/app/api-reference/file-conventions/layout#root-layout',
  *check(app) {
    yield* rootLayouts(app);
    yield* documents(app);
  },
};

function* rootLayouts(app: NextApp): Generator<NextOccurrence> {
  const layouts = new Set(contentPages(app).flatMap(({ layouts: [root] }) => root ?? []));
  for (const file of layouts) {
    for (const element of app.project.sources.get(file)?.elements ?? []) {
      if (element.kind !== 'html' || !lacksLanguage(element)) continue;
      yield { page: file, offset: element.offset, message: '<html> has no lang', severity: 'warning' };
    }
  }
}

/** With i18n, Next.js sets the language of each locale by itself. */
function* documents({ project, routes, config, files }: NextApp): Generator<NextOccurrence> {
  const { pagesFolder } = routes;
  const pages = routes.all.filter(({ router, kind }) => router === 'pages' && kind === 'page');
  const [page] = pages;
  if (pagesFolder === undefined || page === undefined || config.locales?.length !== 0) return;
  const own = [...files].filter((file) =>
    /^_(?:app|document)\.\w+$/.test(file.slice(pagesFolder.length + 1)),
  );
  const document = own.find((file) => file.startsWith(`${pagesFolder}/_document.`));
  if (document === undefined) {
    yield {
      page: own[0] ?? page.file,
      message: `no ${pagesFolder}/_document sets a language`,
      severity: 'warning',
    };
    return;
  }
  for (const element of project.sources.get(document)?.elements ?? []) {
    const isRoot = element.kind === 'next/document:Html' || element.kind === 'html';
    if (!isRoot || !lacksLanguage(element)) continue;
    yield { page: document, offset: element.offset, message: '<Html> has no lang', severity: 'warning' };
  }
}

function lacksLanguage({ attributes, hasSpread }: SourceElement): boolean {
  const lang = attributes.get('lang');
  return lang === undefined ? !hasSpread : isNothing(lang) || textOf(lang)?.trim() === '';
}
