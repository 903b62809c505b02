import type { HealthMessages } from "./messages.zh.ts";

export const en: HealthMessages = {
  said: {
    database_answers: ({ engine, version, postgis }) =>
      `The database answers: ${engine} ${version}, PostGIS ${postgis}.`,
    database_silent: ({ reason }) => `The database does not answer: ${reason}`,
    clock_agrees: ({ driftMs }) => `This clock is ${driftMs} ms from the database's.`,
    clock_differs: ({ driftMs }) =>
      `This clock is ${driftMs} ms from the database's: more than 5 s.`,
    migrations_complete: ({ count }) => `The database is up to date with ${count} migrations.`,
    disk_free: ({ freeGb }) => `${freeGb} GB of the disk are free.`,
    disk_short: ({ freeGb }) => `Only ${freeGb} GB of the disk are free: less than 2 GB.`,
    backup_recent: ({ hours }) => `The last backup is ${hours} hours old.`,
    backup_old: ({ hours }) => `The last backup is ${hours} hours old: more than 26.`,
    backup_none: () => "There has been no backup yet.",
    rows_sealed: () => "The sealing of audit and journal rows is not behind.",
    rows_unsealed: ({ count }) => `${count} audit or journal rows are not sealed yet.`,
    events_read: ({ seconds }) => `The oldest event that waits has waited ${seconds} s.`,
    events_late: ({ seconds }) =>
      `The oldest event that waits has waited ${seconds} s: more than a minute.`,
    jobs_working: ({ count }) => `Jobs are worked on; ${count} wait.`,
    jobs_dead: ({ count }) => `${count} jobs failed so often that they stopped.`,
    writes_open: () => "Reading and writing work.",
    writes_closed: ({ reason }) =>
      reason === "setting"
        ? "The system is set to read-only."
        : "The database is a standby that has not taken over: nothing can be written.",
    fonts_present: ({ count }) => `This machine has ${count} families of Chinese fonts.`,
    fonts_missing: () => "This machine has no Chinese font: printing here would lack characters.",
    fonts_unknown: () => "There is no fc-list here to tell whether there are Chinese fonts.",
    source_failed: ({ name }) => `${name} could not be looked at; the log says why.`,
  },
  todo: {
    database_silent: () =>
      "See that PostgreSQL runs and that DATABASE_URL is right; the program reconnects by itself.",
    clock_differs: () => "Turn on chrony or systemd-timesyncd on both machines.",
    disk_short: () =>
      "Free some space, or put backups on another disk; a full disk refuses every write.",
    backup_old: () =>
      "Look at ZHIBU_BACKUP_AT and the backup folder; make one by hand first: zhibu db backup.",
    backup_none: () =>
      "Set ZHIBU_BACKUP_AT and ZHIBU_BACKUP_FOLDER, or make one by hand: zhibu db backup.",
    rows_unsealed: () =>
      "See that a node that may write is running; what waits is not lost, only not sealed.",
    events_late: () => "See that a node that may write is running, and look for events in the log.",
    jobs_dead: () => "Find the reason in the log by the job's number, mend it, and queue it again.",
    writes_closed: ({ reason }) =>
      reason === "setting"
        ? "When the work is done, remove ZHIBU_READ_ONLY and restart."
        : "Wait for the primary, or promote the standby; the program then writes by itself.",
    fonts_missing: () => "Install fonts-noto-cjk.",
    fonts_unknown: () => "Install fontconfig and look again.",
    source_failed: () => "Look for this name in the log.",
  },
};
