CREATE TABLE "event" (
	"seq" integer PRIMARY KEY,
	"at" timestamp(3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"payload" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"import_id" integer,
	"round_id" integer,
	"unit_id" integer,
	"row" integer NOT NULL,
	"name" text NOT NULL,
	"peer_group" text,
	CONSTRAINT "import_row_pkey" PRIMARY KEY("import_id","round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"cells" integer NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"import_id" integer,
	"round_id" integer,
	"unit_id" integer,
	"item" text,
	"value" double precision,
	"blank" smallint NOT NULL,
	"ratings" jsonb,
	CONSTRAINT "observation_pkey" PRIMARY KEY("import_id","round_id","unit_id","item"),
	CONSTRAINT "observation_blank_range" CHECK ("blank" between 0 and 4),
	CONSTRAINT "observation_value_or_blank" CHECK (("value" is null) = ("blank" > 0)),
	CONSTRAINT "observation_value_finite" CHECK ("value" is null or "value" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "organisation_kind_name" UNIQUE("kind","name")
);
--> statement-breakpoint
CREATE TABLE "plugin_version" (
	"digest" text PRIMARY KEY,
	"plugin_id" text NOT NULL,
	"version" text NOT NULL,
	"publisher_id" integer,
	"bundle" jsonb NOT NULL,
	"first_seen" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "round_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text GENERATED ALWAYS AS (plugin_id || '.' || period) STORED NOT NULL UNIQUE,
	"plugin_id" text NOT NULL,
	"period" text NOT NULL,
	"plugin_digest" text NOT NULL,
	"lock" jsonb NOT NULL,
	"demonstration" boolean NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"scored_revision" integer DEFAULT -1 NOT NULL,
	CONSTRAINT "round_plugin_period" UNIQUE("plugin_id","period")
);
--> statement-breakpoint
CREATE TABLE "round_unit" (
	"round_id" integer,
	"unit_id" integer,
	"position" integer NOT NULL,
	"current_import_id" integer NOT NULL,
	CONSTRAINT "round_unit_pkey" PRIMARY KEY("round_id","unit_id"),
	CONSTRAINT "round_unit_position" UNIQUE("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"round_id" integer NOT NULL,
	"input_digest" text NOT NULL,
	"plugin_digest" text NOT NULL,
	"kernel" text NOT NULL,
	"semantics" integer NOT NULL,
	"result_digest" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_history" (
	"run_id" integer,
	"round_id" integer,
	"unit_id" integer,
	"import_id" integer NOT NULL,
	CONSTRAINT "run_history_pkey" PRIMARY KEY("run_id","round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "run_unit" (
	"run_id" integer,
	"unit_id" integer,
	"import_id" integer NOT NULL,
	"round_id" integer NOT NULL,
	"position" integer NOT NULL,
	"score" double precision,
	"core" double precision,
	"status" text NOT NULL,
	"grade" text,
	"grade_by_score" text,
	"rank" integer,
	"group_rank" integer,
	"gates" jsonb NOT NULL,
	"limited_by" text,
	"capped_by" text,
	"coverage" double precision,
	"nodes" jsonb NOT NULL,
	"contributions" jsonb NOT NULL,
	CONSTRAINT "run_unit_pkey" PRIMARY KEY("run_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"organisation_id" integer
);
--> statement-breakpoint
CREATE INDEX "run_round" ON "run" ("round_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "run_unit_position" ON "run_unit" ("run_id","position");--> statement-breakpoint
CREATE INDEX "run_unit_unit" ON "run_unit" ("unit_id","run_id");--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id");--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_round_id_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id");--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_unit_id_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_import_row" FOREIGN KEY ("import_id","round_id","unit_id") REFERENCES "import_row"("import_id","round_id","unit_id");--> statement-breakpoint
ALTER TABLE "plugin_version" ADD CONSTRAINT "plugin_version_publisher_id_organisation_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "organisation"("id");--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_plugin_digest_plugin_version_digest_fkey" FOREIGN KEY ("plugin_digest") REFERENCES "plugin_version"("digest");--> statement-breakpoint
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_round_id_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id");--> statement-breakpoint
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_unit_id_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");--> statement-breakpoint
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_import_row" FOREIGN KEY ("current_import_id","round_id","unit_id") REFERENCES "import_row"("import_id","round_id","unit_id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_round_id_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_plugin_digest_plugin_version_digest_fkey" FOREIGN KEY ("plugin_digest") REFERENCES "plugin_version"("digest");--> statement-breakpoint
ALTER TABLE "run_history" ADD CONSTRAINT "run_history_run_id_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id");--> statement-breakpoint
ALTER TABLE "run_history" ADD CONSTRAINT "run_history_import_row" FOREIGN KEY ("import_id","round_id","unit_id") REFERENCES "import_row"("import_id","round_id","unit_id");--> statement-breakpoint
ALTER TABLE "run_unit" ADD CONSTRAINT "run_unit_run_id_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id");--> statement-breakpoint
ALTER TABLE "run_unit" ADD CONSTRAINT "run_unit_unit_id_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");--> statement-breakpoint
ALTER TABLE "run_unit" ADD CONSTRAINT "run_unit_import_row" FOREIGN KEY ("import_id","round_id","unit_id") REFERENCES "import_row"("import_id","round_id","unit_id");--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_organisation_id_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id");