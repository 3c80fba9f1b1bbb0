import { describeRule } from '../../support/seo-rule.js';
import { dated, index, pages, siteUrl, urlset } from '../../support/sitemap-site.js';

describeRule('sitemap-lastmod-invalid', {
  finds: {
    'what is no W3C date': {
      files: { ...pages, 'sitemap.xml': dated('2024-05-01 10:00', '01.05.2024', '2024-02-30', '') },
      at: ['2024-05-01 10:00', '01.05.2024', '2024-02-30', ''].map((date) => `sitemap.xml: ${date}`),
    },
    'a wrong date in an index': {
      files: {
        ...pages,
        'sitemap.xml': index(`${siteUrl}a.xml`).replace('</loc>', '</loc><lastmod>today</lastmod>'),
      },
      at: ['sitemap.xml: today'],
    },
  },
  passes: {
    'all forms of the note': {
      files: {
        ...pages,
        'sitemap.xml': dated(
          '2024',
          '2024-05',
          '2024-05-01',
          '2024-05-01T10:00Z',
          '2024-05-01T10:00:00.1+01:00',
        ),
      },
    },
    'white space around a date': { files: { ...pages, 'sitemap.xml': dated('\n 2024-05-01 \n') } },
    'no date': { files: { ...pages, 'sitemap.xml': urlset(siteUrl) } },
  },
});

describeRule('sitemap-lastmod-future', {
  finds: {
    'dates more than a day ahead': {
      files: { ...pages, 'sitemap.xml': dated('2025-06-01', '2025-06-03', '2099') },
      now: '2025-06-01T12:00:00Z',
      at: ['sitemap.xml: 2025-06-03', 'sitemap.xml: 2099'],
    },
    'a time just over a day ahead, by its zone': {
      files: { ...pages, 'sitemap.xml': dated('2025-06-02T12:00:01Z', '2025-06-02T13:00:00+01:00') },
      now: '2025-06-01T12:00:00Z',
      at: ['sitemap.xml: 2025-06-02T12:00:01Z'],
    },
  },
  passes: {
    'tomorrow, which is today further east': {
      files: { ...pages, 'sitemap.xml': dated('2025-06-02') },
      now: '2025-06-01T12:00:00Z',
    },
    'the year and month that are running': {
      files: { ...pages, 'sitemap.xml': dated('2025', '2025-06') },
      now: '2025-06-01T12:00:00Z',
    },
    'any date where the time of the scan may not count': {
      files: { ...pages, 'sitemap.xml': dated('2099-01-01') },
    },
    'what is no date': {
      files: { ...pages, 'sitemap.xml': dated('2099/01/01') },
      now: '2025-06-01T12:00:00Z',
    },
  },
});

const tenTimes = (date: (number: number) => string) =>
  dated(...Array.from({ length: 10 }, (_, number) => date(number)));

describeRule('sitemap-lastmod-all-equal', {
  finds: {
    'ten equal dates, at the first': {
      files: { ...pages, 'sitemap.xml': tenTimes(() => '2025-06-01') },
      at: ['sitemap.xml: 2025-06-01'],
    },
    'the clock of one build': {
      files: { ...pages, 'sitemap.xml': tenTimes((number) => `2025-06-01T10:00:00.12${number}Z`) },
      at: ['sitemap.xml: 2025-06-01T10:00:00.120Z'],
    },
    'two equal dates where the limit is two': {
      files: { ...pages, 'sitemap.xml': dated('2025-06-01', '2025-06-01') },
      limits: { min: 2 },
      at: ['sitemap.xml: 2025-06-01'],
    },
  },
  passes: {
    'nine equal dates': {
      files: { ...pages, 'sitemap.xml': dated(...Array.from({ length: 9 }, () => '2025-06-01')) },
    },
    'one date that differs': {
      files: { ...pages, 'sitemap.xml': tenTimes((number) => (number === 7 ? '2025-05-31' : '2025-06-01')) },
    },
    'times of one day': {
      files: { ...pages, 'sitemap.xml': tenTimes((number) => `2025-06-01T1${number}:00:00Z`) },
    },
    'ten equal values that are no dates': { files: { ...pages, 'sitemap.xml': tenTimes(() => 'today') } },
    'addresses without dates': {
      files: {
        ...pages,
        'sitemap.xml': urlset(...Array.from({ length: 10 }, (_, number) => `${siteUrl}${number}`)),
      },
    },
  },
});
