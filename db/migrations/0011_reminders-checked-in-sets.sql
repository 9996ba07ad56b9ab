ALTER TABLE "reminders" DROP CONSTRAINT "reminders_domain_id_assignment_id_assignments_domain_id_id_fk";
--> statement-breakpoint
DROP INDEX "reminders_by_time";--> statement-breakpoint
CREATE INDEX "reminders_by_time" ON "reminders" USING brin ("domain_id","sent_at");