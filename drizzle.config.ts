import { defineConfig } from 'drizzle-kit'

/** The tables of the embedded database; those of PostgreSQL with `DIALECT=postgresql`. */
const isPostgres = process.env['DIALECT'] === 'postgresql'

export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: isPostgres ? './server/src/store/postgres-schema.ts' : './server/src/store/sqlite-schema.ts',
  out: isPostgres ? './migrations/postgres' : './migrations/sqlite',
})
