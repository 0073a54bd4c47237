-- What became of a version, and who signed it, stays.
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "plugin_state" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "plugin_signature" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- A round beside another stays beside it.
CREATE OR REPLACE FUNCTION "keep_round_pinned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.plugin_id, NEW.period, NEW.variant, NEW.of_round_id, NEW.plugin_digest, NEW.lock, NEW.demonstration)
		IS DISTINCT FROM (OLD.plugin_id, OLD.period, OLD.variant, OLD.of_round_id, OLD.plugin_digest, OLD.lock, OLD.demonstration) THEN
		RAISE EXCEPTION 'round % is pinned', OLD.id USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END
$$;
