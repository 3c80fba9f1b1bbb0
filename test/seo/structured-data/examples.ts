/** What is found in an object whose context is schema.org; what each lacks by the rows of `requirements.ts`. */
export interface Example {
  readonly data: object;
  readonly lacks: readonly string[];
}

const ADDRESS = {
  '@type': 'PostalAddress',
  streetAddress: '7 S. Broadway',
  addressLocality: 'Denver',
  addressCountry: 'US',
};
const VENUE = { '@type': 'Place', name: 'The Hi-Dive', address: ADDRESS };
const PERSON = { '@type': 'Person', name: 'John' };
const STARS = { '@type': 'AggregateRating', ratingValue: '3.5', reviewCount: '11' };
const OFFER = { '@type': 'Offer', price: '55.00', priceCurrency: 'USD' };
const STORE = { '@type': 'Store', name: "Delia's Daily Supplies", openingHours: 'Mo-Fr 07:00-23:00' };
const PHARMACY = {
  '@type': 'Pharmacy',
  name: "Philippa's Pharmacy",
  openingHours: 'Mo,Tu,We,Th 09:00-12:00',
};
const action = (type: string, object: object) => ({ '@type': type, agent: PERSON, object });
const step = (position: unknown, name: unknown, item?: unknown) => ({
  '@type': 'ListItem',
  position,
  name,
  item,
});
const trail = (...itemListElement: unknown[]) => ({ '@type': 'BreadcrumbList', itemListElement });
const JOB = {
  '@type': 'JobPosting',
  title: 'Software Engineer',
  description: '<p>Develops in-house tools.</p>',
  datePosted: '2011-10-31',
  hiringOrganization: { '@type': 'Organization', name: 'ABC Company Inc.' },
};

