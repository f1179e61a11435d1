import { texts } from '#platform/browser/texts';
import { text as list } from './list-text.ts';
import { text as model } from './model-text.ts';
import { text as refusals } from './refusal-text.ts';

/** The words of the pages of products and models. */
export const text = texts({ ...list.en, ...model.en, ...refusals.en }, { ...list.ja, ...model.ja, ...refusals.ja });
