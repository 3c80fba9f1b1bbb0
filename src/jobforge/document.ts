import { MODULE_ID, SCHEMA_VERSION, canonicalHash } from '../contracts/index.js';
import type { RunContext } from './client.js';

const HASH_FIELDS = { canonical_hash_algorithm: 'sha256', canonicalization: 'sorted_keys' } as const;

interface DocumentHead extends RunContext {
  readonly schema_version: typeof SCHEMA_VERSION;
  readonly module_id: typeof MODULE_ID;
  readonly canonical_hash: string;
  readonly canonical_hash_algorithm: 'sha256';
  readonly canonicalization: 'sorted_keys';
}

/** Adds the common head to a document's body and hashes the whole. */
export function sealDocument<Body extends object>(body: Body, run: RunContext): Body & DocumentHead {
  const document = {
    ...body,
    schema_version: SCHEMA_VERSION,
    module_id: MODULE_ID,
    tenant_id: run.tenant_id,
    project_id: run.project_id,
    trace_id: run.trace_id,
    created_at: run.created_at,
    ...HASH_FIELDS,
  } as const;
  return { ...document, canonical_hash: canonicalHash(document) };
}
