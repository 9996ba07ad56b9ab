ALTER TABLE "inbox" ADD COLUMN "asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "inbox_by_time" ON "inbox" USING btree ("domain_id","received_at");--> statement-breakpoint
CREATE INDEX "outbox_by_sending" ON "outbox" USING btree ("domain_id","sent_at") WHERE "outbox"."state" = 'sent';