-- What was reported and what was computed stays: these tables take new rows and nothing else.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% of append-only table %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['plugin_version', 'import', 'import_row', 'observation', 'run', 'run_unit', 'run_history', 'event'] LOOP
		EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
	END LOOP;
END
$$;
--> statement-breakpoint
-- A round is pinned for ever: only its revisions may change.
CREATE FUNCTION "keep_round_pinned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.plugin_id, NEW.period, NEW.plugin_digest, NEW.lock, NEW.demonstration)
		IS DISTINCT FROM (OLD.plugin_id, OLD.period, OLD.plugin_digest, OLD.lock, OLD.demonstration) THEN
		RAISE EXCEPTION 'round % is pinned', OLD.id USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "pinned" BEFORE UPDATE ON "round" FOR EACH ROW EXECUTE FUNCTION "keep_round_pinned"();
--> statement-breakpoint
CREATE TRIGGER "kept" BEFORE DELETE OR TRUNCATE ON "round" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
