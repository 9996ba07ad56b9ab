ALTER TABLE "outbox" ADD COLUMN "file_hash" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "file_name" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_file_check" CHECK (("outbox"."file_hash" is null) = ("outbox"."file_name" is null));