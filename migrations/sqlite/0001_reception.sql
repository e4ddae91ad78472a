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
CREATE TABLE `feeds` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`official` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_by_official` ON `feeds` (`office`,`official`);--> statement-breakpoint
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