/** After the examples that schema.org gives for its types, shortened. */
export const schemaOrgExamples: Readonly<Record<string, Example>> = {
  'a restaurant': {
    data: {
      '@type': 'Restaurant',
      name: 'GreatFood',
      address: ADDRESS,
      aggregateRating: STARS,
      priceRange: '$$',
    },
    lacks: [],
  },
  'a restaurant without address': {
    data: {
      '@type': 'Restaurant',
      name: 'Fondue',
      telephone: '+155501003333',
      hasMenu: 'http://example.com/menu',
    },
    lacks: ['Restaurant without address'],
  },
  'a store without address, with a department that has none either': {
    data: { ...STORE, department: PHARMACY },
    lacks: ['Store without address'],
  },
  'a store with several departments': {
    data: { ...STORE, address: ADDRESS, department: [PHARMACY] },
    lacks: [],
  },
  'a pharmacy without address': { data: PHARMACY, lacks: ['Pharmacy without address'] },
  'an event with offers for many prices': {
    data: {
      '@type': 'Event',
      name: 'Game 3',
      startDate: '2016-04-21T20:00',
      location: VENUE,
      offers: { '@type': 'AggregateOffer', lowPrice: '35', offerCount: '1938' },
    },
    lacks: [],
  },
  'an event whose place has its address as a text': {
    data: {
      '@type': 'TheaterEvent',
      name: 'Julius Caesar',
      startDate: '2014-10-01T19:30',
      location: { '@type': 'PerformingArtsTheater', name: 'Globe', address: 'London, UK' },
      offers: { '@type': 'Offer', url: '/ticket/1' },
    },
    lacks: [],
  },
  'a cancelled event': {
    data: {
      '@type': 'Event',
      eventStatus: 'https://schema.org/EventCancelled',
      name: 'Typhoon',
      startDate: '2013-09-14T21:30',
      location: VENUE,
    },
    lacks: [],
  },
  'a series of games': {
    data: {
      '@type': 'SportsEvent',
      name: '2013 World Series',
      subEvent: { '@type': 'SportsEvent', '@id': 'http://example.com/g1', name: 'Game 1' },
    },
    lacks: ['SportsEvent without startDate, without location.address'],
  },
  'a list of events, with a place as a text': {
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'MusicEvent',
        name: 'B.B. King',
        startDate: '2014-04-12',
        location: 'Providence, RI',
      },
      { '@context': 'https://schema.org', '@type': 'MusicEvent', name: 'B.B. King', location: VENUE },
    ],
    lacks: ['MusicEvent without startDate'],
  },
  'a band with its events': {
    data: {
      '@type': 'MusicGroup',
      name: 'Foo Fighters',
      event: [{ '@type': 'Event', startDate: '2011-05-20' }],
    },
    lacks: [],
  },
  'a reservation for an event': {
    data: { '@type': 'EventReservation', reservationFor: { '@type': 'Event', name: 'Concert' } },
    lacks: [],
  },
  'a product with rating, review and offer': {
    data: {
      '@type': 'Product',
      name: 'Kenmore White 17" Microwave',
      aggregateRating: STARS,
      offers: { ...OFFER, availability: 'https://schema.org/InStock' },
      review: [{ '@type': 'Review', author: 'Ellie', reviewRating: { '@type': 'Rating', ratingValue: '1' } }],
    },
    lacks: [],
  },
  'a product that several sellers offer': {
    data: {
      '@type': 'Product',
      name: 'Dell UltraSharp 30" LCD Monitor',
      offers: {
        '@type': 'AggregateOffer',
        priceCurrency: 'USD',
        lowPrice: '1250',
        offers: [{ '@type': 'Offer', url: 'monitors/dell-30.html' }],
      },
    },
    lacks: [],
  },
  'a page about a book, with its trail as a text': {
    data: {
      '@type': 'WebPage',
      breadcrumb: 'Books > Literature & Fiction > Classics',
      mainEntity: {
        '@type': 'Book',
        name: 'The Catcher in the Rye',
        offers: { '@type': 'Offer', availability: 'https://schema.org/InStock' },
        aggregateRating: { '@type': 'AggregateRating', reviewCount: '3077' },
      },
    },
    lacks: ['AggregateRating without ratingValue in Book'],
  },
  'a recipe': {
    data: {
      '@type': 'Recipe',
      name: "Mom's World Famous Banana Bread",
      image: 'bananabread.jpg',
      author: 'John',
    },
    lacks: [],
  },
  'a movie': {
    data: { '@type': 'Movie', name: 'Pirates', aggregateRating: { ...STARS, ratingCount: '200' } },
    lacks: [],
  },
  'a job without place and employer': {
    data: {
      ...JOB,
      hiringOrganization: undefined,
      jobLocation: { '@type': 'Place', address: { addressLocality: 'Kirkland' } },
    },
    lacks: [
      'JobPosting without hiringOrganization, without jobLocation.address.addressCountry or applicantLocationRequirements',
    ],
  },
  'a job that shows only what skills it takes': {
    data: { '@type': 'JobPosting', title: 'Junior software developer', skills: { '@type': 'DefinedTerm' } },
    lacks: [
      'JobPosting without description, without datePosted, without hiringOrganization, without jobLocation.address.addressCountry or applicantLocationRequirements',
    ],
  },
  'a list of products': {
    data: {
      '@type': 'ItemList',
      itemListElement: [{ '@type': 'Product', name: 'Brand 502', url: 'https://example.com/' }],
    },
    lacks: [],
  },
  'a graph of a place and an offer': { data: { '@graph': [VENUE, OFFER] }, lacks: [] },
  'somebody who installs an application': {
    data: action('InstallAction', { '@type': 'MobileApplication', name: 'Fitbit' }),
    lacks: [],
  },
  'somebody who wants a product': {
    data: action('WantAction', { '@type': 'Product', name: 'ipod' }),
    lacks: [],
  },
  'somebody who leaves a hotel': {
    data: action('DepartAction', { '@type': 'Hotel', name: 'The Hilton' }),
    lacks: [],
  },
  'somebody who reviews an article': {
    data: {
      ...action('ReviewAction', { '@type': 'Article', name: 'P = NP' }),
      resultReview: { '@type': 'Review' },
    },
    lacks: [],
  },
  'a television series with its broadcasts': {
    data: {
      '@type': 'TVSeries',
      containsSeason: {
        '@type': 'TVSeason',
        episode: { '@type': 'TVEpisode', publication: [{ '@type': 'BroadcastEvent' }] },
      },
    },
    lacks: [],
  },
};

