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
CREATE TABLE `invitations` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
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
CREATE UNIQUE INDEX `tickets_by_code` ON `tickets` (`code`);