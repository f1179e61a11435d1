export { readTar, TarFault, type TarLimits, type TarMember, type TarRule, tarLimits } from './read-tar.ts';
export { writeTar } from './write-tar.ts';
