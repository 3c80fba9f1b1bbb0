import { metadataFiles } from './metadata-files.js';
import type { NextRule } from './rule.js';

export const nextMetadataBoth: NextRule = {
  id: 'next-metadata-both',
  severity: 'critical',
  title: 'Files with both metadata and generateMetadata',
  meaning: 'One page or layout exports both.',
  why: 'The build fails: only one of the two may be exported.',
  fix: 'Keep generateMetadata if the metadata depends on the request or on data, and metadata otherwise.',
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata',
  *check(app) {
    for (const { path, exports } of metadataFiles(app)) {
      const found = exports.get('generateMetadata');
      if (found === undefined || !exports.has('metadata')) continue;
      yield {
        page: path,
        offset: found.offset,
        message: 'generateMetadata is exported beside metadata',
        severity: 'critical',
      };
    }
  },
};
