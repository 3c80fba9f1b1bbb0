import { expect } from 'chai';
import type { NextScan } from '../../../src/seo/nextjs/scan-nextjs.js';
import { scanNextjs } from '../../../src/seo/nextjs/scan-nextjs.js';

export type Files = Readonly<Record<string, string>>;

/** Scans a project whose files are these texts. */
export async function scanFiles(files: Files): Promise<NextScan> {
  const texts = new Map(Object.entries(files));
  return scanNextjs({
    sources: { files: new Set(texts.keys()), read: (file) => Promise.resolve(texts.get(file)) },
  });
}

/** What a rule says of a project: `file: value`, or `file` where there is no value. */
async function saidBy(rule: string, files: Files): Promise<string[]> {
  const { results } = await scanFiles(files);
  const occurrences = results.find((result) => result.rule.id === rule)?.occurrences ?? [];
  return occurrences.map(({ page, value }) => (value === undefined ? page : `${page}: ${value}`));
}

interface RuleCases {
  readonly finds: Readonly<Record<string, { readonly files: Files; readonly at: readonly string[] }>>;
  readonly passes: Readonly<Record<string, { readonly files: Files }>>;
}

/** One test a case; what a rule finds is said exactly, in order. */
export function describeNextRule(id: string, { finds, passes }: RuleCases): void {
  describe(id, () => {
    for (const [name, { files, at }] of Object.entries(finds)) {
      it(`finds ${name}`, async () => {
        expect(await saidBy(id, files)).to.deep.equal(at);
      });
    }
    for (const [name, { files }] of Object.entries(passes)) {
      it(`passes ${name}`, async () => {
        expect(await saidBy(id, files)).to.deep.equal([]);
      });
    }
  });
}

/** A layout; `head` stands before it, as in `export const metadata = …`. */
export function layout(head = ''): string {
  return `${head}\nexport default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`;
}

/** A page; `head` stands before it. */
export function page(head = '', body = '<p>text</p>'): string {
  return `${head}\nexport default function Page() { return <main>${body}</main>; }`;
}

/** A page of an app with a plain root layout that renders this. */
export function withBody(body: string, imports = "import Link from 'next/link';"): Files {
  return { 'app/layout.tsx': layout(), 'app/page.tsx': page(imports, body), 'app/about/page.tsx': page() };
}
