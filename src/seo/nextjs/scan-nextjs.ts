import { readNextApp, type NextApp } from './next-app.js';
import { nextRules } from './rules/index.js';
import type { NextOccurrence, NextRule, NextRuleResult } from './rules/rule.js';
import type { NextSources } from './sources.js';

export interface NextScanOptions {
  /** The project's files, read inside its folder only. */
  readonly sources: NextSources;
  readonly rules?: readonly NextRule[];
}

export interface NextScan {
  readonly summary: NextSummary;
  /** One for each rule, in the order of the catalogue. */
  readonly results: readonly NextRuleResult[];
}

/** What was read, and what could not be told. */
export interface NextSummary {
  /** Pages of both routers; a dynamic route is one. */
  readonly routes: number;
  readonly app_routes: number;
  readonly pages_routes: number;
  readonly dynamic_routes: number;
  /** Sources that were read: pages, layouts and their like, and whatever they import. */
  readonly sources: number;
  /** Sources that could not be parsed; nothing is said of them, nor of what they decide. */
  readonly unparsed: readonly string[];
  readonly config: string | null;
  /** Values of the configuration; null where it doesn't say them literally. */
  readonly base_path: string | null;
  readonly trailing_slash: boolean | null;
  readonly output: string | null;
  /** Why links were not checked; null if they were. */
  readonly links_unchecked: string | null;
  readonly occurrences: number;
}

/** Reads a Next.js project without executing anything of it, and applies every rule. */
export async function scanNextjs({ sources, rules = nextRules }: NextScanOptions): Promise<NextScan> {
  const app = await readNextApp(sources);
  const results = rules.map((rule) => ({ rule, occurrences: [...rule.check(app)].sort(byPlace) }));
  const occurrences = results.reduce((sum, result) => sum + result.occurrences.length, 0);
  return { summary: { ...summarize(app), occurrences }, results };
}

function byPlace(a: NextOccurrence, b: NextOccurrence): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return (a.offset ?? -1) - (b.offset ?? -1);
}

function summarize(app: NextApp): Omit<NextSummary, 'occurrences'> {
  const { config, project } = app;
  const pages = app.routes.all.filter(({ kind }) => kind === 'page');
  return {
    routes: pages.length,
    app_routes: pages.filter(({ router }) => router === 'app').length,
    pages_routes: pages.filter(({ router }) => router === 'pages').length,
    dynamic_routes: pages.filter(({ isDynamic }) => isDynamic).length,
    sources: project.sources.size,
    unparsed: project.unparsed,
    config: app.configFile ?? null,
    base_path: config.basePath ?? null,
    trailing_slash: config.trailingSlash ?? null,
    output: config.output ?? null,
    links_unchecked: app.links.unchecked ?? null,
  };
}
