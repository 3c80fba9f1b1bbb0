import { nextCanonicalInherited } from './next-canonical-inherited.js';
import { nextDynamicNoStaticParams } from './next-dynamic-no-static-params.js';
import { nextHeadInApp } from './next-head-in-app.js';
import { nextHtmlLang } from './next-html-lang.js';
import { nextImg } from './next-img.js';
import { nextInterceptInExport } from './next-intercept-in-export.js';
import { nextLinkBroken } from './next-link-broken.js';
import { nextMetadataBoth } from './next-metadata-both.js';
import { nextMetadataInClient } from './next-metadata-in-client.js';
import { nextMetadataMissingDescription } from './next-metadata-missing-description.js';
import { nextMetadataMissingTitle } from './next-metadata-missing-title.js';
import { nextMetadatabaseMissing } from './next-metadatabase-missing.js';
import { nextNoindexInLayout } from './next-noindex-in-layout.js';
import { nextOgLost } from './next-og-lost.js';
import { nextOpengraphImageMissing } from './next-opengraph-image-missing.js';
import { nextRobotsMissing } from './next-robots-missing.js';
import { nextSitemapMissing } from './next-sitemap-missing.js';
import type { NextRule } from './rule.js';

/** Every rule on the sources of a Next.js project, in the order of the catalogue. */
export const nextRules: readonly NextRule[] = [
  nextMetadataMissingTitle,
  nextMetadataMissingDescription,
  nextMetadataInClient,
  nextMetadataBoth,
  nextDynamicNoStaticParams,
  nextInterceptInExport,
  nextMetadatabaseMissing,
  nextCanonicalInherited,
  nextNoindexInLayout,
  nextOgLost,
  nextLinkBroken,
  nextHeadInApp,
  nextHtmlLang,
  nextSitemapMissing,
  nextRobotsMissing,
  nextOpengraphImageMissing,
  nextImg,
];
