CREATE TABLE "job_switches" (
	"domain_id" bigint NOT NULL,
	"job" text NOT NULL,
	"paused" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" bigint,
	CONSTRAINT "job_switches_domain_id_job_pk" PRIMARY KEY("domain_id","job")
);
--> statement-breakpoint
ALTER TABLE "job_runs" DROP CONSTRAINT "job_runs_outcome_check";--> statement-breakpoint
ALTER TABLE "job_runs" DROP CONSTRAINT "job_runs_ended_check";--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "requested_by" bigint;--> statement-breakpoint
ALTER TABLE "job_switches" ADD CONSTRAINT "job_switches_domain_id_changed_by_people_domain_id_id_fk" FOREIGN KEY ("domain_id","changed_by") REFERENCES "public"."people"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_domain_id_requested_by_people_domain_id_id_fk" FOREIGN KEY ("domain_id","requested_by") REFERENCES "public"."people"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_runs_unfinished" ON "job_runs" USING btree ("domain_id") WHERE "job_runs"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_outcome_check" CHECK ("job_runs"."outcome" in ('waiting', 'running', 'done', 'failed', 'skipped'));--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_ended_check" CHECK (("job_runs"."outcome" in ('waiting', 'running')) = ("job_runs"."ended_at" is null));