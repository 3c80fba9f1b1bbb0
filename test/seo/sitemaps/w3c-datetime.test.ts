import { expect } from 'chai';
import fc from 'fast-check';
import { parseW3cDatetime } from '../../../src/seo/sitemaps/w3c-datetime.js';

describe('dates in the W3C format', () => {
  const instants: [string, string][] = [
    ['1997', '1997-01-01T00:00:00.000Z'],
    ['1997-07', '1997-07-01T00:00:00.000Z'],
    ['1997-07-16', '1997-07-16T00:00:00.000Z'],
    ['1997-07-16T19:20+01:00', '1997-07-16T18:20:00.000Z'],
    ['1997-07-16T19:20:30+01:00', '1997-07-16T18:20:30.000Z'],
    ['1997-07-16T19:20:30.45+01:00', '1997-07-16T18:20:30.450Z'],
    ['1997-07-16T19:20Z', '1997-07-16T19:20:00.000Z'],
    ['1997-07-16T19:20:30-05:30', '1997-07-17T00:50:30.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['2024-05-01T10:00:00.123456789Z', '2024-05-01T10:00:00.123Z'],
    ['0099-03-01', '0099-03-01T00:00:00.000Z'],
  ];
  for (const [value, instant] of instants) {
    it(`reads ${value}`, () => {
      expect(parseW3cDatetime(value)).to.equal(Date.parse(instant));
    });
  }

  const others = {
    'no date at all': 'yesterday',
    'an empty value': '',
    'the month before the year': '05/01/2024',
    'a month without its zero': '2024-5-01',
    'no dashes': '20240501',
    'month 13': '2024-13-01',
    'month 0': '2024-00-10',
    'day 0': '2024-01-00',
    'February 29 of a common year': '2023-02-29',
    'February 29 of 1900, no leap year': '1900-02-29',
    'April 31': '2024-04-31',
    'a time without a zone': '2024-05-01T10:00:00',
    'a blank between date and time': '2024-05-01 10:00:00Z',
    'a zone without its colon': '2024-05-01T10:00:00+0000',
    'a lower case t and z': '2024-05-01t10:00:00z',
    'hour 24': '2024-05-01T24:00:00Z',
    'minute 60': '2024-05-01T10:60:00Z',
    'a leap second': '2016-12-31T23:59:60Z',
    'a zone of 24 hours': '2024-05-01T10:00:00+24:00',
    'a fraction without digits': '2024-05-01T10:00:00.Z',
    'a year of five digits': '12024-05-01',
    'a line break after it': '2024-05-01\n',
    'digits of another script': '٢٠٢٤-٠٥-٠١',
  };
  for (const [what, value] of Object.entries(others)) {
    it(`refuses ${what}`, () => {
      expect(parseW3cDatetime(value)).to.equal(undefined);
    });
  }

  it('reads every instant that JavaScript writes in ISO 8601', () => {
    const fourDigitYears = { min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(fourDigitYears), (date) => {
        expect(parseW3cDatetime(date.toISOString())).to.equal(date.getTime());
      }),
    );
  });
});
