import type { StoreMessages } from "./messages.zh.ts";

export const en: StoreMessages = {
  faults: {
    database_timeout:
      "The database did not answer in time. Nothing was written. Please try again later.",
    database_busy: "The database is busy and the queue too long. Please try again later.",
    database_unavailable:
      "The database cannot be reached. Nothing was written. Try again later, or ask the " +
      "administrator to look at the database.",
    disk_full:
      "The disk is full. The operation was undone and no half-written file was left. " +
      "Please free some space first.",
    read_only:
      "The system is read-only for now: you may look, but nothing was written. Please try again later.",
    snapshot_damaged: "The snapshot is damaged or incomplete and cannot be used.",
  },
  open: {
    folder_in_use: ({ folder, pid, url }) =>
      `The data folder ${folder} is in use by process ${pid}${url ? ` (${url})` : ""}. ` +
      `One folder is opened by one process at a time: work through that process, or stop it first.`,
    database_unprotected: ({ host }) =>
      `Nothing protects the line to the database ${host}, and its address does not say that none ` +
      `is needed. Write sslmode=verify-full, with sslrootcert=file for a certificate of your own, ` +
      `or sslmode=disable where you mean it.`,
    session_setting_differs: ({ name, wanted, found }) =>
      `${name} of the database session is ${found}, not ${wanted}. Behind a pooler, ` +
      `run alter role … set ${name} to '${wanted}'.`,
    migration_changed: ({ name }) =>
      `Migration ${name} was changed after it was applied. An applied migration stays as it is: ` +
      `restore the file and write a new migration.`,
    migration_missing: ({ name }) =>
      `The database has applied migration ${name}, which this program lacks: ` +
      `the program is older than the data. Use a newer version.`,
    migration_failed: ({ name, detail }) =>
      `Migration ${name} failed and was undone as a whole: ${detail}`,
    migration_misnumbered: ({ name }) =>
      `Migration ${name} is numbered wrongly: four digits, a hyphen, and no number twice.`,
  },
  restore: {
    backup_missing: ({ file }) => `There is no backup file ${file}.`,
    backup_damaged: ({ file }) =>
      `The backup file ${file} is damaged or incomplete. Nothing was restored.`,
    backup_key_missing: ({ file }) =>
      `The backup ${file} is encrypted and was not restored: ` +
      `give its key by ZHIBU_BACKUP_KEY or ZHIBU_BACKUP_KEY_FILE.`,
    backup_key_wrong: ({ file }) =>
      `The key does not open the backup ${file}, which was not restored: use the key it was made with.`,
    backup_unknown: ({ file }) => `${file} is not a backup that this program can read.`,
    backup_newer: ({ name }) =>
      `The backup comes from a newer version (migration ${name}): restore it with that version.`,
    target_not_empty: ({ target }) =>
      `The target ${target} is not empty. Nothing was written, so that no data is overwritten.`,
    target_unprepared: ({ target, cure }) =>
      `The target ${target} lacks what only a superuser can give. Nothing was written. ` +
      `Let a superuser run there: ${cure};`,
    table_foreign: ({ table }) =>
      `This program did not make the table ${table}, or not with these columns. ` +
      `Nothing was written. Move it out of the program's schemas first.`,
    row_refused: ({ table, constraint }) =>
      `A row of ${table} breaks the constraint ${constraint}. Nothing was written. ` +
      `Such a row can only have been written past the program.`,
    source_missing: ({ source }) => `There is no database in ${source}: nothing to move.`,
    move_differs: ({ table }) =>
      `${table} was not the same after the move. All of it was undone: ` +
      `the target is empty again, and the source is as it was.`,
  },
};
