import { Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.js';
import { logLine } from '../../output/plain-text.js';
import type { ContractResult } from '../../services/check-contracts.js';

export default class ContractsCompat extends BaseCommand {
  static override summary = 'Check that growth still keeps the pinned contract, byte for byte.';
  static override description = [
    'Regenerates the fixtures in memory and compares them with the committed ones, checks their hashes, that every negative fixture is rejected for exactly the reason in its name, and that the JSON Schemas have not changed.',
    'Exit 0 in agreement, 1 on drift, 3 where there is nothing to compare with.',
  ].join('\n\n');
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --format json',
  ];
  static override flags = {
    format: Flags.string({
      options: ['text', 'json'] as const,
      default: 'text',
      description: 'Form of the result.',
    }),
  };

  async run(): Promise<ContractResult> {
    const { flags } = await this.parse(ContractsCompat);
    const { checkContracts } = await import('../../services/check-contracts.js');
    const result = await checkContracts();
    if (flags.format === 'json') this.logJsonOnce(result);
    else this.log(contractText(result));
    if (!result.ok) this.failGate();
    return result;
  }

  /** `--json` prints the result by itself. */
  private logJsonOnce(result: ContractResult): void {
    if (!this.jsonEnabled()) this.logJson(result);
  }
}

function contractText({ checks, differences, ok, accept }: ContractResult): string {
  const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'FAIL'}  ${logLine(check.name)}`);
  const drift = differences.map(
    ({ rule, file, pointer, expected, actual }) =>
      `${rule}  ${logLine(file)}${pointer === '' ? '' : ` ${logLine(pointer)}`}\n  expected: ${logLine(expected)}\n  actual:   ${logLine(actual)}`,
  );
  const failed = checks.filter((check) => !check.ok).length;
  return [
    ...lines,
    ...(drift.length === 0 ? [] : ['', ...drift, '', `If this is meant: ${accept}`]),
    '',
    ok
      ? `The contract holds: ${checks.length} checks passed.`
      : `Drift: ${differences.length} differences; ${failed} of ${checks.length} checks failed.`,
  ].join('\n');
}
