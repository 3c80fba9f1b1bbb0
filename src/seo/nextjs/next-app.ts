import { type AppPage, readAppPages } from './app-pages.js';
import { type HeadTags, headTags } from './head-tags.js';
import { hostRouting, type HostRouting } from './host-routing.js';
import { LinkResolver } from './links.js';
import { configFile, type NextConfig, readConfig } from './next-config.js';
import { type Project, readProject } from './project.js';
import type { Routes } from './route.js';
import { readRoutes } from './routes.js';
import type { NextSources } from './sources.js';

/** All that rules look at: a Next.js project as far as its sources say literally what it does. */
export interface NextApp {
  readonly files: ReadonlySet<string>;
  readonly configFile: string | undefined;
  readonly config: NextConfig;
  readonly routes: Routes;
  readonly project: Project;
  readonly appPages: readonly AppPage[];
  readonly headTags: HeadTags;
  readonly hosts: HostRouting;
  readonly links: LinkResolver;
}

export async function readNextApp(sources: NextSources): Promise<NextApp> {
  const { files } = sources;
  const file = configFile(files);
  const config = readConfig(file, file === undefined ? undefined : await sources.read(file));
  const extensions = [...(config.pageExtensions ?? ['tsx', 'ts', 'jsx', 'js']), 'mdx', 'md'];
  const routes = readRoutes(files, extensions);
  const project = await readProject(sources, routes, extensions);
  const hosts = await hostRouting(sources, config);
  const appPages = readAppPages(files, routes, project, config, extensions);
  return {
    files,
    configFile: file,
    config,
    routes,
    project,
    appPages,
    headTags: headTags(project),
    hosts,
    links: new LinkResolver({ files, config, routes, project, appPages, hosts }),
  };
}
