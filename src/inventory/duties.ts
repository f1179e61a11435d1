import type { DutySource } from '#organization';
import { countOwned } from './store/duties.ts';

/** Models that hang on a post: whoever takes it over answers for them. */
export const duties: DutySource = async ({ db }, postIds) => {
  const owned = await countOwned(db, postIds);
  return owned.map(({ postId, models }) => ({
    postId,
    kind: 'model-owner',
    count: models,
    text: { ja: `${models}機種の主担当`, en: models === 1 ? 'Owner of 1 model' : `Owner of ${models} models` },
    path: `/products?owner=${postId}`,
  }));
};
