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
CREATE INDEX `announcements_by_day` ON `announcements` (`office`,`day`,`number`);