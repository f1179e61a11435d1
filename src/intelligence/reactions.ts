import { on, type Reaction } from '#access';
import { readUpload } from './take-records.ts';

export const reactions: Reaction[] = [
  on('records.received', 'intelligence.read-upload', (tools, { importId }) => readUpload(tools, importId)),
];
