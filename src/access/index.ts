export { type Credentials, hashToken, identify } from './identify.ts';
export { type Permission, type Role, roles } from './model.ts';
export { type Deed, recordAudit, recordAudits } from './record-audit.ts';
export {
  findPeopleByName,
  listHoldersOf,
  listPeopleNames,
  listReceivers,
  type PersonName,
  type Receiver,
} from './store/names.ts';
export { visibleTo } from './store/visible-to.ts';
export type { Origin, SessionCarrier, Tools } from './tools.ts';
export {
  databaseKey,
  type Grant,
  may,
  mayCall,
  mayIn,
  outsider,
  personViewer,
  systemViewer,
  type Viewer,
} from './viewer.ts';
