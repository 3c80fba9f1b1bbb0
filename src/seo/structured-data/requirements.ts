import { applications, events, localBusinesses } from './schema-types.js';

/** A path of properties (`location.address`), or several of which one is enough. */
export type Need = string | readonly string[];

/** What Google requires before it shows a rich result for a type. */
export interface Requirement {
  readonly types: readonly string[];
  readonly needs: readonly Need[];
  /** Page of developers.google.com/search/docs/appearance/structured-data that the needs were read from. */
  readonly page: string;
}

/**
 * Left out on purpose: Article, Organization, WebSite (nothing is required); FAQPage, HowTo and the search box (no longer
 * shown); Course (only in lists of three and more); images of merchant listings (nobody knows from a page that it sells).
 */
export const requirements: readonly Requirement[] = [
  {
    types: ['Product'],
    needs: ['name', ['offers', 'review', 'aggregateRating', 'reviews', 'isVariantOf']],
    page: 'product-snippet',
  },
  { types: ['Recipe'], needs: ['name', 'image'], page: 'recipe' },
  { types: ['VideoObject'], needs: ['name', ['thumbnailUrl', 'thumbnail'], 'uploadDate'], page: 'video' },
  { types: events, needs: ['name', 'startDate', 'location.address'], page: 'event' },
  { types: localBusinesses, needs: ['name', ['address', 'location.address']], page: 'local-business' },
  {
    types: ['JobPosting'],
    needs: [
      'title',
      'description',
      'datePosted',
      'hiringOrganization',
      // A job at home needs no place; `additionalProperty` is the older way to say that it is one.
      [
        'jobLocation.address.addressCountry',
        'applicantLocationRequirements',
        'jobLocation.additionalProperty',
      ],
    ],
    page: 'job-posting',
  },
  {
    types: applications,
    needs: [
      'name',
      ['offers.price', 'offers.priceSpecification.price', 'offers.lowPrice'],
      ['aggregateRating', 'review', 'reviews'],
    ],
    page: 'software-app',
  },
  {
    types: ['Review'],
    needs: ['author', 'itemReviewed.name', 'reviewRating.ratingValue'],
    page: 'review-snippet',
  },
  {
    types: ['AggregateRating'],
    needs: ['itemReviewed.name', 'ratingValue', ['ratingCount', 'reviewCount']],
    page: 'review-snippet',
  },
];

/** Parts of a thing that may show stars or prices; what they belong to is known from where they stand. */
export const partRequirements: readonly (Requirement & { readonly property: string })[] = [
  {
    property: 'offers',
    types: ['Offer'],
    needs: [['price', 'priceSpecification.price', 'priceSpecification.minPrice']],
    page: 'product-snippet',
  },
  {
    property: 'offers',
    types: ['AggregateOffer'],
    needs: ['lowPrice', 'priceCurrency'],
    page: 'product-snippet',
  },
  {
    property: 'review',
    types: ['Review'],
    needs: [
      'author',
      // The guide's own example of pros and cons has no rating.
      ['reviewRating.ratingValue', 'positiveNotes', 'negativeNotes'],
    ],
    page: 'review-snippet',
  },
  {
    property: 'aggregateRating',
    types: ['AggregateRating'],
    needs: ['ratingValue', ['ratingCount', 'reviewCount']],
    page: 'review-snippet',
  },
];
