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
CREATE UNIQUE INDEX `subscriptions_by_ticket` ON `subscriptions` (`office`,`code`,`endpoint`);