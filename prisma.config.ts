import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The CLI would otherwise look for its native engine outside the npm registry; see scripts/schema-engine.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./scripts/schema-engine.mjs', import.meta.url));
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';

const UNUSED_BY_COMMANDS_WITHOUT_A_DATABASE = 'postgresql://localhost:5432/unused';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed/main.ts' },
  datasource: { url: process.env.DATABASE_URL ?? UNUSED_BY_COMMANDS_WITHOUT_A_DATABASE },
});
