import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import nock from 'nock';
import { loadCatalog } from '../../src/inputs/catalog.js';
import { folderWith } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const HOST = 'https://jobforge.example';
const SCAN = 'autopilot.growth.seo_scan';
const FAST = { firstRetryDelayMs: 1, timeoutMs: 500 };
const fetchCatalog = () => loadCatalog(`${HOST}/catalog`, FAST);

describe('loadCatalog', () => {
  const forms: [string, unknown][] = [
    ['a list of names', [SCAN]],
    ['a list of objects', [{ job_type: SCAN, version: 2 }]],
    ['an object with job_types', { job_types: [SCAN], updated: 'today' }],
    ['an object with a list of objects', { job_types: [{ job_type: SCAN }] }],
  ];
  for (const [what, body] of forms) {
    it(`reads ${what}, from a file and from an address`, async () => {
      const folder = folderWith({ 'catalog.json': body });
      nock(HOST)
        .get('/catalog')
        .reply(200, body as nock.Body);
      expect([...(await loadCatalog(path.join(folder, 'catalog.json')))]).to.deep.equal([SCAN]);
      expect([...(await fetchCatalog())]).to.deep.equal([SCAN]);
    });
  }

  it('refuses a file that is missing, no JSON or no list', async () => {
    const folder = folderWith({ 'no-json': '{', 'no-list': '{"types": []}' });
    for (const file of ['missing', 'no-json', 'no-list']) {
      await rejection(loadCatalog(path.join(folder, file)), 'catalog_unreadable');
    }
  });

  it('tries again after 503, 429 and a broken connection', async () => {
    nock(HOST).get('/catalog').reply(503).get('/catalog').reply(429).get('/catalog').replyWithError('reset');
    nock(HOST).get('/catalog').reply(200, [SCAN]);
    expect([...(await fetchCatalog())]).to.deep.equal([SCAN]);
    expect(nock.isDone()).to.equal(true);
  });

  it('gives up after three retries', async () => {
    const scope = nock(HOST).get('/catalog').times(4).reply(500);
    const error = await rejection(fetchCatalog(), 'catalog_unavailable');
    expect(error.message).to.include('status 500');
    expect(error.exitCode).to.equal(5);
    expect(scope.isDone()).to.equal(true);
  });

  it('does not try again what will not change', async () => {
    nock(HOST).get('/catalog').reply(404);
    expect((await rejection(fetchCatalog(), 'catalog_unavailable')).message).to.include('status 404');
    nock(HOST).get('/catalog').reply(200, 'nothing');
    expect((await rejection(fetchCatalog(), 'catalog_unavailable')).message).to.include(
      'does not list job types',
    );
  });

  it('follows five redirects and no sixth', async () => {
    for (let hop = 1; hop <= 5; hop++)
      nock(HOST)
        .get(hop === 1 ? '/catalog' : `/${hop}`)
        .reply(302, '', { location: `/${hop + 1}` });
    nock(HOST).get('/6').reply(200, [SCAN]);
    expect([...(await fetchCatalog())]).to.deep.equal([SCAN]);
    nock(HOST).persist().get(/.*/).reply(302, '', { location: '/again' });
    expect((await rejection(fetchCatalog(), 'catalog_unavailable')).message).to.include('redirects');
  });

  it('follows no redirect to plain http or to another scheme', async () => {
    for (const location of ['http://jobforge.example/catalog', 'file:///etc/passwd', 'http://']) {
      nock(HOST).get('/catalog').reply(301, '', { location });
      expect((await rejection(fetchCatalog(), 'catalog_unavailable')).message).to.include('redirect');
    }
  });

  it('reads at most 1 MiB', async () => {
    nock(HOST)
      .get('/catalog')
      .reply(200, JSON.stringify([SCAN, 'x'.repeat(1024 * 1024)]));
    expect((await rejection(fetchCatalog(), 'catalog_unavailable')).message).to.include('1 MiB');
  });

  it('waits no longer than its time for a server that never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const error = await rejection(
      loadCatalog(`http://127.0.0.1:${port}/`, { firstRetryDelayMs: 1, timeoutMs: 50 }),
      'catalog_unavailable',
    );
    silent.closeAllConnections();
    silent.close();
    expect(error.message).to.include('no answer in time');
  });

  it('names the address without its credentials and query', async () => {
    nock(HOST).get('/catalog').query(true).reply(404);
    const secret = ['s3', 'cret'].join('');
    const address = `https://user:${secret}@jobforge.example/catalog?token=${secret}`;
    const error = await rejection(loadCatalog(address, FAST), 'catalog_unavailable');
    expect(error.message).to.not.include(secret);
  });
});