/** After the examples of Google's guides, and what these say in words. */
export const googleExamples: Readonly<Record<string, Example>> = {
  'a product with reviews': {
    data: {
      '@type': 'Product',
      name: 'Executive Anvil',
      review: { '@type': 'Review', author: PERSON, reviewRating: { '@type': 'Rating', ratingValue: 4 } },
    },
    lacks: [],
  },
  'pros and cons without rating': {
    data: {
      '@type': 'Product',
      name: 'Cheese Grater Pro',
      review: {
        '@type': 'Review',
        author: PERSON,
        positiveNotes: { '@type': 'ItemList', itemListElement: [], name: 'Pros' },
      },
    },
    lacks: [],
  },
  'a product without anything to show': {
    data: { '@type': 'Product', name: 'Executive Anvil', image: 'anvil.jpg', sku: '0446310786' },
    lacks: ['Product without offers, review or aggregateRating'],
  },
  'an offer for nothing': {
    data: { '@type': 'Product', name: 'Anvil', offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR' } },
    lacks: [],
  },
  'a price in its specification': {
    data: {
      '@type': 'Product',
      name: 'Anvil',
      offers: { '@type': 'Offer', priceSpecification: [{ '@type': 'UnitPriceSpecification', price: 9.99 }] },
    },
    lacks: [],
  },
  'an offer with a blank price': {
    data: {
      '@type': 'Product',
      name: 'Anvil',
      offers: [OFFER, { '@type': 'Offer', price: ' ', priceCurrency: 'USD' }],
    },
    lacks: ['Offer without price or priceSpecification.price in Product'],
  },
  'sellers without the lowest price': {
    data: { '@type': 'Product', name: 'Anvil', offers: { '@type': 'AggregateOffer', highPrice: 20 } },
    lacks: ['AggregateOffer without lowPrice, without priceCurrency in Product'],
  },
  'a rating that does not say how many gave it': {
    data: {
      '@type': 'Recipe',
      name: 'Piña Colada',
      image: ['a.jpg'],
      aggregateRating: { '@type': 'AggregateRating', ratingValue: 5 },
    },
    lacks: ['AggregateRating without ratingCount or reviewCount in Recipe'],
  },
  'a car as a product': {
    data: { '@type': ['Product', 'Car'], name: 'Car', aggregateRating: STARS },
    lacks: [],
  },
  'a car alone, which Google does not take for a product': {
    data: { '@type': 'Car', name: 'Car' },
    lacks: [],
  },
  'a review that stands alone': {
    data: {
      '@type': 'Review',
      itemReviewed: { '@type': 'Restaurant', name: 'Legal Seafood' },
      reviewRating: { '@type': 'Rating', ratingValue: '4' },
      author: PERSON,
    },
    lacks: [],
  },
  'a review of nothing': {
    data: { '@type': 'Review', author: PERSON, reviewRating: { '@type': 'Rating' } },
    lacks: ['Review without itemReviewed.name, without reviewRating.ratingValue'],
  },
  'a rating of a business by itself, which Google never shows': {
    data: { '@type': 'Bakery', name: 'B', address: ADDRESS, aggregateRating: { '@type': 'AggregateRating' } },
    lacks: [],
  },
  'a trail whose last step is the page itself': {
    data: trail(step(1, 'Books', 'https://example.com/books'), step(2, 'Award Winners')),
    lacks: [],
  },
  'a trail with items as things': {
    data: trail(
      step(1, undefined, { '@id': 'https://example.com/books', name: 'Books' }),
      step(2, 'Fiction', { '@id': 'https://example.com/books/fiction' }),
    ),
    lacks: [],
  },
  'a trail with the address of a thing, but no name': {
    data: trail(step(1, undefined, { '@id': 'https://example.com/books' }), step(2, 'Fiction')),
    lacks: ['ListItem without name in BreadcrumbList'],
  },
  'a trail that is written from its end': {
    data: trail(step(2, 'Award Winners'), step('1', 'Books', 'https://example.com/books')),
    lacks: [],
  },
  'a trail with a gap': {
    data: trail(step(1, 'Books'), step(2, ''), step(3, 'Award Winners')),
    lacks: ['ListItem without item, without name in BreadcrumbList'],
  },
  'a trail of one step': {
    data: trail(step(1, 'Books', 'https://example.com/books')),
    lacks: ['BreadcrumbList with a single step'],
  },
  'an empty trail': { data: trail(), lacks: ['BreadcrumbList without itemListElement'] },
  'a job at home': {
    data: {
      ...JOB,
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'USA' },
    },
    lacks: [],
  },
  'a job with its place': { data: { ...JOB, jobLocation: VENUE }, lacks: [] },
  'a video': {
    data: {
      '@type': 'VideoObject',
      name: 'V',
      thumbnailUrl: ['a.jpg'],
      uploadDate: '2024-03-31T08:00:00+08:00',
    },
    lacks: [],
  },
  'a video in a recipe that lacks a date': {
    data: {
      '@type': 'Recipe',
      name: 'R',
      image: 'r.jpg',
      video: { '@type': 'VideoObject', name: 'V', thumbnailUrl: 'a.jpg' },
    },
    lacks: ['VideoObject without uploadDate'],
  },
  'an event on the web': {
    data: {
      '@type': 'Event',
      name: 'E',
      startDate: '2025-07-21',
      location: { '@type': 'VirtualLocation', url: 'https://example.com/' },
    },
    lacks: [],
  },
  'an application with rating and price': {
    data: {
      '@type': 'MobileApplication',
      name: 'Angry Birds',
      offers: { '@type': 'Offer', price: 0 },
      aggregateRating: STARS,
    },
    lacks: [],
  },
  'an application without rating': {
    data: { '@type': 'SoftwareApplication', name: 'Angry Birds', offers: { '@type': 'Offer', price: 0 } },
    lacks: ['SoftwareApplication without aggregateRating or review'],
  },
  'a video game alone, which is not shown': {
    data: { '@type': 'VideoGame', name: 'Angry Birds' },
    lacks: [],
  },
  'an article, of which nothing is required': { data: { '@type': 'NewsArticle' }, lacks: [] },
  'questions and answers, which are no longer shown': {
    data: { '@type': 'FAQPage', mainEntity: [{ '@type': 'Question' }] },
    lacks: [],
  },
  'instructions, which are no longer shown': { data: { '@type': 'HowTo', step: [], name: 'How' }, lacks: [] },
  'a site with a search box, which is no longer shown': {
    data: { '@type': 'WebSite', url: 'https://example.com/', potentialAction: { '@type': 'SearchAction' } },
    lacks: [],
  },
  'a graph as plugins of WordPress write it': {
    data: {
      '@graph': [
        {
          '@type': 'WebPage',
          '@id': 'https://example.com/a/',
          isPartOf: { '@id': 'https://example.com/#website' },
          primaryImageOfPage: { '@id': 'https://example.com/a/#primaryimage' },
          breadcrumb: { '@id': 'https://example.com/a/#breadcrumb' },
          potentialAction: [{ '@type': 'ReadAction', target: ['https://example.com/a/'] }],
        },
        {
          '@type': 'ImageObject',
          '@id': 'https://example.com/a/#primaryimage',
          contentUrl: 'https://example.com/a.jpg',
        },
        {
          ...trail(step(1, 'Home', 'https://example.com/'), step(2, 'A')),
          '@id': 'https://example.com/a/#breadcrumb',
        },
        {
          '@type': 'WebSite',
          '@id': 'https://example.com/#website',
          publisher: { '@id': 'https://example.com/#me' },
        },
        { '@type': ['Person', 'Organization'], '@id': 'https://example.com/#me', name: 'John' },
        {
          '@type': 'Article',
          isPartOf: { '@id': 'https://example.com/a/' },
          mainEntityOfPage: { '@id': 'https://example.com/a/' },
        },
      ],
    },
    lacks: [],
  },
};
