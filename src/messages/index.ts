export type { Told } from './model.ts';
export { mailTo, type Telling, tell } from './tell.ts';
