CREATE TABLE "gateway_states" (
	"domain_id" bigint NOT NULL,
	"gateway" text NOT NULL,
	"life" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"qrcode" text,
	"last_inbound" timestamp (3) with time zone,
	"last_outbound" timestamp (3) with time zone,
	"fault" text,
	"throttled_until" timestamp (3) with time zone,
	"beat_at" timestamp (3) with time zone NOT NULL,
	"probe_asked_at" timestamp (3) with time zone,
	"probed_at" timestamp (3) with time zone,
	"probe_fault" text,
	CONSTRAINT "gateway_states_domain_id_gateway_pk" PRIMARY KEY("domain_id","gateway"),
	CONSTRAINT "gateway_states_gateway_check" CHECK ("gateway_states"."gateway" in ('simulator', 'wechaty', 'wecom', 'wecom-webhook', 'paste')),
	CONSTRAINT "gateway_states_life_check" CHECK ("gateway_states"."life" in ('off', 'scan', 'online', 'offline', 'deaf'))
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"domain_id" bigint PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_cause_check";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_state_check";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "is_bot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "tried_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "via_room_id" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "gathered_into" bigint;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "stands_in_for" bigint;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "heard_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_domain_id_via_room_id_rooms_domain_id_id_fk" FOREIGN KEY ("domain_id","via_room_id") REFERENCES "public"."rooms"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_domain_id_stands_in_for_rooms_domain_id_id_fk" FOREIGN KEY ("domain_id","stands_in_for") REFERENCES "public"."rooms"("domain_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_unclear" ON "outbox" USING btree ("domain_id","id") WHERE "outbox"."state" = 'unknown';--> statement-breakpoint
CREATE INDEX "rooms_by_topic" ON "rooms" USING btree ("domain_id","gateway","topic");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_cause_check" CHECK ("outbox"."cause" in ('reply', 'notice', 'reminder', 'decision', 'alert'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state_check" CHECK ("outbox"."state" in ('queued', 'sent', 'expired', 'dead', 'unknown', 'held', 'dropped'));--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_stands_in_check" CHECK ("rooms"."stands_in_for" <> "rooms"."id");