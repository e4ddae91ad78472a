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
CREATE INDEX `print_jobs_by_day` ON `print_jobs` (`office`,`day`,`queued_at`);