/** Ends where another could begin, or runs of beginnings would be read once for each. */
const JWT_HEADER = 'eyJ(?:[A-Za-z0-9]|[_-](?!eyJ)){8,4000}';

/**
 * Forms of credentials by which vendors let scanners know them, beyond secretlint's recommended rules or more
 * tolerant of new lengths. None takes in a blank, so none reaches from one text into the next; each run of
 * unknown length begins behind a prefix that it cannot hold, so the whole takes linear time; and it is bounded, since
 * the engine ends with an error when it has to remember some million places to go back to.
 */
const FORMS: readonly string[] = [
  // Amazon Web Services: ids of keys (long-term, temporary, of roles); in small letters they can be told all the same.
  String.raw`(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])|a[ks]ia[a-z2-7]{16}(?![A-Za-z0-9])`,
  // GitHub, GitLab.
  String.raw`gh[opsur]_[A-Za-z0-9]{36,255}`,
  String.raw`github_pat_\w{22,255}`,
  String.raw`(?:gl(?:pat|dt|rtr?|cbt|ptt|ft|soat|imt|agent|oas|ffct|wt)-|GR1348941)[\w-]{20,4000}(?:\.[\w-]{2,20}){0,2}`,
  // Slack: tokens of bots, users, apps, configuration.
  String.raw`xox[abcdeoprs](?:\.xox[bp])?-[\w-]{10,4000}`,
  String.raw`xapp-\d-[\w-]{10,4000}`,
  // Stripe, Clerk, Paystack: secret and restricted keys, webhook secrets. Keys for publishing (pk_) stay.
  String.raw`(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9+/]{16,4000}`,
  // Google: API keys, OAuth client secrets, access and refresh tokens.
  String.raw`AIza[\w-]{35}`,
  String.raw`GOCSPX-[\w-]{24,4000}`,
  String.raw`ya29\.[\w-]{20,4000}`,
  String.raw`1//0[\w-]{30,4000}`,
  // Package registries: npm, PyPI, RubyGems, crates.io, NuGet, Docker.
  String.raw`npm_[A-Za-z0-9]{36,4000}`,
  String.raw`pypi-AgE[\w-]{50,4000}`,
  String.raw`rubygems_[a-f0-9]{48}`,
  String.raw`cio[A-Za-z0-9]{32}(?![A-Za-z0-9])`,
  String.raw`oy2[a-z0-9]{43}(?![A-Za-z0-9])`,
  String.raw`dckr_[op]at_[\w-]{20,4000}`,
  // Model services.
  String.raw`sk-(?:ant|proj|svcacct|admin|or-v1|lf)-[\w-]{20,4000}`,
  String.raw`sk-[A-Za-z0-9]{32,4000}`,
  String.raw`(?:hf_|api_org_)[A-Za-z0-9]{30,4000}`,
  String.raw`(?:gsk_|xai-|pplx-|r8_|lsv2_[ps][tk]_)[\w-]{32,4000}`,
  // Hosting and infrastructure: DigitalOcean, Heroku, Netlify, Fly.io, Supabase, PlanetScale, Databricks, Tailscale.
  String.raw`do[opr]_v1_[a-f0-9]{64}`,
  String.raw`HRKU-[\w-]{30,4000}`,
  String.raw`nf[cp]_[A-Za-z0-9]{36,4000}`,
  String.raw`fo1_[\w-]{30,4000}|fm[12][ar]?_[A-Za-z0-9+/=]{60,4000}`,
  String.raw`sbp_[a-f0-9]{40}|sb_secret_[\w-]{20,4000}`,
  String.raw`pscale_(?:tkn|pw|oauth)_[\w.-]{30,4000}`,
  String.raw`dapi[a-f0-9]{32}(?:-\d)?(?![A-Za-z0-9])`,
  String.raw`tskey-[a-z]{2,20}-[A-Za-z0-9-]{16,4000}`,
  // Keepers of secrets: Doppler, Vault, 1Password, age, Terraform Cloud, Pulumi.
  String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?[A-Za-z0-9]{40,4000}`,
  String.raw`hv[bsr]\.[\w-]{20,4000}`,
  String.raw`ops_ey[A-Za-z0-9+/=]{100,4000}`,
  String.raw`AGE-SECRET-KEY-1[A-Z0-9]{58}`,
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,4000}`,
  String.raw`pul-[a-f0-9]{40}`,
  // Microsoft: client secrets of Entra ID.
  String.raw`[A-Za-z0-9_~.]{3}\dQ~[\w.~-]{31,34}`,
  // Mail and messages: SendGrid, Mailgun, Mailchimp, Brevo, Resend, Twilio, Discord, Telegram.
  String.raw`SG\.[\w-]{16,4000}\.[\w-]{32,4000}`,
  String.raw`(?<![\w-])key-[a-f0-9]{32}(?![A-Za-z0-9])`,
  String.raw`[a-f0-9]{32}-us\d{1,2}(?![A-Za-z0-9])`,
  String.raw`xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}`,
  String.raw`re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}`,
  String.raw`SK[a-f0-9]{32}(?![A-Za-z0-9])`,
  String.raw`[MNO][A-Za-z0-9_-]{23,27}\.[\w-]{6}\.[\w-]{27,4000}`,
  String.raw`\d{8,10}:AA[\w-]{33}(?![\w-])`,
  // Work and data: Linear, Notion, Airtable, Figma, Postman, New Relic, Grafana, Sentry, Atlassian, Shopify, Square.
  String.raw`lin_(?:api|oauth)_[A-Za-z0-9]{32,4000}`,
  String.raw`ntn_[A-Za-z0-9]{40,4000}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])`,
  String.raw`pat[A-Za-z0-9]{14}\.[a-f0-9]{64}`,
  String.raw`fig[dou]r?_[\w-]{35,4000}`,
  String.raw`PMAK-[a-f0-9]{24}-[a-f0-9]{34}`,
  String.raw`NR(?:AK|JS|II|RA)-[\w-]{19,4000}`,
  String.raw`gl(?:sa_[A-Za-z0-9]{32}_[a-f0-9]{8}|c_[A-Za-z0-9+/=]{32,4000})`,
  String.raw`sntr(?:ys|yu)_[\w+/=-]{40,4000}`,
  String.raw`AT(?:ATT3|BB|CTT3)[\w=-]{20,4000}`,
  String.raw`shp(?:at|ca|pa|ss|tka|rt)_[A-Za-z0-9]{32,4000}`,
  String.raw`sq0[a-z]{3}-[\w-]{22,4000}`,
  // Facebook and Instagram, Dropbox, Mapbox (secret ones), CircleCI, Buildkite, Contentful.
  String.raw`EAA[A-Za-z0-9]{90,4000}`,
  String.raw`sl\.(?:u\.)?[\w-]{60,4000}`,
  String.raw`sk\.eyJ[\w-]{20,4000}\.[\w-]{20,4000}`,
  String.raw`CCI(?:PAT|PRJ)_[\w-]{30,4000}|bkua_[a-f0-9]{40}|CFPAT-[\w-]{43}`,
  // Analytics, forms, search, quality of code: PostHog, HubSpot, Klaviyo, Typeform, Tavily, SonarQube, Dynatrace.
  String.raw`phx_[A-Za-z0-9]{32,4000}`,
  String.raw`pat-[a-z]{2}\d-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}`,
  String.raw`pk_[a-f0-9]{34}(?![A-Za-z0-9])`,
  String.raw`tfp_[\w-]{40,4000}`,
  String.raw`tvly-(?:[a-z]{3,10}-)?[A-Za-z0-9]{20,4000}`,
  String.raw`sq[apu]_[a-f0-9]{40}`,
  String.raw`dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}`,
  // Payment, parcels, hosting: Flutterwave, Braintree, Shippo, Alibaba Cloud.
  String.raw`FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,64}-X`,
  String.raw`access_token\$production\$[a-z0-9]{16}\$[a-f0-9]{32}`,
  String.raw`shippo_(?:live|test)_[a-f0-9]{40}`,
  String.raw`LTAI[A-Za-z0-9]{12,20}(?![A-Za-z0-9])`,
  // JSON Web Tokens (RFC 7519), signed or encrypted: header and claims are objects, whose base64url starts like this.
  String.raw`${JWT_HEADER}\.eyJ[\w-]{8,4000}\.[\w-]{0,4000}`,
  String.raw`${JWT_HEADER}\.[\w-]{0,4000}\.[\w-]{0,4000}\.[\w-]{8,4000}\.[\w-]{0,4000}`,
];

/** A match of this length may go on. */
export const LONG_TOKEN = 4000;

export const VENDOR_TOKENS = new RegExp(`(?<![A-Za-z0-9])(?:${FORMS.join('|')})`, 'g');
