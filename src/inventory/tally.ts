import type { Transaction } from '#platform/database';
import * as store from './store/tally.ts';

type Touched = { releaseKeys?: readonly number[]; modelIds?: readonly string[] };

/**
 * Counts anew what a change has touched: these releases, their models, and these models. Call it last in the
 * transaction of the change; whoever counts the same at once waits, so that no change is lost.
 */
export async function refreshTallies(transaction: Transaction, touched: Touched): Promise<void> {
  const { releaseKeys, modelIds } = await hold(transaction, touched);
  if (releaseKeys.length > 0) await store.countReleases(transaction, releaseKeys);
  if (modelIds.length > 0) await store.countModels(transaction, modelIds);
}

/** The same when only shipments have changed: units alone are added up anew, components are not counted. */
export async function refreshUnits(transaction: Transaction, touched: Touched): Promise<void> {
  const { releaseKeys, modelIds } = await hold(transaction, touched);
  if (modelIds.length > 0) await store.countUnits(transaction, releaseKeys, modelIds);
}

async function hold(transaction: Transaction, touched: Touched) {
  const releaseKeys = [...new Set(touched.releaseKeys)];
  const ofReleases = releaseKeys.length > 0 ? await store.listModelsOfReleases(transaction, releaseKeys) : [];
  const modelIds = [...new Set([...(touched.modelIds ?? []), ...ofReleases])];
  await store.holdTallies(transaction, releaseKeys, modelIds);
  return { releaseKeys, modelIds };
}
