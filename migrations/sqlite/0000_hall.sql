CREATE TABLE `announcements` (
	`office` text NOT NULL,
	`number` integer NOT NULL,
	`day` text NOT NULL,
	`call` integer NOT NULL,
	`label` text NOT NULL,
	`board` text NOT NULL,
	`telling` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	`languages` text NOT NULL,
	`volume` integer,
	`heard_at` integer NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`office`, `number`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `announcements_once` ON `announcements` (`office`,`call`,`board`,`telling`);--> statement-breakpoint
CREATE INDEX `announcements_by_day` ON `announcements` (`office`,`day`,`number`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`office` text NOT NULL,
	`number` text NOT NULL,
	`code` text NOT NULL,
	`official` text NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`state` text NOT NULL,
	`end` text,
	`walk_in` integer NOT NULL,
	`moves` integer NOT NULL,
	`made_at` integer NOT NULL,
	`arrived_at` integer,
	`called_at` integer,
	`ended_at` integer,
	`unit` text,
	`due` text,
	`answered_at` integer,
	`in_time` integer,
	PRIMARY KEY(`office`, `number`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_by_code` ON `appointments` (`code`);--> statement-breakpoint
CREATE INDEX `appointments_by_date` ON `appointments` (`office`,`date`);--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_by_slot` ON `appointments` (`office`,`official`,`date`,`time`) WHERE state in ('offered', 'booked', 'arrived', 'called');--> statement-breakpoint
CREATE TABLE `calls` (
	`office` text NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL,
	`ticket` text NOT NULL,
	`service` text NOT NULL,
	`window` integer NOT NULL,
	`clerk` text NOT NULL,
	`reason` text NOT NULL,
	`called_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`end` text,
	PRIMARY KEY(`office`, `ticket`, `version`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `commands` (
	`office` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`version` integer NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`office`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_by_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `events` (
	`office` text NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`office`, `version`)
);
--> statement-breakpoint
CREATE INDEX `events_by_day` ON `events` (`office`,`day`,`version`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`official` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_by_official` ON `feeds` (`office`,`official`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer
);
--> statement-breakpoint
CREATE TABLE `looks` (
	`id` integer PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`number` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`as` text NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `looks_by_number` ON `looks` (`office`,`number`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `persons` (
	`office` text NOT NULL,
	`number` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`telephone` text NOT NULL,
	`subject` text NOT NULL,
	`description` text NOT NULL,
	`file_number` text,
	`organisation` text,
	`despite` text,
	`name_key` text NOT NULL,
	`subject_key` text NOT NULL,
	`file_key` text,
	PRIMARY KEY(`office`, `number`)
);
--> statement-breakpoint
CREATE INDEX `persons_by_telephone` ON `persons` (`office`,`telephone`);--> statement-breakpoint
CREATE INDEX `persons_by_name` ON `persons` (`office`,`name_key`);--> statement-breakpoint
CREATE TABLE `print_jobs` (
	`office` text NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`ticket` text,
	`label` text,
	`printer` text NOT NULL,
	`asked_by` text NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`queued_at` integer NOT NULL,
	`sent_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`office`, `id`)
);
--> statement-breakpoint
CREATE INDEX `print_jobs_by_state` ON `print_jobs` (`office`,`state`);--> statement-breakpoint
CREATE INDEX `print_jobs_by_day` ON `print_jobs` (`office`,`day`,`queued_at`);--> statement-breakpoint
CREATE TABLE `reception_days` (
	`office` text NOT NULL,
	`date` text NOT NULL,
	`official` text NOT NULL,
	PRIMARY KEY(`office`, `date`, `official`)
);
--> statement-breakpoint
CREATE TABLE `routed_questions` (
	`office` text NOT NULL,
	`version` integer NOT NULL,
	`date` text NOT NULL,
	`unit` text NOT NULL,
	`official` text,
	PRIMARY KEY(`office`, `version`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`idle_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user`);--> statement-breakpoint
CREATE TABLE `staff` (
	`user` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` integer PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`day` text NOT NULL,
	`code` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`language` text NOT NULL,
	`told` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_by_ticket` ON `subscriptions` (`office`,`code`,`endpoint`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`office` text NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`code` text NOT NULL,
	`service` text NOT NULL,
	`state` text NOT NULL,
	`priority` integer NOT NULL,
	`language` text NOT NULL,
	`present_at_closing` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`first_called_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`outcome` text,
	`apology` text,
	PRIMARY KEY(`office`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_by_code` ON `tickets` (`code`);--> statement-breakpoint
CREATE TRIGGER `events_stay` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'the log is append-only: an event stays as it was written'); END;--> statement-breakpoint
CREATE TRIGGER `events_remain` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'the log is append-only: no event is deleted'); END;
