import { every, type Reaction } from '#access';
import { forgetPreviews } from './forget-previews.ts';

export const reactions: Reaction[] = [every('17 4 * * *', 'inventory.forget-previews', forgetPreviews)];
