/**
 * The PostgreSQL driver adapter with the two things a migration needs done differently.
 */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { createDatabase, dropDatabase, withDatabase } from './databases.mjs';

export class MigrationAdapterFactory extends PrismaPg {
  #url;

  constructor(url) {
    super({ connectionString: url, max: 2, idleTimeoutMillis: 100 });
    this.#url = url;
  }

  async connect() {
    return withWholeScripts(await super.connect());
  }

  /** With a connection string the original would connect to the real database and run the shadow migrations there. */
  async connectToShadowDb() {
    const shadowUrl = withDatabase(this.#url, `prisma_migrate_shadow_db_${randomUUID()}`);
    await createDatabase(shadowUrl);
    const adapter = await new MigrationAdapterFactory(shadowUrl).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await dropDatabase(shadowUrl);
    };
    return adapter;
  }
}

/** Sends a script in one simple query: the original splits it at every `;`, also inside `$$` function bodies. */
function withWholeScripts(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}
