import { metadataFiles } from './metadata-files.js';
import type { NextRule } from './rule.js';

export const nextMetadataInClient: NextRule = {
  id: 'next-metadata-in-client',
  severity: 'critical',
  title: 'Metadata exported from client components',
  meaning: "The file begins with 'use client' and exports metadata or generateMetadata.",
  why: 'The build fails: metadata is resolved on the server, before the page is rendered.',
  fix: "Keep the page or layout a server component, and move what needs 'use client' to a file of its own.",
  source:
    'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#why-generatemetadata-is-server-component-only',
  *check(app) {
    for (const { path, isClient, exports } of metadataFiles(app)) {
      if (!isClient) continue;
      for (const name of ['metadata', 'generateMetadata']) {
        const found = exports.get(name);
        if (found === undefined) continue;
        yield {
          page: path,
          offset: found.offset,
          message: `${name} is exported from a client component`,
          severity: 'critical',
        };
      }
    }
  },
};
