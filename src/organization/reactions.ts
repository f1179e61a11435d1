import { every, type Reaction } from '#access';
import { announceHandOvers } from './announce-hand-overs.ts';

/** Every hour, so that a server that slept over midnight is late by an hour and not by a day. */
export const reactions: Reaction[] = [every('1 * * * *', 'organization.announce-hand-overs', announceHandOvers)];
