CREATE TABLE "analysis" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "analysis_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL UNIQUE,
	"run_id" integer NOT NULL,
	"kind" text NOT NULL,
	"job" jsonb NOT NULL,
	"kernel" text NOT NULL,
	"semantics" integer NOT NULL,
	"report" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "analysis_run" ON "analysis" ("run_id","kind","id");--> statement-breakpoint
ALTER TABLE "analysis" ADD CONSTRAINT "analysis_run_id_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id");