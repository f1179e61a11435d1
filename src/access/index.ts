export { addPerson } from './add-person.ts';
export { type Credentials, hashToken, identify } from './identify.ts';
export { letBackIn } from './invite-person.ts';
export { makeFirstRunLink } from './make-first-run-link.ts';
export { type Permission, type Role, roles } from './model.ts';
export { letIntoWall, liftWall, listWallMembers, raiseWall, takeOutOfWall } from './raise-wall.ts';
export { every, on, type Reaction, tick } from './react.ts';
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
export { trustRestoredSeals } from './trust-restored-seals.ts';
export { type AuditFault, type AuditVerdict, verifyAudit } from './verify-audit.ts';
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
