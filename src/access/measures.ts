import type { Measure } from '#platform/metrics';
import * as store from './store/audit-seal.ts';
import type { Tools } from './tools.ts';

export const measures: Measure<Tools>[] = [
  {
    name: 'mamori_audit_unsealed_rows',
    help: 'Lines of the audit trail that wait for their seal',
    labels: [],
    async read({ db, viewer }) {
      const { rows } = await store.countRowsAbove(db, viewer, await store.lastSealedNumber(db));
      return [{ labels: {}, value: rows }];
    },
  },
];
