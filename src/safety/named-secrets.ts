import { ADDRESS_SECRETS } from './address-secrets.js';
import { ASSIGNED_SECRETS } from './assigned-secrets.js';
import { HEADER_SECRETS } from './header-secrets.js';
import { MARKUP_SECRETS } from './markup-secrets.js';
import type { NamedSecret } from './named-secret.js';

/** In this order: what one finds the next does not see. */
export const NAMED_SECRETS: readonly NamedSecret[] = [
  ...ADDRESS_SECRETS,
  ...HEADER_SECRETS,
  ...MARKUP_SECRETS,
  ...ASSIGNED_SECRETS,
];
