import { ORIGIN, type SiteDraft, alternates, descriptionTag } from './draft.js';
import { HOME, PRICING, PRODUCT } from './company.js';

/** The German and French pages, with the sets of language versions they are in. */
export function addLanguages(site: SiteDraft): void {
  addGerman(site);
  addFrench(site);
  addFaultySets(site);
}

function addGerman(site: SiteDraft): void {
  site.page('de/index.html', {
    title: 'Planung für Webereien',
    language: 'de',
    head: alternates(HOME),
    body: '<p><a href="/de/produkt/">Hier klicken</a> <a href="/de/preise">Read more</a> <a href="hilfe/">Hilfe</a> <a href="verein/">Verein</a> <a href="Größe.html">Größen</a></p>',
    finds: [
      ['link-text-generic', 'Hier klicken', 'says nothing, in German'],
      ['internal-link-to-noindex', 'verein/', 'noindex'],
    ],
    lookAlikes: [
      ['link-text-generic', '>Read more<', 'judged by the list of the page’s language'],
      ['internal-link-broken', 'Größe.html', 'an address in UTF-8'],
    ],
  });
  site.page('de/produkt/index.html', {
    title: 'What Brightloom does',
    language: 'de',
    head: alternates(PRODUCT),
    finds: [
      ['hreflang-no-x-default', undefined, 'the three product pages name no default; said on the first'],
    ],
    lookAlikes: [['title-duplicate', '<title>What Brightloom does', 'of another language than its twin']],
  });
  site.page('de/preise.html', {
    title: 'Preise und Tarife',
    language: 'de',
    address: '/de/preise',
    head: alternates(PRICING),
  });
  site.page('de/Größe.html', {
    title: 'Größen der Stoffe',
    language: 'de',
    address: '/de/Gr%C3%B6%C3%9Fe.html',
    finds: [
      ['url-space-or-nonascii', 'de/Größe.html', 'letters beyond ASCII'],
      ['url-uppercase', 'de/Größe.html', 'a capital letter'],
    ],
    lookAlikes: [['canonical-target-missing', '/de/Gr%C3%B6%C3%9Fe.html', 'escaped, and the same']],
  });
  site.file(
    'de/404.html',
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>404</title></head><body>Nicht gefunden</body></html>\n',
    [],
    [
      ['orphan-page', 'Nicht gefunden', 'hosts show it in place of what is missing'],
      ['title-too-short', '<title>404</title>', 'no page of its own'],
      ['sitemap-page-unlisted', 'Nicht gefunden', 'no page of its own'],
    ],
  );
}

function addFrench(site: SiteDraft): void {
  site.page('fr/index.html', {
    title: 'La planification des tissages',
    language: 'fr',
    head: alternates({ FR: '/fr/', en: '/', DE: '/de/', 'X-Default': '/' }),
    body: '<p><a href="aide/">Aide</a> <a href="carte/">Carte</a> <a href="produit/">here</a></p>',
    lookAlikes: [
      ['hreflang-invalid-code', 'hreflang="X-Default"', 'codes may be written in any case'],
      ['hreflang-missing-self', 'hreflang="FR"', 'names itself'],
      ['link-text-generic', '>here<', 'there is no list for French'],
    ],
  });
  site.page('fr/produit/index.html', {
    title: 'Ce que fait Brightloom',
    language: 'fr',
    head: alternates(PRODUCT),
  });
  site.page('fr/tarifs.html', {
    title: 'Les tarifs et formules',
    language: 'fr',
    address: '/fr/tarifs',
    head: alternates(PRICING),
  });
}

function addFaultySets(site: SiteDraft): void {
  site.page('de/hilfe/index.html', {
    title: 'Hilfe für Webereien',
    language: 'de',
    html: '<html lang="de_DE">',
    head: `${alternates({ de: '/de/hilfe/', fr: '/fr/aide/', 'en-UK': '/docs/v2/', 'x-default': '/docs/v2/', it: '/it/aiuto/' })}
<link rel="alternate" hreflang="es" href="/fr/carte/">`,
    finds: [
      ['lang-invalid', 'de_DE', 'an underscore'],
      ['hreflang-invalid-code', 'en-UK', 'the country is GB'],
      ['hreflang-no-return', `${ORIGIN}/docs/v2/`, 'the documentation names no versions'],
      ['hreflang-no-return', '/fr/carte/', 'carte/ does not name it'],
      ['hreflang-target-missing', `${ORIGIN}/it/aiuto/`, 'no such page'],
      ['hreflang-relative', '/fr/carte/', 'no full address'],
    ],
    lookAlikes: [['hreflang-no-return', `${ORIGIN}/fr/aide/`, 'aide/ names it']],
  });
  site.page('fr/aide/index.html', {
    title: 'Aide pour les tissages',
    language: 'fr',
    head: `${alternates({ fr: '/fr/aide/', de: '/de/hilfe/', 'fr-CA': '/fr/aide/' })}
<link rel="alternate" hreflang="DE" href="${ORIGIN}/de/">
<link rel="alternate" type="application/rss+xml" href="/blog/feed.xml">`,
    finds: [
      ['hreflang-duplicate', `${ORIGIN}/de/`, 'another German page than before'],
      ['hreflang-no-return', `${ORIGIN}/de/`, 'the German home page does not name it'],
    ],
    lookAlikes: [['hreflang-duplicate', 'hreflang="fr-CA"', 'one address for two codes']],
  });
  site.page('fr/carte/index.html', {
    title: 'La carte des ateliers',
    language: 'fr',
    html: '<html>',
    head: alternates({ de: '/de/verein/', en: '/', 'x-default': '/' }).replace(
      '<link',
      '<link data-set="map"',
    ),
    finds: [
      ['lang-missing', undefined, 'no lang'],
      ['hreflang-missing-self', 'fr/carte/index.html', 'names others and not itself'],
      ['hreflang-to-noindex', `${ORIGIN}/de/verein/`, 'the German page is noindex'],
      ['hreflang-no-return', `${ORIGIN}/`, 'the home page names /fr/'],
    ],
  });
  site.page('de/verein/index.html', {
    title: 'Der Verein der Weberinnen',
    language: 'de',
    head: `<meta name="robots" content="noindex">\n${alternates({ de: '/de/verein/', en: '/' })}`,
    description: descriptionTag('Kurz.'),
    isListed: false,
    finds: [['robots-noindex', 'noindex', 'not to be shown, and named by fr/carte/']],
    lookAlikes: [
      ['hreflang-no-return', 'hreflang="en"', 'the links of a page that is not shown count for nothing'],
      ['description-too-short', 'Kurz.', 'not shown in search'],
    ],
  });
}
