CREATE TABLE "run_derived" (
	"run_id" integer,
	"unit_id" integer,
	"item" text,
	"value" double precision NOT NULL,
	"units" integer NOT NULL,
	"sources" jsonb NOT NULL,
	CONSTRAINT "run_derived_pkey" PRIMARY KEY("run_id","unit_id","item")
);
--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "area" text;--> statement-breakpoint
ALTER TABLE "run_derived" ADD CONSTRAINT "run_derived_run_unit" FOREIGN KEY ("run_id","unit_id") REFERENCES "run_unit"("run_id","unit_id");