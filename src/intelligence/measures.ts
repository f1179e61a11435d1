import type { Tools } from '#access';
import type { Measure } from '#platform/metrics';
import { countImports, importStates, listSourceStates } from './store/imports.ts';
import { countWaiting } from './store/phrases.ts';

export const measures: Measure<Tools>[] = [
  {
    name: 'mamori_source_age_seconds',
    help: 'Time since records of a source last came in; a source that never did is absent',
    labels: ['source'],
    async read({ db, now }) {
      const at = now();
      return (await listSourceStates(db)).map(({ source, lastSuccessAt }) => ({
        ...{ labels: { source }, value: Math.floor(at.since(lastSuccessAt).total('seconds')) },
      }));
    },
  },
  {
    name: 'mamori_record_imports',
    help: 'Imports of records by state; those that failed ask for somebody',
    labels: ['state'],
    async read({ db }) {
      const counts = await countImports(db);
      return importStates.map((state) => ({ labels: { state }, value: counts.get(state)?.imports ?? 0 }));
    },
  },
  {
    name: 'mamori_unread_records',
    help: 'Records that could not be read, in all imports so far',
    labels: [],
    async read({ db }) {
      const counts = await countImports(db);
      return [{ labels: {}, value: [...counts.values()].reduce((sum, { refused }) => sum + refused, 0) }];
    },
  },
  {
    name: 'mamori_waiting_version_phrases',
    help: 'Phrases about versions that match results wait for, until a person says what they mean',
    labels: [],
    read: async ({ db, viewer }) => [{ labels: {}, value: await countWaiting(db, viewer) }],
  },
];
