CREATE TABLE "plugin_signature" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plugin_signature_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"keyid" text NOT NULL,
	"envelope" jsonb NOT NULL,
	"envelope_digest" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "plugin_signature_once" UNIQUE("digest","envelope_digest")
);
--> statement-breakpoint
CREATE TABLE "plugin_state" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plugin_state_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round" DROP CONSTRAINT "round_plugin_period";--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "variant" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "of_round_id" integer;--> statement-breakpoint
ALTER TABLE "round" DROP COLUMN "key";--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "key" text GENERATED ALWAYS AS (plugin_id || case when variant = '' then '' else '@' || variant end || '.' || period) STORED;--> statement-breakpoint
ALTER TABLE "round" ALTER COLUMN "key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_plugin_period_variant" UNIQUE("plugin_id","period","variant");--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_key_key" UNIQUE("key");--> statement-breakpoint
CREATE INDEX "plugin_signature_digest" ON "plugin_signature" ("digest");--> statement-breakpoint
CREATE INDEX "plugin_state_digest" ON "plugin_state" ("digest","id");--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_of_round_id_round_id_fkey" FOREIGN KEY ("of_round_id") REFERENCES "round"("id");--> statement-breakpoint
ALTER TABLE "plugin_signature" ADD CONSTRAINT "plugin_signature_digest_plugin_version_digest_fkey" FOREIGN KEY ("digest") REFERENCES "plugin_version"("digest");--> statement-breakpoint
ALTER TABLE "plugin_state" ADD CONSTRAINT "plugin_state_digest_plugin_version_digest_fkey" FOREIGN KEY ("digest") REFERENCES "plugin_version"("digest");--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_variant_beside" CHECK (("variant" = '') = ("of_round_id" is null));