ALTER TABLE "supervision_orders" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "supervision_orders" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "supervision_orders" ADD CONSTRAINT "supervision_orders_subject_check" CHECK ("supervision_orders"."subject" is null or "supervision_orders"."reason" is not null);