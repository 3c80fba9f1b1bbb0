import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.js';

export default class RunnersDescribe extends BaseCommand {
  static override summary = 'Describe the runners behind the job requests: what they need, cost and change.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> seo_scan',
    '<%= config.bin %> <%= command.id %> autopilot.growth.publish_content --json',
    '<%= config.bin %> <%= command.id %> --markdown > docs/runners.md',
  ];
  static override args = {
    runner: Args.string({ description: 'Short name (seo_scan) or job type; all runners without it.' }),
  };
  static override flags = {
    markdown: Flags.boolean({ description: 'Print the documentation page.' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(RunnersDescribe);
    const [{ describeRunner, maturityEntries }, { registry }] = await Promise.all([
      import('../../services/describe-runners.js'),
      import('../../runners/registry.js'),
    ]);
    const runners = args.runner === undefined ? registry : [describeRunner(args.runner, registry)];
    if (flags.markdown) {
      const { runnersMarkdown } = await import('../../output/runners-markdown.js');
      this.log(runnersMarkdown(runners).trimEnd());
    } else {
      const { runnerText, runnersTable } = await import('../../cli/runner-text.js');
      this.log(args.runner === undefined ? runnersTable(registry) : runners.map(runnerText).join('\n'));
    }
    return maturityEntries(runners);
  }
}
