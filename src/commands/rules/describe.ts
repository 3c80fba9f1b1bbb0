import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.js';

export default class RulesDescribe extends BaseCommand {
  static override summary =
    'Describe the rules of the SEO scan: what each finds, why it matters, how to fix it.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> internal-link-broken',
    '<%= config.bin %> <%= command.id %> --json',
    '<%= config.bin %> <%= command.id %> --markdown > docs/seo-rules.md',
  ];
  static override args = {
    rule: Args.string({ description: 'Id of a rule; all rules without it.' }),
  };
  static override flags = {
    markdown: Flags.boolean({ description: 'Print the documentation page.' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(RulesDescribe);
    const { describeRules, ruleEntries } = await import('../../services/describe-rules.js');
    const rules = describeRules(args.rule);
    if (flags.markdown) {
      const { rulesMarkdown } = await import('../../output/rules-markdown.js');
      this.log(rulesMarkdown(rules).trimEnd());
    } else {
      const { ruleText, rulesTable } = await import('../../cli/rule-text.js');
      this.log(args.rule === undefined ? rulesTable(rules) : rules.map(ruleText).join('\n'));
    }
    return ruleEntries(rules);
  }
}
