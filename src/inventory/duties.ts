import type { DutySource } from '#organization';
import { countKeysKept, countOwned } from './store/duties.ts';

/** Models that hang on a post: whoever takes it over answers for them, or keeps what signs their firmware. */
export const duties: DutySource = async ({ db }, postIds) => {
  const owned = await countOwned(db, postIds);
  const kept = await countKeysKept(db, postIds);
  return [
    ...owned.map(({ postId, models }) => ({
      postId,
      kind: 'model-owner',
      count: models,
      text: { ja: `${models}機種の主担当`, en: models === 1 ? 'Owner of 1 model' : `Owner of ${models} models` },
      path: `/products?owner=${postId}`,
    })),
    ...kept.map(({ postId, models }) => ({
      postId,
      kind: 'signing-key',
      count: models,
      text: {
        ja: `${models}機種の署名鍵を預かる`,
        en: models === 1 ? 'Keeps the signing key of 1 model' : `Keeps the signing keys of ${models} models`,
      },
      path: `/products?keeper=${postId}`,
    })),
  ];
};
