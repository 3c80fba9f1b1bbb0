import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.js';
import { GrowthError } from '../../errors.js';

export default class SchemasPrint extends BaseCommand {
  static override summary = 'Print the JSON Schema of a document, of the inputs file or of a payload.';
  static override description =
    'JSON Schema 2020-12. An inputs file may name its schema in "$schema", so that editors complete and check it.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> AnalyzeInputs > inputs.schema.json',
    '<%= config.bin %> <%= command.id %> autopilot.growth.seo_scan',
    '<%= config.bin %> <%= command.id %> --list',
    '<%= config.bin %> <%= command.id %> --all --out schemas',
  ];
  static override args = {
    name: Args.string({ description: 'Name of the schema, or a job type for its payload.' }),
  };
  static override flags = {
    list: Flags.boolean({ description: 'List the names.', exclusive: ['all'] }),
    all: Flags.boolean({ description: 'Write every schema to a file of its own.', dependsOn: ['out'] }),
    out: Flags.string({ helpValue: 'DIR', description: 'Folder for --all.', dependsOn: ['all'] }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(SchemasPrint);
    const [{ findSchema, listSchemas }, { registry }] = await Promise.all([
      import('../../services/schemas.js'),
      import('../../runners/registry.js'),
    ]);
    if (args.name !== undefined && (flags.list || flags.all)) {
      throw new GrowthError('usage_invalid', 'give a name, --list or --all, not several of them');
    }
    if (flags.out !== undefined) {
      const { writeSchemas } = await import('../../services/write-schemas.js');
      const written = writeSchemas(flags.out, listSchemas(registry));
      const out = await this.shown(flags.out);
      this.log(`Written to ${out}: ${written.join(', ')}`);
      return { out, written };
    }
    if (args.name === undefined) {
      const { columns } = await import('../../cli/table.js');
      const schemas = listSchemas(registry).map(({ name, description }) => ({ name, description }));
      if (!flags.list) {
        throw new GrowthError('usage_invalid', 'which schema?', {
          hint: `Name one of ${schemas.map(({ name }) => name).join(', ')}, or use --list or --all --out DIR.`,
        });
      }
      this.log(columns(schemas.map(({ name, description }) => [name, description])));
      return schemas;
    }
    const { schema } = findSchema(args.name, registry);
    this.log(JSON.stringify(schema, null, 2));
    return schema;
  }
}
