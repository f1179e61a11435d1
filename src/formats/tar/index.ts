export { readTar, TarFault, type TarLimits, type TarMember, type TarRule, tarLimits } from './read-tar.ts';
