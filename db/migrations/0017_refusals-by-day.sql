CREATE TABLE "refusals" (
	"domain_id" bigint NOT NULL,
	"gateway" text NOT NULL,
	"day" date NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "refusals_domain_id_gateway_day_pk" PRIMARY KEY("domain_id","gateway","day"),
	CONSTRAINT "refusals_gateway_check" CHECK ("refusals"."gateway" in ('simulator', 'wechaty', 'wecom', 'wecom-webhook', 'paste'))
);
