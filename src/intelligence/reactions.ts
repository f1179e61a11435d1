import { every, on, type Reaction } from '#access';
import { closeLeftBehind } from './close-left-behind.ts';
import { readUpload } from './take-records.ts';

export const reactions: Reaction[] = [
  on('records.received', 'intelligence.read-upload', (tools, { importId }) => readUpload(tools, importId)),
  every('*/5 * * * *', 'intelligence.close-left-behind', closeLeftBehind),
];
