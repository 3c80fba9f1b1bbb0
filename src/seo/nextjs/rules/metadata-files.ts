import type { NextApp } from '../next-app.js';
import type { SourceFile } from '../source-file.js';

/** Pages and layouts of the app router, which the compiler checks for metadata. */
export function* metadataFiles({ project, routes: { appFolder } }: NextApp): Generator<SourceFile> {
  if (appFolder === undefined) return;
  for (const source of project.sources.values()) {
    if (source.path.startsWith(`${appFolder}/`) && /\/(?:page|layout)\.[jt]sx?$/.test(source.path))
      yield source;
  }
}
