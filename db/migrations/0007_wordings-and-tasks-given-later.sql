CREATE TABLE "wordings" (
	"domain_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"wording" text NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" bigint,
	CONSTRAINT "wordings_domain_id_task_id_wording_pk" PRIMARY KEY("domain_id","task_id","wording"),
	CONSTRAINT "wordings_state_check" CHECK ("wordings"."state" in ('offered', 'accepted', 'refused')),
	CONSTRAINT "wordings_times_check" CHECK ("wordings"."times" > 0),
	CONSTRAINT "wordings_length_check" CHECK (length("wordings"."wording") between 2 and 40)
);
--> statement-breakpoint
ALTER TABLE "task_units" ADD COLUMN "given_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_domain_id_task_id_tasks_domain_id_id_fk" FOREIGN KEY ("domain_id","task_id") REFERENCES "public"."tasks"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_domain_id_decided_by_people_domain_id_id_fk" FOREIGN KEY ("domain_id","decided_by") REFERENCES "public"."people"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wordings_by_state" ON "wordings" USING btree ("domain_id","state");