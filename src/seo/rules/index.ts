import { baseMultiple } from './base-multiple.js';
import { canonicalChain } from './canonical-chain.js';
import { canonicalEmpty } from './canonical-empty.js';
import { canonicalFragment } from './canonical-fragment.js';
import { canonicalInBody } from './canonical-in-body.js';
import { canonicalInvalid } from './canonical-invalid.js';
import { canonicalMissing } from './canonical-missing.js';
import { canonicalMultiple } from './canonical-multiple.js';
import { canonicalOtherHost } from './canonical-other-host.js';
import { canonicalRelative } from './canonical-relative.js';
import { canonicalTargetMissing } from './canonical-target-missing.js';
import { canonicalToNoindex } from './canonical-to-noindex.js';
import { canonicalToRedirect } from './canonical-to-redirect.js';
import { canonicalToRoot } from './canonical-to-root.js';
import { canonicalVariant } from './canonical-variant.js';
import { charsetConflict } from './charset-conflict.js';
import { charsetLate } from './charset-late.js';
import { charsetMissing } from './charset-missing.js';
import { descriptionDuplicate } from './description-duplicate.js';
import { descriptionEmpty } from './description-empty.js';
import { descriptionMissing } from './description-missing.js';
import { descriptionMultiple } from './description-multiple.js';
import { descriptionTooLong } from './description-too-long.js';
import { descriptionTooShort } from './description-too-short.js';
import { doctypeMissing } from './doctype-missing.js';
import { duplicateContent } from './duplicate-content.js';
import { faviconMissing } from './favicon-missing.js';
import { frameset } from './frameset.js';
import { h1Empty } from './h1-empty.js';
import { h1Missing } from './h1-missing.js';
import { h1Multiple } from './h1-multiple.js';
import { headBroken } from './head-broken.js';
import { headingSkip } from './heading-skip.js';
import { hreflangDuplicate } from './hreflang-duplicate.js';
import { hreflangInvalidCode } from './hreflang-invalid-code.js';
import { hreflangMissingSelf } from './hreflang-missing-self.js';
import { hreflangNoReturn } from './hreflang-no-return.js';
import { hreflangNoXDefault } from './hreflang-no-x-default.js';
import { hreflangRelative } from './hreflang-relative.js';
import { hreflangTargetMissing } from './hreflang-target-missing.js';
import { hreflangToNoindex } from './hreflang-to-noindex.js';
import { htmlTooBig } from './html-too-big.js';
import { imageAltMissing } from './image-alt-missing.js';
import { imageBroken } from './image-broken.js';
import { imageDimensionsMissing } from './image-dimensions-missing.js';
import { imageHeavy } from './image-heavy.js';
import { imageLazyLcp } from './image-lazy-lcp.js';
import { internalFragmentBroken } from './internal-fragment-broken.js';
import { internalLinkBroken } from './internal-link-broken.js';
import { internalLinkSlashMismatch } from './internal-link-slash-mismatch.js';
import { internalLinkToNoindex } from './internal-link-to-noindex.js';
import { internalLinkToNonCanonical } from './internal-link-to-non-canonical.js';
import { internalLinkToRedirect } from './internal-link-to-redirect.js';
import { langInvalid } from './lang-invalid.js';
import { langMissing } from './lang-missing.js';
import { linkFilePath } from './link-file-path.js';
import { linkLocalhost } from './link-localhost.js';
import { linkNofollowInternal } from './link-nofollow-internal.js';
import { linkNotCrawlable } from './link-not-crawlable.js';
import { linkTextEmpty } from './link-text-empty.js';
import { linkTextGeneric } from './link-text-generic.js';
import { loremIpsum } from './lorem-ipsum.js';
import { maxSnippet0 } from './max-snippet-0.js';
import { mixedContent } from './mixed-content.js';
import { nearDuplicateContent } from './near-duplicate-content.js';
import { noOutlinks } from './no-outlinks.js';
import { noindexAndDisallowed } from './noindex-and-disallowed.js';
import { nosnippet } from './nosnippet.js';
import { ogImageBroken } from './og-image-broken.js';
import { ogImageRelative } from './og-image-relative.js';
import { ogMissing } from './og-missing.js';
import { ogUrlConflict } from './og-url-conflict.js';
import { orphanPage } from './orphan-page.js';
import { pageDepth } from './page-depth.js';
import { pageTooManyLinks } from './page-too-many-links.js';
import { paginationBroken } from './pagination-broken.js';
import { paginationCanonicalToFirst } from './pagination-canonical-to-first.js';
import { plugin } from './plugin.js';
import { redirectChain } from './redirect-chain.js';
import { redirectLoop } from './redirect-loop.js';
import { redirectMetaRefresh } from './redirect-meta-refresh.js';
import { redirectTargetMissing } from './redirect-target-missing.js';
import { resourceBroken } from './resource-broken.js';
import { robotsBlocksAll } from './robots-blocks-all.js';
import { robotsBlocksAssets } from './robots-blocks-assets.js';
import { robotsBlocksSitemapPage } from './robots-blocks-sitemap-page.js';
import { robotsMetaConflict } from './robots-meta-conflict.js';
import { robotsMissing } from './robots-missing.js';
import { robotsNoSitemap } from './robots-no-sitemap.js';
import { robotsNoindex } from './robots-noindex.js';
import { robotsSyntax } from './robots-syntax.js';
import { robotsTooBig } from './robots-too-big.js';
import { sitemapInvalid } from './sitemap-invalid.js';
import { sitemapLastmodAllEqual } from './sitemap-lastmod-all-equal.js';
import { sitemapLastmodFuture } from './sitemap-lastmod-future.js';
import { sitemapLastmodInvalid } from './sitemap-lastmod-invalid.js';
import { sitemapListsBlocked } from './sitemap-lists-blocked.js';
import { sitemapListsDuplicate } from './sitemap-lists-duplicate.js';
import { sitemapListsMissing } from './sitemap-lists-missing.js';
import { sitemapListsNoindex } from './sitemap-lists-noindex.js';
import { sitemapListsNonCanonical } from './sitemap-lists-non-canonical.js';
import { sitemapListsRedirect } from './sitemap-lists-redirect.js';
import { sitemapMissing } from './sitemap-missing.js';
import { sitemapOtherHost } from './sitemap-other-host.js';
import { sitemapPageUnlisted } from './sitemap-page-unlisted.js';
import { sitemapRelative } from './sitemap-relative.js';
import { sitemapScheme } from './sitemap-scheme.js';
import { structuredDataInvalidJson } from './structured-data-invalid-json.js';
import { structuredDataMissingContext } from './structured-data-missing-context.js';
import { structuredDataMissingRequired } from './structured-data-missing-required.js';
import { structuredDataMissingType } from './structured-data-missing-type.js';
import { templateLeak } from './template-leak.js';
import { thinContent } from './thin-content.js';
import { titleDuplicate } from './title-duplicate.js';
import { titleEmpty } from './title-empty.js';
import { titleMissing } from './title-missing.js';
import { titleMultiple } from './title-multiple.js';
import { titleTooLong } from './title-too-long.js';
import { titleTooShort } from './title-too-short.js';
import { twitterCardMissing } from './twitter-card-missing.js';
import { urlDuplicateForms } from './url-duplicate-forms.js';
import { urlSpaceOrNonascii } from './url-space-or-nonascii.js';
import { urlTooLong } from './url-too-long.js';
import { urlUnderscore } from './url-underscore.js';
import { urlUppercase } from './url-uppercase.js';
import { viewportBlocksZoom } from './viewport-blocks-zoom.js';
import { viewportMissing } from './viewport-missing.js';
import type { SeoRule } from './rule.js';

