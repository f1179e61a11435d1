export { restoreKeys, saveKeys } from './backup/keys.ts';
export { findLastBackup, type LastBackup } from './backup/last-backup.ts';
export { type BackupOptions, type BackupReport, makeBackup } from './backup/make-backup.ts';
export { type RestoreOptions, type RestoreReport, restoreBackup } from './backup/restore-backup.ts';
export {
  listOldData,
  removeOldData,
  type UpgradeOptions,
  type UpgradeReport,
  upgradePostgres,
} from './backup/upgrade-postgres.ts';
