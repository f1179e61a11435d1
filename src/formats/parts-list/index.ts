export { type ListProfile, listProfiles, type PartColumn } from './profiles.ts';
export { type ListedPart, type PartsList, readPartsList } from './read-parts-list.ts';
