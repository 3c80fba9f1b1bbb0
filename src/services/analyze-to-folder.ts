import { checkOutputFolder } from '../output/folder.js';
import { writeOutputSet } from '../output/writer.js';
import { type Analysis, type AnalyzeOptions, analyze } from './analyze.js';

/**
 * Analyses and writes the documents as one set; on any error `out` is as it was.
 *
 * @param out folder, created if absent
 */
export async function analyzeToFolder(out: string, options: AnalyzeOptions): Promise<Analysis> {
  checkOutputFolder(out);
  const analysis = await analyze(options);
  writeOutputSet(out, analysis.files);
  return analysis;
}
