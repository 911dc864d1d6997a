// npm run config:docs   writes .env.example and docs/configuration.md from the schema of libs/platform/src/config
import { writeFileSync } from 'node:fs';
import { configTable, envExample } from '@huiying/platform';
writeFileSync('.env.example', envExample());
writeFileSync(
  'docs/configuration.md',
  `# Configuration

Read once at start by \`libs/platform\`; a wrong, missing or unknown \`HUIYING_\` setting ends the start with exit code 78 and is named.
Settings marked "(or … \`_FILE\`)" in \`.env.example\` are also read from the file that \`<NAME>_FILE\` names. Production refuses more, see
\`libs/platform/src/http/production-refusals.ts\`. This table and \`.env.example\` are written by \`npm run config:docs\`.

${configTable()}`,
);
