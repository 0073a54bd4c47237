CREATE TABLE "job" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"round_key" text NOT NULL,
	"kind" text NOT NULL,
	"asked" jsonb NOT NULL,
	"state" text NOT NULL,
	"done" integer NOT NULL,
	"steps" integer NOT NULL,
	"faults" jsonb NOT NULL,
	"interruptions" integer NOT NULL,
	"server" text,
	"beat_at" timestamp(3) with time zone,
	"actor" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "job_state" ON "job" ("state","id");--> statement-breakpoint
CREATE INDEX "job_round" ON "job" ("round_key","id");