/** Every rule on an exported site, by id. A rule is one file and one line here. */
export const seoRules: readonly SeoRule[] = [
  baseMultiple,
  canonicalChain,
  canonicalEmpty,
  canonicalFragment,
  canonicalInBody,
  canonicalInvalid,
  canonicalMissing,
  canonicalMultiple,
  canonicalOtherHost,
  canonicalRelative,
  canonicalTargetMissing,
  canonicalToNoindex,
  canonicalToRedirect,
  canonicalToRoot,
  canonicalVariant,
  charsetConflict,
  charsetLate,
  charsetMissing,
  descriptionDuplicate,
  descriptionEmpty,
  descriptionMissing,
  descriptionMultiple,
  descriptionTooLong,
  descriptionTooShort,
  doctypeMissing,
  duplicateContent,
  faviconMissing,
  frameset,
  h1Empty,
  h1Missing,
  h1Multiple,
  headBroken,
  headingSkip,
  hreflangDuplicate,
  hreflangInvalidCode,
  hreflangMissingSelf,
  hreflangNoReturn,
  hreflangNoXDefault,
  hreflangRelative,
  hreflangTargetMissing,
  hreflangToNoindex,
  htmlTooBig,
  imageAltMissing,
  imageBroken,
  imageDimensionsMissing,
  imageHeavy,
  imageLazyLcp,
  internalFragmentBroken,
  internalLinkBroken,
  internalLinkSlashMismatch,
  internalLinkToNoindex,
  internalLinkToNonCanonical,
  internalLinkToRedirect,
  langInvalid,
  langMissing,
  linkFilePath,
  linkLocalhost,
  linkNofollowInternal,
  linkNotCrawlable,
  linkTextEmpty,
  linkTextGeneric,
  loremIpsum,
  maxSnippet0,
  mixedContent,
  nearDuplicateContent,
  noOutlinks,
  noindexAndDisallowed,
  nosnippet,
  ogImageBroken,
  ogImageRelative,
  ogMissing,
  ogUrlConflict,
  orphanPage,
  pageDepth,
  pageTooManyLinks,
  paginationBroken,
  paginationCanonicalToFirst,
  plugin,
  redirectChain,
  redirectLoop,
  redirectMetaRefresh,
  redirectTargetMissing,
  resourceBroken,
  robotsBlocksAll,
  robotsBlocksAssets,
  robotsBlocksSitemapPage,
  robotsMetaConflict,
  robotsMissing,
  robotsNoSitemap,
  robotsNoindex,
  robotsSyntax,
  robotsTooBig,
  sitemapInvalid,
  sitemapLastmodAllEqual,
  sitemapLastmodFuture,
  sitemapLastmodInvalid,
  sitemapListsBlocked,
  sitemapListsDuplicate,
  sitemapListsMissing,
  sitemapListsNoindex,
  sitemapListsNonCanonical,
  sitemapListsRedirect,
  sitemapMissing,
  sitemapOtherHost,
  sitemapPageUnlisted,
  sitemapRelative,
  sitemapScheme,
  structuredDataInvalidJson,
  structuredDataMissingContext,
  structuredDataMissingRequired,
  structuredDataMissingType,
  templateLeak,
  thinContent,
  titleDuplicate,
  titleEmpty,
  titleMissing,
  titleMultiple,
  titleTooLong,
  titleTooShort,
  twitterCardMissing,
  urlDuplicateForms,
  urlSpaceOrNonascii,
  urlTooLong,
  urlUnderscore,
  urlUppercase,
  viewportBlocksZoom,
  viewportMissing,
];
