/**
 * Stands in for a database when two schema texts are compared: the engine asks which server it talks to before it does anything,
 * and for `migrate diff --from-empty --to-schema` that is all it asks.
 */
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';

const SERVER_FACTS = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 18.0', 180_000]],
};

export class OfflineAdapterFactory {
  provider = 'postgres';
  adapterName = 'offline';

  async connect() {
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: async ({ sql }) => (sql.includes('server_version_num') ? SERVER_FACTS : refuse()),
      executeRaw: async () => refuse(),
      executeScript: async () => refuse(),
      startTransaction: async () => refuse(),
      dispose: async () => undefined,
    };
  }

  async connectToShadowDb() {
    return refuse();
  }
}

function refuse() {
  throw new DriverAdapterError({ kind: 'DatabaseNotReachable' });
}
