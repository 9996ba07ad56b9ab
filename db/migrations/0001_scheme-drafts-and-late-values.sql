ALTER TABLE "reported_values" ADD COLUMN "recorded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "schemes" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "schemes" ADD COLUMN "copied_from" bigint;--> statement-breakpoint
ALTER TABLE "schemes" ADD CONSTRAINT "schemes_domain_id_copied_from_schemes_domain_id_id_fk" FOREIGN KEY ("domain_id","copied_from") REFERENCES "public"."schemes"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "schemes_one_draft" ON "schemes" USING btree ("domain_id","year") WHERE "schemes"."state" = 'draft';--> statement-breakpoint
ALTER TABLE "reported_values" ADD CONSTRAINT "reported_values_time_check" CHECK ("reported_values"."at" <= "reported_values"."recorded_at");