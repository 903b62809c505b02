/** Why a database is not opened. */
export type OpenRefusal =
  | { code: "database_unprotected"; host: string }
  | { code: "session_setting_differs"; name: string; wanted: string; found: string }
  | { code: "folder_in_use"; folder: string; pid: number; url: string | null }
  | { code: "migration_changed"; name: string }
  | { code: "migration_missing"; name: string }
  | { code: "migration_failed"; name: string; detail: string }
  | { code: "migration_misnumbered"; name: string };

/** Why a backup is not restored. */
export type RestoreRefusal =
  | { code: "backup_missing"; file: string }
  | { code: "backup_damaged"; file: string }
  | { code: "backup_key_missing"; file: string }
  | { code: "backup_key_wrong"; file: string }
  | { code: "backup_unknown"; file: string }
  | { code: "backup_newer"; name: string }
  | { code: "target_not_empty"; target: string }
  | { code: "target_unprepared"; target: string; lacks: string; cure: string }
  | { code: "table_foreign"; table: string }
  | { code: "row_refused"; table: string; constraint: string }
  | { code: "source_missing"; source: string }
  | { code: "move_differs"; table: string };
