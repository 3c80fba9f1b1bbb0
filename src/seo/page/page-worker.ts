/** A thread that reads pages: it is told the rules once, and gets one batch of files after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { BatchRequest } from '../read-pages.js';
import { seoRules } from '../rules/index.js';
import type { Limits } from '../rules/rule.js';
import type { ActivePageRule } from './page-batch.js';
import { readBatch } from './read-batch.js';

const given = workerData as readonly { readonly id: string; readonly limits: Limits }[];
const rules = given.flatMap(({ id, limits }): ActivePageRule[] => {
  const index = seoRules.findIndex((rule) => rule.id === id);
  const rule = seoRules[index];
  return rule?.scope === 'page' ? [{ index, rule, limits }] : [];
});

parentPort?.on('message', ({ number, ...files }: BatchRequest) => {
  const answer = readBatch(files, rules);
  if ('refused' in answer) parentPort?.postMessage({ number, ...answer });
  else {
    const { batch, oversized } = answer;
    const lists = [
      batch.linkOffsets,
      batch.linkHrefs,
      batch.linkKinds,
      batch.idHashes,
      batch.marks,
      batch.signatures,
      batch.shingles,
    ];
    parentPort?.postMessage(
      { number, batch, oversized },
      lists.map(({ buffer }) => buffer),
    );
  }
});
