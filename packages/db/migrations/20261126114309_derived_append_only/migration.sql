-- Values that a run took from other results stay with it.
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "run_derived" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
