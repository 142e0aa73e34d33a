// Written by `npm run types` from the API's description, sha256 9cc28ff986537df3f8070def14a9ff2e1a0e40462c1ebf6f054df3e00490ddea. Do not edit.
export interface paths {
    "/api/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Access Log
         * @description List who viewed and exported what, newest first.
         */
        get: operations["access_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-economics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert Economics
         * @description Tell what the alerts of each rule came to: right and false ones, money, people's time, days ahead.
         */
        get: operations["alert_economics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-economics/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert Economics Alerts
         * @description List the alerts behind a figure, newest first, each with what followed.
         */
        get: operations["alert_economics_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-economics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Alert Economics
         * @description Export the figures of all rules, and the newest alerts behind them, as an Excel file.
         */
        get: operations["export_alert_economics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts
         * @description List alerts: filtered, sorted, a page at a time; the open ones, gravest first, if nothing is named.
         */
        get: operations["alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert
         * @description Show one alert: what its rule asks, what it rests on, what happened to it, who was told.
         */
        get: operations["alert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge Alert
         * @description Take note of an alert.
         */
        post: operations["acknowledge_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Alert
         * @description Say who looks after an alert: somebody who answers for its customer, or nobody.
         */
        post: operations["assign_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert Plan
         * @description Show the contingency plan for an alert: who does what by when, and how one sees that it is done.
         */
        get: operations["alert_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Alert
         * @description Take back an acknowledgement, a snooze or a resolve.
         */
        post: operations["reopen_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve Alert
         * @description Close an alert with a reason and a note.
         */
        post: operations["resolve_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze Alert
         * @description Let an alert rest to the end of a day.
         */
        post: operations["snooze_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Alerts
         * @description Make one move with many alerts; each succeeds or is refused by itself.
         */
        post: operations["move_alerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert Counts
         * @description Count the alerts of the customers one may see.
         */
        get: operations["alert_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Alerts
         * @description Give the alerts of a list, all its pages, as a workbook; more than 10,000 are refused.
         */
        get: operations["export_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Closing Reasons
         * @description List why an alert can be closed.
         */
        get: operations["closing_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Api Keys
         * @description List the API keys, newest first, revoked ones too.
         */
        get: operations["api_keys"];
        put?: never;
        /**
         * Add Api Key
         * @description Make an API key; its secret is shown this once.
         */
        post: operations["add_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Api Key
         * @description Revoke an API key at once.
         */
        delete: operations["remove_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approvals
         * @description List requests for approval, newest first.
         */
        get: operations["approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approval
         * @description Show a request with everything that is asked for, and its votes.
         */
        get: operations["approval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote
         * @description Agree to a request, or refuse it with a reason; never one's own.
         */
        post: operations["vote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Approval
         * @description Withdraw one's own request.
         */
        post: operations["withdraw_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Assessments
         * @description List the newest assessment of every customer with all its readings, for programs that keep a copy.
         */
        get: operations["assessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit
         * @description List what was done, newest first.
         */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backtests
         * @description List back-tests, newest first.
         */
        get: operations["backtests"];
        put?: never;
        /**
         * Start Backtest
         * @description Begin a back-test of a change or of documents against the policy in force; the worker runs it.
         */
        post: operations["start_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{backtest_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backtest
         * @description Show a back-test: how far it is, and what came out.
         */
        get: operations["backtest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{backtest_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Backtest
         * @description Call a back-test off.
         */
        post: operations["cancel_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{backtest_id}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backtest Customers
         * @description List the customers behind a figure, greatest loss first, each on the day it was counted.
         */
        get: operations["backtest_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{backtest_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft Threshold
         * @description Draft the change of a threshold to a value that was tried; it goes nowhere without approval.
         */
        post: operations["draft_threshold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backtest Days
         * @description List the month-ends of which it is known what followed.
         */
        get: operations["backtest_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/book-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Book Runs
         * @description Show the newest runs over the whole book, and how far they are.
         */
        get: operations["book_runs"];
        put?: never;
        /**
         * Start Book Run
         * @description Ask for a run over the whole book as of today; it goes on with what a run that was stopped left.
         */
        post: operations["start_book_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/book-runs/{run_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Book Run
         * @description Let a run stop at the end of the chunk it is at; the next run of the day goes on there.
         */
        post: operations["stop_book_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers
         * @description List customers: filtered, sorted, a page at a time.
         */
        get: operations["customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer
         * @description Show a customer on a day, as known at a batch.
         */
        get: operations["customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/contagion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Contagion
         * @description Show who is hit when a customer fails, directly and in the second round, and what is at stake.
         */
        get: operations["customer_contagion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/facts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Facts
         * @description List a customer's facts of a kind that had happened by a day, as known at a batch.
         */
        get: operations["customer_facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/facts/{kind}/{fact_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fact Versions
         * @description List every version of a fact: what was believed of it from when until when.
         */
        get: operations["fact_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Group
         * @description Show who forms one group with a customer, how each stands, and what they owe together.
         */
        get: operations["customer_group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer History
         * @description List a customer's stored assessments up to a day, each with what changed.
         */
        get: operations["customer_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/letters/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Letter
         * @description Fill a letter for a customer with what is known today, in both languages; nothing is sent and nothing stored.
         */
        get: operations["customer_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/letters/{key}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Letter File
         * @description Give a letter filled for a customer as a text file, in the language asked for.
         */
        get: operations["customer_letter_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Customer
         * @description Merge a customer into another: its facts, and what is delivered under its name later, are the other's.
         */
        post: operations["merge_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Merge
         * @description Show two customers side by side, and what merging the one into the other would do.
         */
        get: operations["preview_merge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/mergers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Mergers
         * @description List who was merged into a customer, and into whom it was merged, with what was taken back.
         */
        get: operations["customer_mergers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/not-same": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call Customers Different
         * @description Remember that two customers are different firms: they are not listed as one any more.
         */
        post: operations["call_customers_different"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Owner
         * @description Make somebody answer for a customer from a day on.
         */
        put: operations["set_owner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part Customer
         * @description Take a merger back: the customer is there again, with the facts that its systems deliver under its name.
         */
        post: operations["part_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Readers
         * @description List who may read of a customer besides its owner.
         */
        get: operations["customer_readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/readers/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant Reader
         * @description Let somebody read of a customer for a time.
         */
        put: operations["grant_reader"];
        post?: never;
        /**
         * Withdraw Reader
         * @description Take back that somebody may read of a customer.
         */
        delete: operations["withdraw_reader"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/readings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reading Evidence
         * @description Drill into a reading: its formula, the measures in it, and the very facts behind each.
         */
        get: operations["reading_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/score-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Score Change
         * @description Account for a customer's change of score since a day: policy, time, new facts, corrections; exactly.
         */
        get: operations["customer_score_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/strategy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Strategy
         * @description Say what is done about a customer on a day: the strategies of its quadrant and grade, and what of them holds.
         */
        get: operations["customer_strategy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description List what happened to a customer, newest first.
         */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{code}/way-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Way Back
         * @description Say what a customer would have to do, by when, to reach a score, and on which day; nothing is stored.
         */
        get: operations["customer_way_back"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer Choices
         * @description Give what the filters, columns and orders of the list can be set to.
         */
        get: operations["customer_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Duplicate Customers
         * @description List pairs of customers that may be one firm, those with most in common first.
         */
        get: operations["duplicate_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Customers
         * @description Write a list of customers, all its pages, as a workbook.
         */
        get: operations["export_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/definition-schemas/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Definition Schema
         * @description Give the JSON Schema (2020-12) of a kind of definition, for editors and for checks before a text is sent.
         */
        get: operations["definition_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries
         * @description Everything that was told or could not be, newest first.
         */
        get: operations["deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{delivery_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Delivery
         * @description Try a dead delivery anew.
         */
        post: operations["retry_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deputies
         * @description List who stands in for me, and for whom I stand in.
         */
        get: operations["deputies"];
        put?: never;
        /**
         * Add Deputy
         * @description Let somebody else vote for me for some days.
         */
        post: operations["add_deputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deputies/{deputy_entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Deputy
         * @description End that somebody stands in for me.
         */
        delete: operations["remove_deputy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fact-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fact Kinds
         * @description List the kinds of facts with their fields.
         */
        get: operations["fact_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fact-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fact Views
         * @description List the kinds of fact that indicators are made from, with what each column is good for.
         */
        get: operations["fact_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts
         * @description List the current facts of a kind, for programs that keep a copy: first everything, later only what is new.
         */
        get: operations["facts"];
        /**
         * Upsert Facts
         * @description Add or correct facts of a kind, each found by its source and external_id; the same rows again change nothing.
         */
        put: operations["upsert_facts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/{kind}/{source}/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upsert Fact
         * @description Add or correct one fact.
         */
        put: operations["upsert_fact"];
        post?: never;
        /**
         * Retract Fact
         * @description Retract one fact: it is known no longer, and its history stays.
         */
        delete: operations["retract_fact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Import Mappings
         * @description List what is remembered of files' headings.
         */
        get: operations["import_mappings"];
        /**
         * Remember Mapping
         * @description Remember what a file's headings mean, instead of what was remembered of the same headings before.
         */
        put: operations["remember_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-mappings/{mapping_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget Mapping
         * @description Forget what was remembered of a file's headings.
         */
        delete: operations["forget_mapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports
         * @description List imports, the newest first.
         */
        get: operations["imports"];
        put?: never;
        /**
         * Start Import
         * @description Have a file imported by a worker.
         */
        post: operations["start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Import Status
         * @description Tell how far an import has come, or what came of it.
         */
        get: operations["import_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Import Original
         * @description Give the file as it was handed in.
         */
        get: operations["import_original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rejects
         * @description List an import's rejected rows in the order of the file.
         */
        get: operations["rejects"];
        /**
         * Correct Rejects
         * @description Take rejected rows in as corrected; those still wrong stay open with their new reason.
         */
        put: operations["correct_rejects"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejects/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Rejects
         * @description Close rejected rows without importing them.
         */
        post: operations["dismiss_rejects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejects/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Rejects
         * @description Write the rejected rows that wait as a workbook, to be corrected there and uploaded.
         */
        get: operations["export_rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejects/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Rejects
         * @description Take in a workbook of rejected rows that was corrected.
         */
        post: operations["upload_rejects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Import
         * @description Have an import, or its undoing, that broke down gone on with; nothing is written twice.
         */
        post: operations["retry_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Import
         * @description Have an import taken back: added rows retracted, changed rows restored; rows that were changed since are kept.
         */
        post: operations["undo_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload File
         * @description Hand in a file to look at; nothing is imported yet.
         */
        post: operations["upload_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Import
         * @description Tell how a file is understood, what is left to choose, and what its import would do; nothing is stored.
         */
        post: operations["preview_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Targets
         * @description List everything a column of a kind's file may mean.
         */
        get: operations["targets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicator-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Indicator
         * @description Try one indicator of a text on stored facts: of the customers one sees, and of one of them. Nothing is stored.
         */
        post: operations["try_indicator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters
         * @description List the letters that are in force, and what letters may tell.
         */
        get: operations["letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Say who is logged in, and what they may do and see.
         */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Change one's own name, language and notices.
         */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/v1/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movements
         * @description List the monthly reports that are kept.
         */
        get: operations["movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movements/{as_of}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movement
         * @description Show who moved in a month: from which grade to which, how far, and what became of the book.
         */
        get: operations["movement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movements/{as_of}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Movement Customers
         * @description List the customers of a report, all or those of one way from grade to grade.
         */
        get: operations["movement_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movements/{as_of}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Movement
         * @description Give a report as a workbook, a line for each customer within one's scope.
         */
        get: operations["export_movement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notifications
         * @description List what I was told and may still read, newest first.
         */
        get: operations["notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description Show the book within one's scope in figures, each with the list behind it; on a day, as known at a batch.
         */
        get: operations["overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People
         * @description List everybody.
         */
        get: operations["people"];
        put?: never;
        /**
         * Add Person
         * @description Add a person and invite them by mail; without a mail server the link is shown once.
         */
        post: operations["add_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Person
         * @description Show a person.
         */
        get: operations["person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Person
         * @description Change a person.
         */
        patch: operations["change_person"];
        trace?: never;
    };
    "/api/v1/people/{person_id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite Person
         * @description Send a person a new link to set a password; without a mail server the link is shown once.
         */
        post: operations["invite_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Reset Mfa
         * @description Take away the second factor that a person lost, end their sessions, and tell them by mail.
         */
        delete: operations["reset_mfa"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy
         * @description List the documents of the policy that is in force today.
         */
        get: operations["policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Changes
         * @description List changes of the policy, newest first.
         */
        get: operations["policy_changes"];
        put?: never;
        /**
         * Begin Policy Change
         * @description Begin a change of the policy.
         */
        post: operations["begin_policy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Change
         * @description Show a change: its texts, what they change in words, whether they work together.
         */
        get: operations["policy_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename Policy Change
         * @description Give a change that is not submitted another title.
         */
        patch: operations["rename_policy_change"];
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Policy Change
         * @description Take back what was agreed to before its day comes.
         */
        post: operations["cancel_policy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Comment Policy Change
         * @description Comment on a change.
         */
        post: operations["comment_policy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Policy Change
         * @description Write the customers whose grade a change would change as a workbook.
         */
        get: operations["export_policy_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write Draft
         * @description Put a text into a change; it has to be readable, whether it works is told by the check.
         */
        put: operations["write_draft"];
        post?: never;
        /**
         * Drop Draft
         * @description Take a text out of a change.
         */
        delete: operations["drop_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/drafts/{kind}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draft Text
         * @description Show a draft's text line by line against the one it started from: what those who agree to it agree to.
         */
        get: operations["draft_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Policy Change
         * @description Ask others to agree to exactly these texts.
         */
        post: operations["submit_policy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Try Policy Change
         * @description Try the texts of a change on the newest readings.
         */
        get: operations["try_policy_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes/{change_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Policy Change
         * @description Take a submitted change back.
         */
        post: operations["withdraw_policy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Findings
         * @description Look for what may be wrong with the policy although it compiles; with the drafts of a change, if one is named.
         */
        get: operations["policy_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Packs
         * @description List the packs: choices of rules, strategies, plans and letters, with what each would change.
         */
        get: operations["policy_packs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-packs/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Policy Pack
         * @description Put a pack into force: as a change that others agree to; at once for whoever is alone.
         */
        post: operations["take_policy_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Policy
         * @description Try texts on the newest readings: scores, grades and rules, now and then. Nothing is stored.
         */
        post: operations["try_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-upgrades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Upgrades
         * @description List shipped versions that came with an upgrade of kedun and are not in force, with what they would change.
         */
        get: operations["policy_upgrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-upgrades/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Policy Upgrade
         * @description Keep what is in force; what a later upgrade ships is offered anew.
         */
        post: operations["decline_policy_upgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-upgrades/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Policy Upgrade
         * @description Begin a change with all shipped versions that are offered.
         */
        post: operations["propose_policy_upgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Policy Words
         * @description Say a text of rules or indicators in words, rule by rule, with what is wrong in each. Nothing is stored.
         */
        post: operations["policy_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/bring-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring Back Definition
         * @description Put a retired definition back in a change, as its newest version had it.
         */
        post: operations["bring_back_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Definition
         * @description Leave a definition out of its document in a change; others agree to it like to any other.
         */
        post: operations["retire_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/retired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retired Definitions
         * @description List what is retired of a kind, with who, when and why; and what could be.
         */
        get: operations["retired_definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Versions
         * @description List all versions of a document, newest first, those still to come too.
         */
        get: operations["policy_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Version
         * @description Show a version with its text, and what it changed.
         */
        get: operations["policy_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/versions/{number}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy Difference
         * @description Say what a version changed since another one, earlier or later.
         */
        get: operations["policy_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/{kind}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Policy Version
         * @description Begin a change that makes an old version the next one.
         */
        post: operations["restore_policy_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Portfolio Figures
         * @description Show turnover, ageing, concentration and likely loss of the book within one's scope, on a day, as known at a batch.
         */
        get: operations["portfolio_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/figures/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Portfolio Course
         * @description Show the figures of the book within one's scope at the last month-ends before a day, as known at one batch.
         */
        get: operations["portfolio_course"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Portfolio Figures
         * @description Write the figures of the book and their course as a workbook.
         */
        get: operations["export_portfolio_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Portfolio Movements
         * @description List the customers whose score or grade moved most in the last days, and what moved each.
         */
        get: operations["portfolio_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/movements/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Movements
         * @description Write the customers that moved most as a workbook.
         */
        get: operations["export_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles
         * @description List the roles with what each may do.
         */
        get: operations["roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Rules
         * @description Switch rules on and off and set their thresholds.
         *
         *     Where others may approve changes of the policy, it waits for them as one; where nobody else may, it is in force from
         *     today on, and alerts of rules switched off are closed.
         */
        put: operations["choose_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules
         * @description List every rule: what it asks in words, its thresholds, for how many customers it fires.
         */
        get: operations["rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved Views
         * @description List one's own views and those that others share; theirs may name customers and amounts, so not everybody's.
         */
        get: operations["saved_views"];
        put?: never;
        /**
         * Save View
         * @description Keep a list under a name; one's own list of the same name is replaced.
         */
        post: operations["save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Saved View
         * @description Remove one's own view.
         */
        delete: operations["remove_saved_view"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendar Settings
         * @description Show which days are worked.
         */
        get: operations["calendar_settings"];
        /**
         * Change Calendar Settings
         * @description Say which days are worked.
         */
        put: operations["change_calendar_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Company Settings
         * @description Show what the company says of itself.
         */
        get: operations["company_settings"];
        /**
         * Change Company Settings
         * @description Say what the company is called, where notices to nobody in particular go, and who is told of monthly reports.
         */
        put: operations["change_company_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mail Settings
         * @description Show through which server mail goes out; the password is never shown.
         */
        get: operations["mail_settings"];
        /**
         * Change Mail Settings
         * @description Say through which server mail goes out.
         */
        put: operations["change_mail_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Mail
         * @description Send a trial mail to oneself and say how it went.
         */
        post: operations["test_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signal-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signal Types
         * @description List what may be reported, the starter list of one's own role first.
         */
        get: operations["signal_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signals
         * @description List the signals of customers one may see, the newest observation first.
         */
        get: operations["signals"];
        put?: never;
        /**
         * Report Signal
         * @description Report something noticed of a customer; the same again on the same day corrects it.
         */
        post: operations["report_signal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Signal
         * @description Withdraw a signal of one's own.
         */
        delete: operations["withdraw_signal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Teams
         * @description List the teams with their members, past ones too.
         */
        get: operations["teams"];
        put?: never;
        /**
         * Add Team
         * @description Add a team.
         */
        post: operations["add_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Team
         * @description Remove a team; its people stay.
         */
        delete: operations["remove_team"];
        options?: never;
        head?: never;
        /**
         * Change Team
         * @description Change a team; a list of members replaces the one there is.
         */
        patch: operations["change_team"];
        trace?: never;
    };
    "/api/v1/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Import Template
         * @description Give an empty workbook of a kind to fill in: headings, explanations, an example, lists to choose from.
         *
         *     Besides kinds there are whole sets with several sheets: customer_information, risk_assessment, collection_follow_up.
         */
        get: operations["import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote Many
         * @description Vote on several requests; each stands or falls for itself.
         */
        post: operations["vote_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workbench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workbench
         * @description Show what changed and what waits for whoever asks.
         */
        get: operations["workbench"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessLine
         * @description Somebody viewed or exported something; `about`: the subject in words.
         */
        AccessLine: {
            /** About */
            about: string;
            actor: components["schemas"]["Actor"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Rows */
            rows: number;
            /** Subject */
            subject: string;
            /** What */
            what: string;
            /** Words */
            words: string;
        };
        /**
         * AccessQuery
         * @description Which part of the log.
         */
        AccessQuery: {
            /** Actor */
            actor?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Subject */
            subject?: string | null;
            /** What */
            what?: string | null;
        };
        /**
         * Acknowledged
         * @description Who took note of it, and when.
         */
        Acknowledged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
        };
        /**
         * Actor
         * @description Who did it: a person, an API key, or a part of the program; the name is in words.
         */
        Actor: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * Age
         * @description Open money of one age, and how many customers owe it.
         */
        Age: {
            /** Amount */
            amount: string | null;
            /** Bucket */
            bucket: string;
            /** Customers */
            customers: number;
            /** Label */
            label: string;
            /** Query */
            query: string;
        };
        /**
         * AlertDocument
         * @description One alert with what its rule asks, all that happened to it, and who was told.
         */
        AlertDocument: {
            acknowledged: components["schemas"]["Acknowledged"] | null;
            /** Allowed */
            allowed: ("acknowledge" | "snooze" | "resolve" | "reopen" | "assign")[];
            closed: components["schemas"]["Closing"] | null;
            /** Condition */
            condition: string | null;
            /** Currency */
            currency: string;
            customer: components["schemas"]["CustomerOf"];
            /** Events */
            events: components["schemas"]["EventShown"][];
            /** Evidence */
            evidence: components["schemas"]["AlertEvidence"][];
            /** Fact At */
            fact_at: string | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Latency Seconds */
            latency_seconds: number | null;
            /** Masked */
            masked: string[];
            /** No Recipient */
            no_recipient: boolean;
            /** Occurrence */
            occurrence: number;
            opened: components["schemas"]["Opening"];
            owner: components["schemas"]["PersonNamed"] | null;
            /** Revision */
            revision: number;
            /** Risk Type */
            risk_type: string;
            /** Risk Type Label */
            risk_type_label: string;
            rule: components["schemas"]["RuleOf"];
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /** Severity Label */
            severity_label: string;
            /** Snoozed Until */
            snoozed_until: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "acknowledged" | "snoozed" | "resolved" | "cleared";
            /** State Label */
            state_label: string;
            /** Told */
            told: number | null;
            /** Told To */
            told_to: components["schemas"]["ToldShown"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * AlertEconomics
         * @description What the alerts of a period came to, rule by rule, those that net most first.
         *
         *     `matured_until`: the last day of the period whose outcome is known; null when none is. `stopped`: whether orders or,
         *     where none are supplied, invoices were counted as stopped.
         */
        AlertEconomics: {
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /** Items */
            items: components["schemas"]["RuleEconomics"][];
            /** Matured Until */
            matured_until: string | null;
            /**
             * Stopped
             * @enum {string}
             */
            stopped: "orders" | "invoices";
            terms: components["schemas"]["EconomicsTermsShown"];
            /**
             * To Day
             * Format: date
             */
            to_day: string;
            together: components["schemas"]["AlertFigures"];
        };
        /**
         * AlertEvidence
         * @description One reading that an alert rests on; null where there is none or it is hidden. Money is a decimal string.
         */
        AlertEvidence: {
            /** Currency */
            currency: string | null;
            /** Label */
            label: string;
            /** Masked */
            masked: boolean;
            /** Name */
            name: string;
            /** Text */
            text: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | boolean | null;
        };
        /**
         * AlertFigures
         * @description What alerts came to. `margin`, `net`: null for all rules together, whose alerts stand side by side.
         *
         *     `minutes` of people's time; `waited_minutes` of working time until somebody did something, at the median.
         */
        AlertFigures: {
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Contradicted */
            contradicted: number;
            /** Events */
            events: number;
            /**
             * Exposure
             * @example 1234.50
             */
            exposure: string;
            /** False */
            false: number;
            /** Handled */
            handled: number;
            /** Hits */
            hits: number;
            /** Late */
            late: number;
            /** Lead Days Mean */
            lead_days_mean: number | null;
            /** Lead Days Median */
            lead_days_median: number | null;
            /**
             * Loss
             * @example 1234.50
             */
            loss: string;
            /** Margin */
            margin: string | null;
            /** Minutes */
            minutes: number;
            /** Net */
            net: string | null;
            /** Ordered */
            ordered: string | null;
            /** Precision */
            precision: number | null;
            /** Right */
            right: number;
            /** Said False */
            said_false: number;
            /** Unknown */
            unknown: number;
            /** Waited Minutes */
            waited_minutes: number | null;
        };
        /**
         * AlertFilters
         * @description Which alerts, in which order; of a past moment as they stood then.
         */
        AlertFilters: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Customer
             * @description Its code
             * @default
             */
            customer: string;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * No Recipient
             * @description Only those of which nobody could be told
             * @default false
             */
            no_recipient: boolean;
            /**
             * Owner
             * @description Who looks after it: "me", a person's id, or "none"
             * @default
             */
            owner: string;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Q
             * @description Part of a customer's code or name, or of a rule's name
             * @default
             */
            q: string;
            /**
             * Risk Type
             * @default []
             */
            risk_type: string[];
            /**
             * Rule
             * @default []
             */
            rule: string[];
            /**
             * Severity
             * @default []
             */
            severity: ("low" | "medium" | "high" | "critical")[];
            /**
             * Sort
             * @default -severity
             * @enum {string}
             */
            sort: "-severity" | "severity" | "-opened" | "opened" | "-updated" | "updated" | "-customer" | "customer";
            /**
             * State
             * @description Those that are open, if none is named
             * @default []
             */
            state: ("open" | "acknowledged" | "snoozed" | "resolved" | "cleared")[];
        };
        /**
         * AlertJudged
         * @description An alert with what followed; amounts and the outcome null where that is not known yet.
         */
        AlertJudged: {
            /** Bad On */
            bad_on: string | null;
            became: components["schemas"]["Choice"];
            /** Code */
            code: string;
            /**
             * Exposure
             * @example 1234.50
             */
            exposure: string;
            /** Id */
            id: number;
            /** Lead Days */
            lead_days: number | null;
            /** Loss */
            loss: string | null;
            /** Name */
            name: string;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
            /**
             * Ordered
             * @example 1234.50
             */
            ordered: string;
            outcome: components["schemas"]["Choice"] | null;
            rule: components["schemas"]["Choice"];
            /** Said False */
            said_false: boolean;
            /** Waited Minutes */
            waited_minutes: number | null;
        };
        /**
         * AlertMoved
         * @description An alert after a move.
         */
        AlertMoved: {
            /** Allowed */
            allowed: ("acknowledge" | "snooze" | "resolve" | "reopen" | "assign")[];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Owner */
            owner: number | null;
            /** Revision */
            revision: number;
            /** Snoozed Until */
            snoozed_until: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "acknowledged" | "snoozed" | "resolved" | "cleared";
            /** State Label */
            state_label: string;
        };
        /**
         * AlertNumbers
         * @description How many alerts there are: by state, and of those not closed by severity, mine, nobody's, and told to nobody.
         */
        AlertNumbers: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Mine */
            mine: number;
            /** No Recipient */
            no_recipient: number;
            /** Severities */
            severities: {
                [key: string]: number;
            };
            /** States */
            states: {
                [key: string]: number;
            };
            /** Unassigned */
            unassigned: number;
        };
        /**
         * AlertPage
         * @description One page of a list of alerts; `total` comes with the first page only. On a past day nothing is `allowed`.
         */
        AlertPage: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Past */
            is_past: boolean;
            /** Items */
            items: components["schemas"]["AlertRow"][];
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * AlertPlan
         * @description The contingency plan for an alert, by the version in force today; null where its rule has none.
         */
        AlertPlan: {
            /** Alert */
            alert: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Live From */
            live_from: string | null;
            plan: components["schemas"]["PlanShown"] | null;
            /** Rule */
            rule: string;
            /** Version */
            version: number | null;
        };
        /**
         * AlertQuery
         * @description One page of a list of alerts.
         */
        AlertQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Customer
             * @description Its code
             * @default
             */
            customer: string;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * No Recipient
             * @description Only those of which nobody could be told
             * @default false
             */
            no_recipient: boolean;
            /**
             * Owner
             * @description Who looks after it: "me", a person's id, or "none"
             * @default
             */
            owner: string;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Q
             * @description Part of a customer's code or name, or of a rule's name
             * @default
             */
            q: string;
            /**
             * Risk Type
             * @default []
             */
            risk_type: string[];
            /**
             * Rule
             * @default []
             */
            rule: string[];
            /**
             * Severity
             * @default []
             */
            severity: ("low" | "medium" | "high" | "critical")[];
            /**
             * Sort
             * @default -severity
             * @enum {string}
             */
            sort: "-severity" | "severity" | "-opened" | "opened" | "-updated" | "updated" | "-customer" | "customer";
            /**
             * State
             * @description Those that are open, if none is named
             * @default []
             */
            state: ("open" | "acknowledged" | "snoozed" | "resolved" | "cleared")[];
        };
        /**
         * AlertRow
         * @description One alert. `latency_seconds`: from the newest fact's arrival to the alert; `no_recipient`: nobody could be told.
         */
        AlertRow: {
            acknowledged: components["schemas"]["Acknowledged"] | null;
            /** Allowed */
            allowed: ("acknowledge" | "snooze" | "resolve" | "reopen" | "assign")[];
            closed: components["schemas"]["Closing"] | null;
            customer: components["schemas"]["CustomerOf"];
            /** Evidence */
            evidence: components["schemas"]["AlertEvidence"][];
            /** Fact At */
            fact_at: string | null;
            /** Id */
            id: number;
            /** Latency Seconds */
            latency_seconds: number | null;
            /** No Recipient */
            no_recipient: boolean;
            /** Occurrence */
            occurrence: number;
            opened: components["schemas"]["Opening"];
            owner: components["schemas"]["PersonNamed"] | null;
            /** Revision */
            revision: number;
            /** Risk Type */
            risk_type: string;
            /** Risk Type Label */
            risk_type_label: string;
            rule: components["schemas"]["RuleOf"];
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /** Severity Label */
            severity_label: string;
            /** Snoozed Until */
            snoozed_until: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "acknowledged" | "snoozed" | "resolved" | "cleared";
            /** State Label */
            state_label: string;
            /** Told */
            told: number | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * AlertShown
         * @description An alert that was not closed on the day, as it stood then.
         */
        AlertShown: {
            /** Evidence */
            evidence: components["schemas"]["EvidenceShown"][];
            /** Id */
            id: number;
            /** Label */
            label: string;
            /**
             * Opened As Of
             * Format: date
             */
            opened_as_of: string;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            state: components["schemas"]["Told"];
        };
        /**
         * AmountOf
         * @description An amount in one currency.
         */
        AmountOf: {
            /** Amount */
            amount: string | null;
            /** Currency */
            currency: string;
        };
        /**
         * ApprovalDocument
         * @description A request with what is asked for, line by line, and every vote.
         *
         *     `doubts`: what may be wrong with it, confirmed by whoever asks; `evidence`: what it was tried on before.
         */
        ApprovalDocument: {
            /** Action */
            action: string;
            /** Decided At */
            decided_at: string | null;
            /** Doubts */
            doubts: string[];
            /** Evidence */
            evidence: string[];
            /** Id */
            id: number;
            /** Lines */
            lines: string[];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            maker: components["schemas"]["Voter"];
            /** May Vote As */
            may_vote_as: components["schemas"]["Voter"][];
            /** May Withdraw */
            may_withdraw: boolean;
            /** Missing */
            missing: components["schemas"]["Choice"][];
            /**
             * Mode
             * @enum {string}
             */
            mode: "all" | "any";
            /** Reason */
            reason: string;
            /** Roles */
            roles: components["schemas"]["Choice"][];
            /** Shown Hash */
            shown_hash: string;
            /** Size */
            size: number | null;
            state: components["schemas"]["Choice"];
            /** Subject */
            subject: string;
            /** Title */
            title: string;
            /** Votes */
            votes: components["schemas"]["VoteShown"][];
        };
        /**
         * ApprovalLine
         * @description A request in a list; `may_vote_as`: the people as whom I may vote on it now, myself among them.
         */
        ApprovalLine: {
            /** Action */
            action: string;
            /** Decided At */
            decided_at: string | null;
            /** Id */
            id: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            maker: components["schemas"]["Voter"];
            /** May Vote As */
            may_vote_as: components["schemas"]["Voter"][];
            /** May Withdraw */
            may_withdraw: boolean;
            /** Missing */
            missing: components["schemas"]["Choice"][];
            /**
             * Mode
             * @enum {string}
             */
            mode: "all" | "any";
            /** Reason */
            reason: string;
            /** Roles */
            roles: components["schemas"]["Choice"][];
            /** Shown Hash */
            shown_hash: string;
            /** Size */
            size: number | null;
            state: components["schemas"]["Choice"];
            /** Subject */
            subject: string;
            /** Title */
            title: string;
        };
        /**
         * ApprovalQuery
         * @description Which requests: `mine` are those that wait for my vote, `made` those I made, `decided` those that wait no more.
         */
        ApprovalQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Only */
            only?: ("mine" | "made" | "decided") | null;
            /** State */
            state?: ("waiting" | "approved" | "refused" | "withdrawn") | null;
        };
        /**
         * AssessmentLine
         * @description One customer's newest assessment.
         *
         *     `readings`: amounts as decimal strings, shares as fractions; null with a reason in `missing`, or where it is hidden.
         *     `points`: of each item of the card, 0–100, null where it does not count. `verdicts`: by rule.
         */
        AssessmentLine: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Assessed At
             * Format: date-time
             */
            assessed_at: string;
            /** Customer */
            customer: string;
            /** Grade */
            grade: string;
            /**
             * Grade Since
             * Format: date
             */
            grade_since: string;
            /** Known At */
            known_at: number;
            /** Missing */
            missing: {
                [key: string]: string;
            };
            /** Points */
            points: {
                [key: string]: number | null;
            };
            /** Policy */
            policy: string;
            /** Quadrant */
            quadrant: string;
            /** Raw Grade */
            raw_grade: string;
            /** Readings */
            readings: {
                [key: string]: number | string | null;
            };
            score: components["schemas"]["ScoreShown"];
            /** Value */
            value: number | null;
            /** Value Tier */
            value_tier: string;
            /** Verdicts */
            verdicts: {
                [key: string]: string;
            };
        };
        /**
         * AssessmentPage
         * @description A page of assessments. `masked`: readings that are hidden; `known_at`: to be asked `since` next time.
         */
        AssessmentPage: {
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["AssessmentLine"][];
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * AssessmentQuery
         * @description Which assessments. `since`: those that know more than this batch.
         */
        AssessmentQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Since */
            since?: number | null;
        };
        /**
         * AssignIn
         * @description Give it to a person; null: to nobody.
         */
        AssignIn: {
            /** Owner */
            owner: number | null;
            /** Revision */
            revision?: number | null;
        };
        /**
         * AuditLine
         * @description One thing that was done, in words; `about`: the subject in words.
         */
        AuditLine: {
            /** About */
            about: string;
            actor: components["schemas"]["Actor"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Params */
            params: {
                [key: string]: unknown;
            };
            /** Subject */
            subject: string;
            /** Verb */
            verb: string;
            /** Words */
            words: string;
        };
        /**
         * AuditQuery
         * @description Which part of the trail.
         */
        AuditQuery: {
            /** Actor */
            actor?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Subject */
            subject?: string | null;
            /** Verb */
            verb?: string | null;
        };
        /**
         * BacktestChange
         * @description What the draft changes: differences to the live policy; customers on days gained and lost, and how many turned bad.
         */
        BacktestChange: {
            /** Alerts */
            alerts: number;
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Events Caught */
            events_caught: number;
            /** Gained */
            gained: number;
            /** Gained Bad */
            gained_bad: number;
            /** Is Gone */
            is_gone: boolean;
            /** Is New */
            is_new: boolean;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lost */
            lost: number;
            /** Lost Bad */
            lost_bad: number;
            /**
             * Margin
             * @example 1234.50
             */
            margin: string;
            /**
             * Net
             * @example 1234.50
             */
            net: string;
        };
        /**
         * BacktestCutOff
         * @description What stopping everybody below a score would have done.
         */
        BacktestCutOff: {
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Below */
            below: number;
            /** Events Caught */
            events_caught: number;
            /** False Alarms */
            false_alarms: number;
            /** Fired */
            fired: number;
            /**
             * Loss Caught
             * @example 1234.50
             */
            loss_caught: string;
            /**
             * Margin
             * @example 1234.50
             */
            margin: string;
            /**
             * Net
             * @example 1234.50
             */
            net: string;
            /**
             * Stopped
             * @example 1234.50
             */
            stopped: string;
        };
        /**
         * BacktestDay
         * @description A day that was looked at: customers in the book by what became of them, and amounts.
         */
        BacktestDay: {
            /** Already */
            already: number;
            /** Customers */
            customers: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Exposure
             * @example 1234.50
             */
            exposure: string;
            /**
             * Hidden
             * @example 1234.50
             */
            hidden: string;
            /** Idle */
            idle: number;
            /**
             * Loss
             * @example 1234.50
             */
            loss: string;
            /**
             * Ordered
             * @example 1234.50
             */
            ordered: string;
            /** Overdue 90 */
            overdue_90: number;
            /** Paid */
            paid: number;
            /** Recovered */
            recovered: number;
            /** Written Off */
            written_off: number;
        };
        /**
         * BacktestDays
         * @description The month-ends that can be looked at, the earliest first.
         */
        BacktestDays: {
            /** Days */
            days: string[];
            /**
             * Format
             * @default 1
             */
            format: number;
        };
        /**
         * BacktestDaysQuery
         * @description How far what followed has to be known.
         */
        BacktestDaysQuery: {
            /**
             * Horizon Days
             * @default 180
             */
            horizon_days: number;
        };
        /**
         * BacktestDocument
         * @description A back-test with its result, once there is one.
         */
        BacktestDocument: {
            /** By */
            by: string;
            /** Candidates */
            candidates: components["schemas"]["ThresholdCandidate"][];
            /** Change */
            change: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Kinds */
            kinds: string[];
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Problem */
            problem: string | null;
            result: components["schemas"]["BacktestResult"] | null;
            search: components["schemas"]["ThresholdSearched"] | null;
            /** Sha256 */
            sha256: string;
            state: components["schemas"]["Choice"];
            terms: components["schemas"]["BacktestTermsShown"];
            /** Total */
            total: number;
        };
        /**
         * BacktestFlag
         * @description What one rule, grade or indicator would have done; amounts in the reporting currency.
         */
        BacktestFlag: {
            /** Alerts */
            alerts: number;
            /** Alerts False */
            alerts_false: number;
            /** Alerts Late */
            alerts_late: number;
            /** Alerts Per Week And Person */
            alerts_per_week_and_person: number;
            /** Alerts Right */
            alerts_right: number;
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Caught */
            caught: number;
            /** Events Caught */
            events_caught: number;
            /** Events Missed */
            events_missed: number;
            /** False Alarms */
            false_alarms: number;
            /** Fired */
            fired: number;
            /**
             * Hidden
             * @example 1234.50
             */
            hidden: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Late */
            late: number;
            /** Lead Days Mean */
            lead_days_mean: number | null;
            /** Lead Days Median */
            lead_days_median: number | null;
            /**
             * Loss Caught
             * @example 1234.50
             */
            loss_caught: string;
            /**
             * Loss Missed
             * @example 1234.50
             */
            loss_missed: string;
            /**
             * Margin
             * @example 1234.50
             */
            margin: string;
            /** Missed */
            missed: number;
            /**
             * Net
             * @example 1234.50
             */
            net: string;
            /**
             * Net High
             * @example 1234.50
             */
            net_high: string;
            /**
             * Net Low
             * @example 1234.50
             */
            net_low: string;
            /** Precision */
            precision: number | null;
            /** Recall */
            recall: number | null;
            /**
             * Stopped
             * @example 1234.50
             */
            stopped: string;
            /** Unknown */
            unknown: number;
        };
        /**
         * BacktestIn
         * @description What to try: a change, or documents by kind, or the policy in force alone; over which month-ends.
         *
         *     The last that matured when left out. `search`: other values of a threshold, each as a rule of its own.
         */
        BacktestIn: {
            /** Change */
            change?: number | null;
            /**
             * Days
             * @default []
             */
            days: string[];
            /**
             * Documents
             * @default {}
             */
            documents: {
                [key: string]: string;
            };
            search?: components["schemas"]["ThresholdSearchIn"] | null;
            /**
             * @default {
             *       "avoided_permille": 500,
             *       "horizon_days": 180,
             *       "margin_permille": 150,
             *       "overdue_loss_permille": 500,
             *       "people": 1
             *     }
             */
            terms: components["schemas"]["BacktestTerms"];
        };
        /**
         * BacktestLead
         * @description A place in the league: how long before the outcome it fired.
         */
        BacktestLead: {
            /** Events Caught */
            events_caught: number;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lead Days Mean */
            lead_days_mean: number | null;
            /** Lead Days Median */
            lead_days_median: number | null;
            /** Precision */
            precision: number | null;
        };
        /**
         * BacktestLine
         * @description A back-test in a list. `done` of `total` days are folded. `search`: the threshold of which values were tried.
         */
        BacktestLine: {
            /** By */
            by: string;
            /** Change */
            change: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /** Id */
            id: number;
            /** Kinds */
            kinds: string[];
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Problem */
            problem: string | null;
            search: components["schemas"]["ThresholdSearched"] | null;
            /** Sha256 */
            sha256: string;
            state: components["schemas"]["Choice"];
            /** Total */
            total: number;
        };
        /**
         * BacktestResult
         * @description What came out. `stopped`: whether orders or, where none are supplied, invoices were counted as stopped.
         */
        BacktestResult: {
            /** Changes */
            changes: components["schemas"]["BacktestChange"][];
            /** Currency */
            currency: string;
            /** Days */
            days: components["schemas"]["BacktestDay"][];
            draft?: components["schemas"]["BacktestSide"] | null;
            /** Few Points */
            few_points: number;
            /** Known Batch */
            known_batch: number;
            live: components["schemas"]["BacktestSide"];
            /** Stopped */
            stopped: string;
            totals: components["schemas"]["BacktestTotals"];
        };
        /**
         * BacktestSide
         * @description The figures of one policy.
         */
        BacktestSide: {
            /** Best Cut Off */
            best_cut_off: number;
            /** Break Even Cut Off */
            break_even_cut_off: number;
            /** Break Even Loss Rate */
            break_even_loss_rate: number | null;
            /** Flags */
            flags: components["schemas"]["BacktestFlag"][];
            /** Frontier */
            frontier: components["schemas"]["BacktestCutOff"][];
            /** League */
            league: components["schemas"]["BacktestLead"][];
            /** Policy */
            policy: string;
        };
        /**
         * BacktestTerms
         * @description What acting costs and saves. Shares in thousandths; days; people who share the alerts.
         */
        BacktestTerms: {
            /**
             * Avoided Permille
             * @default 500
             */
            avoided_permille: number;
            /**
             * Horizon Days
             * @default 180
             */
            horizon_days: number;
            /**
             * Margin Permille
             * @default 150
             */
            margin_permille: number;
            /**
             * Overdue Loss Permille
             * @default 500
             */
            overdue_loss_permille: number;
            /**
             * People
             * @default 1
             */
            people: number;
        };
        /**
         * BacktestTermsShown
         * @description The terms of a back-test.
         */
        BacktestTermsShown: {
            /** Avoided Permille */
            avoided_permille: number;
            /** Horizon Days */
            horizon_days: number;
            /** Margin Permille */
            margin_permille: number;
            /** Overdue Loss Permille */
            overdue_loss_permille: number;
            /** People */
            people: number;
        };
        /**
         * BacktestTotals
         * @description All days together. `identified_share`: of what was ordered, the part of which it is known how it ended.
         */
        BacktestTotals: {
            /** Events */
            events: number;
            /**
             * Hidden
             * @example 1234.50
             */
            hidden: string;
            /** Identified Share */
            identified_share: number | null;
            /**
             * Loss
             * @example 1234.50
             */
            loss: string;
            /**
             * Ordered
             * @example 1234.50
             */
            ordered: string;
        };
        /**
         * BallotIn
         * @description A vote. `shown_hash`: that of the request I looked at.
         */
        BallotIn: {
            /**
             * Note
             * @default
             */
            note: string;
            /** On Behalf Of */
            on_behalf_of?: number | null;
            /** Shown Hash */
            shown_hash: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "approve" | "refuse";
        };
        /**
         * BallotOf
         * @description A vote on one of several requests.
         */
        BallotOf: {
            /** Id */
            id: number;
            /**
             * Note
             * @default
             */
            note: string;
            /** On Behalf Of */
            on_behalf_of?: number | null;
            /** Shown Hash */
            shown_hash: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "approve" | "refuse";
        };
        /**
         * BallotsIn
         * @description Votes on several requests; each stands or falls for itself.
         */
        BallotsIn: {
            /** Votes */
            votes: components["schemas"]["BallotOf"][];
        };
        /**
         * BehindQuery
         * @description Which figure: of which side, which flag, what it counts; on one day, or on all.
         */
        BehindQuery: {
            /** Cursor */
            cursor?: string | null;
            /** Day */
            day?: string | null;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Side
             * @default draft
             * @enum {string}
             */
            side: "live" | "draft";
            /**
             * What
             * @default fired
             * @enum {string}
             */
            what: "fired" | "caught" | "missed" | "false_alarms" | "late" | "unknown" | "gained" | "lost";
        };
        /**
         * BookRunList
         * @description The newest runs, newest first. `is_waiting`: one was asked for, and waits for a worker, or is at work.
         */
        BookRunList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Waiting */
            is_waiting: boolean;
            /** Runs */
            runs: components["schemas"]["BookRunRow"][];
        };
        /**
         * BookRunRow
         * @description A run over the whole book. `killed`: it was not heard of any more; the next one goes on where it was.
         */
        BookRunRow: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Done */
            done: number;
            /** Id */
            id: number;
            /** Is Stop Asked */
            is_stop_asked: boolean;
            /** Known At */
            known_at: number;
            /** Seconds Left */
            seconds_left: number | null;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "stopped" | "killed" | "finished";
            /** Total */
            total: number;
        };
        /**
         * BucketShown
         * @description Open money of one age.
         */
        BucketShown: {
            /** Amount */
            amount: string | null;
            /** Bucket */
            bucket: string;
            /** Label */
            label: string;
        };
        /**
         * BulkIn
         * @description One move for many alerts; `revisions`: those that were looked at, by id. A move's own fields go with it.
         */
        BulkIn: {
            /** Ids */
            ids: number[];
            /**
             * Move
             * @enum {string}
             */
            move: "acknowledge" | "snooze" | "resolve" | "reopen" | "assign";
            /** Note */
            note?: string | null;
            /** Owner */
            owner?: number | null;
            /** Reason */
            reason?: string | null;
            /** Revisions */
            revisions?: {
                [key: string]: number;
            };
            /** Until */
            until?: string | null;
        };
        /**
         * BulkMoved
         * @description What became of each alert, in the order asked.
         */
        BulkMoved: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Moved */
            moved: number;
            /** Outcomes */
            outcomes: components["schemas"]["BulkOutcome"][];
            /** Refused */
            refused: number;
        };
        /**
         * BulkOutcome
         * @description What became of one alert: `state` and `revision` after the move, or why there was none.
         */
        BulkOutcome: {
            /** Code */
            code?: string | null;
            /** Id */
            id: number;
            /** Message */
            message?: string | null;
            /** Ok */
            ok: boolean;
            /** Revision */
            revision?: number | null;
            /** State */
            state?: ("open" | "acknowledged" | "snoozed" | "resolved" | "cleared") | null;
        };
        /**
         * CalendarChange
         * @description Which days are worked.
         */
        CalendarChange: {
            /**
             * Holidays
             * @default []
             */
            holidays: string[];
            /** Revision */
            revision?: number | null;
            /**
             * Weekend
             * @default [
             *       6,
             *       7
             *     ]
             */
            weekend: number[];
            /**
             * Workdays
             * @default []
             */
            workdays: string[];
        };
        /**
         * CalendarSettings
         * @description Which days are worked: the weekend (1 is Monday), holidays, and days worked all the same.
         */
        CalendarSettings: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Holidays */
            holidays: string[];
            /** Revision */
            revision: number;
            /** Weekend */
            weekend: number[];
            /** Workdays */
            workdays: string[];
        };
        /**
         * CancelIn
         * @description Why what was agreed to is taken back before its day.
         */
        CancelIn: {
            /** Reason */
            reason: string;
        };
        /**
         * CandidateIn
         * @description The value to draft, by its key.
         */
        CandidateIn: {
            /** Key */
            key: string;
        };
        /**
         * CellChange
         * @description A field that is told otherwise; null where it was empty or is hidden.
         */
        CellChange: {
            /** After */
            after: string | number | boolean | null;
            /** Before */
            before: string | number | boolean | null;
            /**
             * Form
             * @enum {string}
             */
            form: "text" | "number" | "amount" | "reporting" | "day" | "yes";
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * Change
         * @description By how much an amount changed since a day; null where it cannot be told or is hidden.
         */
        Change: {
            /** Amount */
            amount: string | null;
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * Changed
         * @description One customer whose standing grade moved.
         */
        Changed: {
            /** After */
            after: string;
            /** After Words */
            after_words: string;
            /**
             * At
             * Format: date
             */
            at: string;
            /** Before */
            before: string;
            /** Before Words */
            before_words: string;
            customer: components["schemas"]["CustomerNamed"];
            /** Is Worse */
            is_worse: boolean;
            /**
             * What
             * @constant
             */
            what: "grade";
        };
        /**
         * ChangedList
         * @description The customers whose standing grade moved lately: the newest, and the list of all.
         */
        ChangedList: {
            figure: components["schemas"]["CountFigure"];
            /** Items */
            items: components["schemas"]["Changed"][];
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * ChangeDocument
         * @description A change with its texts, what they change in words, the check, and what people said.
         *
         *     `findings`: why it did not come into force although it was agreed to; `is_to_come`: it waits for its day, until when
         *     it can be cancelled.
         */
        ChangeDocument: {
            /** Approval */
            approval: number | null;
            /** By */
            by: string;
            check: components["schemas"]["CheckShown"];
            /** Comments */
            comments: components["schemas"]["CommentShown"][];
            /** Drafts */
            drafts: components["schemas"]["DraftShown"][];
            /** Findings */
            findings: string[];
            /** Id */
            id: number;
            /** Is Mine */
            is_mine: boolean;
            /** Is To Come */
            is_to_come: boolean;
            /** Live From */
            live_from: string | null;
            /** Published */
            published: {
                [key: string]: number;
            };
            /** Reason */
            reason: string;
            /** Revision */
            revision: number;
            state: components["schemas"]["Choice"];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ChangeIn
         * @description A new change.
         */
        ChangeIn: {
            /** Title */
            title: string;
        };
        /**
         * ChangeLine
         * @description A change in a list.
         */
        ChangeLine: {
            /** Approval */
            approval: number | null;
            /** By */
            by: string;
            /** Id */
            id: number;
            /** Is Mine */
            is_mine: boolean;
            /** Live From */
            live_from: string | null;
            /** Reason */
            reason: string;
            /** Revision */
            revision: number;
            state: components["schemas"]["Choice"];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ChangeQuery
         * @description Which changes.
         */
        ChangeQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** State */
            state?: string | null;
        };
        /**
         * ChangeShown
         * @description One thing that changed since the assessment before; texts in words, numbers in points.
         */
        ChangeShown: {
            /** After */
            after: string | number | null;
            /** Before */
            before: string | number | null;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * What
             * @enum {string}
             */
            what: "first" | "score" | "grade" | "tier" | "quadrant" | "signals" | "item" | "verdict" | "policy";
        };
        /**
         * CheckShown
         * @description Whether the drafts work together; where not, why.
         */
        CheckShown: {
            /** Code */
            code: string | null;
            /** Message */
            message: string | null;
            /** Passes */
            passes: boolean;
        };
        /**
         * Choice
         * @description A code with the word for it.
         */
        Choice: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * ChoiceInForce
         * @description Which choice of rules is in force, since when, by whom and why.
         */
        ChoiceInForce: {
            /** At */
            at: string | null;
            /** By */
            by: string;
            /**
             * Live From
             * Format: date
             */
            live_from: string;
            /** Reason */
            reason: string | null;
            /** Version */
            version: number;
        };
        /**
         * Closing
         * @description How an alert ended.
         */
        Closing: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string | null;
            /** Reason */
            reason: string;
            /** Reason Label */
            reason_label: string;
        };
        /**
         * ClosingReasons
         * @description Why an alert can be closed by a person.
         */
        ClosingReasons: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["Choice"][];
        };
        /**
         * ColumnChoice
         * @description A value that a column may have.
         */
        ColumnChoice: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * ColumnOption
         * @description A reading that can be shown as a column.
         */
        ColumnOption: {
            /** Dimension */
            dimension: string;
            /** Is Hidden */
            is_hidden: boolean;
            /** Label */
            label: string;
            /** Unit */
            unit: string;
            /** Value */
            value: string;
        };
        /**
         * ColumnShown
         * @description One column of the file.
         */
        ColumnShown: {
            /** Candidates */
            candidates: components["schemas"]["TargetCandidate"][];
            /** Date Format */
            date_format: string | null;
            /** Heading */
            heading: string;
            /** Is Required */
            is_required: boolean;
            /** Label */
            label: string | null;
            /** Samples */
            samples: string[];
            /** Target */
            target: string | null;
        };
        /**
         * ColumnTaken
         * @description What a column was taken for.
         */
        ColumnTaken: {
            /** Heading */
            heading: string;
            /** Label */
            label: string;
            /** Target */
            target: string;
        };
        /**
         * CommentIn
         * @description A comment.
         */
        CommentIn: {
            /** Text */
            text: string;
        };
        /**
         * CommentShown
         * @description What somebody said.
         */
        CommentShown: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Text */
            text: string;
        };
        /**
         * CompanyChange
         * @description What the company says of itself; `report_to`: the roles that are told of a new monthly report.
         */
        CompanyChange: {
            /** Name */
            name: string;
            /**
             * Notify Address
             * @default
             */
            notify_address: string;
            /**
             * Report To
             * @description As before if none
             */
            report_to?: ("sales" | "sales_manager" | "sales_director" | "finance" | "credit_manager" | "cfo" | "legal" | "service" | "production" | "ceo" | "administrator" | "auditor" | "outside_expert")[] | null;
            /** Revision */
            revision?: number | null;
        };
        /**
         * CompanyName
         * @description What the company is called.
         */
        CompanyName: {
            /** Name */
            name: string;
        };
        /**
         * CompanySettings
         * @description What the company says of itself; the currency is that of its ledger and cannot be changed here.
         */
        CompanySettings: {
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Name */
            name: string;
            /** Notify Address */
            notify_address: string;
            /** Report To */
            report_to: ("sales" | "sales_manager" | "sales_director" | "finance" | "credit_manager" | "cfo" | "legal" | "service" | "production" | "ceo" | "administrator" | "auditor" | "outside_expert")[];
            /** Revision */
            revision: number;
        };
        /**
         * ConditionGroup
         * @description Lines and groups of which all (or any) must hold; `negated`: must not.
         */
        ConditionGroup: {
            /**
             * Joint
             * @enum {string}
             */
            joint: "all" | "any";
            /** Negated */
            negated: boolean;
            /** Parts */
            parts: (components["schemas"]["ConditionLine"] | components["schemas"]["ConditionGroup"])[];
        };
        /**
         * ConditionLine
         * @description One comparison. `against`: another reading or a threshold; else `values` holds what was written.
         */
        ConditionLine: {
            /** Against */
            against: string | null;
            /** Name */
            name: string;
            /** Operator */
            operator: string;
            /** Values */
            values: (boolean | number | string | null)[];
        };
        /**
         * ConditionSaid
         * @description A condition in words, and as lines where lines can show it; else `problem` says what is wrong, where there is.
         */
        ConditionSaid: {
            /** Problem */
            problem: string | null;
            tree: components["schemas"]["ConditionGroup"] | null;
            /** Words */
            words: string | null;
        };
        /**
         * CorrectedCells
         * @description The cells of a rejected row that were changed.
         */
        CorrectedCells: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Row */
            row: number;
        };
        /**
         * Corrections
         * @description Rejected rows as corrected.
         */
        Corrections: {
            /** Rows */
            rows: components["schemas"]["CorrectedCells"][];
        };
        /**
         * CountChange
         * @description By how many a number changed since a day.
         */
        CountChange: {
            /** Count */
            count: number;
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * CountFigure
         * @description A number of things; `query` opens exactly these in the list of the name, null where that list cannot show them.
         */
        CountFigure: {
            /**
             * List
             * @enum {string}
             */
            list: "customers" | "alerts" | "imports";
            /** Query */
            query: string | null;
            /** Value */
            value: number;
        };
        /**
         * Course
         * @description How many customers stood in each grade on a day.
         */
        Course: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
        };
        /**
         * CustomerBehind
         * @description A customer behind a figure, as of a day. Scores in points.
         */
        CustomerBehind: {
            /** Bad On */
            bad_on: string | null;
            /** Code */
            code: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Draft Score */
            draft_score: number | null;
            /**
             * Exposure
             * @example 1234.50
             */
            exposure: string;
            /** Live Score */
            live_score: number | null;
            /**
             * Loss
             * @example 1234.50
             */
            loss: string;
            /** Name */
            name: string;
            outcome: components["schemas"]["Choice"];
        };
        /**
         * CustomerChoices
         * @description What the filters of a list can be set to.
         */
        CustomerChoices: {
            /** Aging */
            aging: components["schemas"]["Option"][];
            /** Columns */
            columns: components["schemas"]["ColumnOption"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Grades */
            grades: components["schemas"]["Option"][];
            /** Industries */
            industries: components["schemas"]["Option"][];
            /** Owners */
            owners: components["schemas"]["Option"][];
            /** Quadrants */
            quadrants: components["schemas"]["Option"][];
            /** Regions */
            regions: components["schemas"]["Option"][];
            /** Rules */
            rules: components["schemas"]["Option"][];
            /** Severities */
            severities: components["schemas"]["Option"][];
            /** Sorts */
            sorts: components["schemas"]["Option"][];
            /** Tiers */
            tiers: components["schemas"]["Option"][];
        };
        /**
         * CustomerContagion
         * @description If the customer fails: what it owes itself, who is hit in two rounds, and what is at stake together.
         *
         *     `unknown_ties`: ties whose weight nobody has stated; they count nothing. `is_cut`: more parties are tied than are followed.
         *     `hits` holds at most 100.
         */
        CustomerContagion: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /** First */
            first: string | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Hits */
            hits: components["schemas"]["HitShown"][];
            /** Is Cut */
            is_cut: boolean;
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            others: components["schemas"]["HitOthers"] | null;
            /** Own */
            own: string | null;
            /** Second */
            second: string | null;
            /** Source */
            source: string;
            /** Total */
            total: string | null;
            /** Unknown Ties */
            unknown_ties: number;
        };
        /**
         * CustomerDocument
         * @description A customer on a day, as known at a batch. `may_write`: not only to be read by whoever asks.
         */
        CustomerDocument: {
            /** Alerts */
            alerts: components["schemas"]["AlertShown"][];
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /** Country */
            country: string;
            /** Currency */
            currency: string;
            /** Dimensions */
            dimensions: components["schemas"]["DimensionShown"][];
            figures: components["schemas"]["FiguresShown"];
            /**
             * Format
             * @default 1
             */
            format: number;
            grade: components["schemas"]["GradeShown"];
            /** Group */
            group: string | null;
            /** Industry */
            industry: string;
            /** Is Past */
            is_past: boolean;
            /** Is Stub */
            is_stub: boolean;
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Masked */
            masked: string[];
            /** May Write */
            may_write: boolean;
            /** Name */
            name: string;
            owner: components["schemas"]["OwnerShown"] | null;
            /** Owner In Files */
            owner_in_files: string;
            policy: components["schemas"]["PolicyShown"];
            quadrant: components["schemas"]["Told"];
            /** Region */
            region: string;
            /** Registered Capital */
            registered_capital: string | null;
            /** Registered On */
            registered_on: string | null;
            score: components["schemas"]["ScoreDocument"];
            /** Segment */
            segment: string;
            /** Since */
            since: string | null;
            status: components["schemas"]["Told"];
            terms: components["schemas"]["Term"];
            /** Uscc */
            uscc: string | null;
            value: components["schemas"]["ValueShown"];
            /** Verdicts */
            verdicts: components["schemas"]["VerdictShown"][];
        };
        /**
         * CustomerFilters
         * @description Which customers, in which order, with which readings besides; on which day, as known at which batch.
         */
        CustomerFilters: {
            /**
             * Aging
             * @description With an open amount of that age
             * @default []
             */
            aging: ("not_due" | "1_30" | "31_60" | "61_90" | "over_90" | "unknown")[];
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Changed Since
             * @description Standing grade changed on that day or later
             */
            changed_since?: string | null;
            /**
             * Codes
             * @default []
             */
            codes: string[];
            /**
             * Columns
             * @default []
             */
            columns: string[];
            /**
             * Fires
             * @description For whom the rule fires by the newest assessment
             * @default []
             */
            fires: string[];
            /**
             * Grade
             * @description Standing grade
             * @default []
             */
            grade: ("high" | "medium" | "low" | "unrated")[];
            /** Has Alert */
            has_alert?: boolean | null;
            /**
             * Industry
             * @description "-": not stated
             * @default []
             */
            industry: string[];
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /** Overdue Days Max */
            overdue_days_max?: number | null;
            /** Overdue Days Min */
            overdue_days_min?: number | null;
            /** Overdue Min */
            overdue_min?: string | null;
            /**
             * Owner
             * @description A person's id, or the name that files give; "-": nobody
             */
            owner?: string | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Q
             * @description Part of a name, code or 统一社会信用代码
             * @default
             */
            q: string;
            /**
             * Quadrant
             * @default []
             */
            quadrant: string[];
            /**
             * Region
             * @description "-": not stated
             * @default []
             */
            region: string[];
            /**
             * Rule
             * @description With an alert of the rule that is not closed
             * @default []
             */
            rule: string[];
            /** Score Max */
            score_max?: string | null;
            /** Score Min */
            score_min?: string | null;
            /**
             * Severity
             * @description With an alert of the severity that is not closed
             * @default []
             */
            severity: ("low" | "medium" | "high" | "critical")[];
            /**
             * Sort
             * @description "-" before the name for the reverse; -priority if none
             */
            sort?: string | null;
            /**
             * Tier
             * @default []
             */
            tier: string[];
        };
        /**
         * CustomerGroup
         * @description The group of a customer: members, what they owe together, and what ties them.
         *
         *     `is_too_large`: the group has more members than are added up. `members` holds at most 100, those who owe most first;
         *     `relations` at most 200.
         */
        CustomerGroup: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Group */
            group: string | null;
            /** Is Too Large */
            is_too_large: boolean;
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            /** Members */
            members: components["schemas"]["GroupMemberShown"][];
            others: components["schemas"]["GroupOthers"] | null;
            /** Overdue */
            overdue: string | null;
            /** Receivable */
            receivable: string | null;
            /** Relations */
            relations: components["schemas"]["RelationShown"][];
        };
        /**
         * CustomerHit
         * @description A customer whom a rule newly finds, or finds no more.
         */
        CustomerHit: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CustomerLetter
         * @description A letter filled for a customer; no texts where something in them is hidden from whoever asks.
         */
        CustomerLetter: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Letters */
            letters: components["schemas"]["FilledLetter"][];
            /** Masked */
            masked: string[];
            /** Version */
            version: number;
        };
        /**
         * CustomerMoved
         * @description A customer whose grade would change.
         */
        CustomerMoved: {
            /** Code */
            code: string;
            /** Grade Now */
            grade_now: string;
            /** Grade Then */
            grade_then: string;
            /** Name */
            name: string;
            /** Quadrant Now */
            quadrant_now: string;
            /** Quadrant Then */
            quadrant_then: string;
            /** Receivable */
            receivable: string | null;
            /** Score Now */
            score_now: number | null;
            /** Score Then */
            score_then: number | null;
        };
        /**
         * CustomerNamed
         * @description A customer by code and name.
         */
        CustomerNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CustomerOf
         * @description Whose alert it is.
         */
        CustomerOf: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CustomerPage
         * @description One page of a list of customers; `sums` and `total` come with the first page only.
         */
        CustomerPage: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Past */
            is_past: boolean;
            /** Items */
            items: components["schemas"]["CustomerRow"][];
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            sums: components["schemas"]["Sums"] | null;
            /** Total */
            total?: number | null;
        };
        /**
         * CustomerQuery
         * @description One page of a list of customers.
         */
        CustomerQuery: {
            /**
             * Aging
             * @description With an open amount of that age
             * @default []
             */
            aging: ("not_due" | "1_30" | "31_60" | "61_90" | "over_90" | "unknown")[];
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Changed Since
             * @description Standing grade changed on that day or later
             */
            changed_since?: string | null;
            /**
             * Codes
             * @default []
             */
            codes: string[];
            /**
             * Columns
             * @default []
             */
            columns: string[];
            /** Cursor */
            cursor?: string | null;
            /**
             * Fires
             * @description For whom the rule fires by the newest assessment
             * @default []
             */
            fires: string[];
            /**
             * Grade
             * @description Standing grade
             * @default []
             */
            grade: ("high" | "medium" | "low" | "unrated")[];
            /** Has Alert */
            has_alert?: boolean | null;
            /**
             * Industry
             * @description "-": not stated
             * @default []
             */
            industry: string[];
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Overdue Days Max */
            overdue_days_max?: number | null;
            /** Overdue Days Min */
            overdue_days_min?: number | null;
            /** Overdue Min */
            overdue_min?: string | null;
            /**
             * Owner
             * @description A person's id, or the name that files give; "-": nobody
             */
            owner?: string | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Q
             * @description Part of a name, code or 统一社会信用代码
             * @default
             */
            q: string;
            /**
             * Quadrant
             * @default []
             */
            quadrant: string[];
            /**
             * Region
             * @description "-": not stated
             * @default []
             */
            region: string[];
            /**
             * Rule
             * @description With an alert of the rule that is not closed
             * @default []
             */
            rule: string[];
            /** Score Max */
            score_max?: string | null;
            /** Score Min */
            score_min?: string | null;
            /**
             * Severity
             * @description With an alert of the severity that is not closed
             * @default []
             */
            severity: ("low" | "medium" | "high" | "critical")[];
            /**
             * Sort
             * @description "-" before the name for the reverse; -priority if none
             */
            sort?: string | null;
            /**
             * Tier
             * @default []
             */
            tier: string[];
        };
        /**
         * CustomerReading
         * @description A customer's reading.
         */
        CustomerReading: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Value */
            value: number | string | null;
        };
        /**
         * CustomerRow
         * @description One customer in a list; null where it was not assessed or the value is hidden (see `masked` of the page).
         */
        CustomerRow: {
            /** As Of */
            as_of: string | null;
            /** Code */
            code: string;
            /** Grade */
            grade: string | null;
            /** Industry */
            industry: string;
            /** Limit Utilisation */
            limit_utilisation: number | null;
            /** Name */
            name: string;
            /** Open Alerts */
            open_alerts: number;
            /** Overdue */
            overdue: string | null;
            /** Overdue Days Max */
            overdue_days_max: number | null;
            owner: components["schemas"]["OwnerShown"] | null;
            /** Priority */
            priority: string | null;
            /** Quadrant */
            quadrant: string | null;
            /** Readings */
            readings: {
                [key: string]: number | string | null;
            };
            /** Receivable */
            receivable: string | null;
            /** Region */
            region: string;
            score: components["schemas"]["ScoreShown"];
            /** Score Change 30D */
            score_change_30d: number | null;
            /** Standing Since */
            standing_since: string | null;
            /** Value */
            value: number | null;
            /** Value Tier */
            value_tier: string | null;
            /** Worst Severity */
            worst_severity: ("low" | "medium" | "high" | "critical") | null;
        };
        /**
         * CustomerStrategy
         * @description What is done about a customer by where it stands; of each term the strictest holds. `version`: of the library.
         */
        CustomerStrategy: {
            /** Approvers */
            approvers: components["schemas"]["Choice"][];
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            grade: components["schemas"]["Told"];
            /** Live From */
            live_from: string | null;
            quadrant: components["schemas"]["Told"];
            /** Strategies */
            strategies: components["schemas"]["StrategyShown"][];
            /** Terms */
            terms: components["schemas"]["TermShown"][];
            /** Version */
            version: number | null;
        };
        /**
         * DeclineIn
         * @description Why what is shipped is not wanted.
         */
        DeclineIn: {
            /** Reason */
            reason: string;
        };
        /**
         * DeliveriesQuery
         * @description Which deliveries to list; no state: those of every state.
         */
        DeliveriesQuery: {
            /** State */
            state?: ("waiting" | "held" | "sent" | "gathered" | "dead" | "quiet")[];
        };
        /**
         * DeliveryDocument
         * @description One delivery.
         */
        DeliveryDocument: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Next Try At */
            next_try_at: string | null;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "held" | "sent" | "gathered" | "dead" | "quiet";
            /** State Label */
            state_label: string;
            /** Subject */
            subject: string;
            /** To */
            to: string;
            /** Topic */
            topic: string;
        };
        /**
         * DeliveryRow
         * @description A delivery as administrators see it.
         */
        DeliveryRow: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Id */
            id: number;
            /** Next Try At */
            next_try_at: string | null;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "held" | "sent" | "gathered" | "dead" | "quiet";
            /** State Label */
            state_label: string;
            /** Subject */
            subject: string;
            /** To */
            to: string;
            /** Topic */
            topic: string;
        };
        /**
         * Deputies
         * @description Who stands in for me, and for whom I stand in.
         */
        Deputies: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["DeputyRow"][];
        };
        /**
         * DeputyIn
         * @description Who stands in for me, days included at both ends.
         */
        DeputyIn: {
            /** Deputy Id */
            deputy_id: number;
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /**
             * To Day
             * Format: date
             */
            to_day: string;
        };
        /**
         * DeputyRow
         * @description Somebody who stands in for somebody.
         */
        DeputyRow: {
            deputy: components["schemas"]["Voter"];
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /** Id */
            id: number;
            person: components["schemas"]["Voter"];
            /**
             * To Day
             * Format: date
             */
            to_day: string;
        };
        /**
         * DifferenceQuery
         * @description Which version to compare with.
         */
        DifferenceQuery: {
            /** Since */
            since: number;
        };
        /**
         * DimensionShown
         * @description The readings of one dimension.
         */
        DimensionShown: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Readings */
            readings: components["schemas"]["ReadingShown"][];
        };
        /**
         * Dismissal
         * @description Rows to close without importing them; null closes all that wait.
         */
        Dismissal: {
            /** Rows */
            rows: number[] | null;
        };
        /**
         * DraftIn
         * @description A text. `revision`: of the change that I looked at; `base_version`: the version I started from.
         */
        DraftIn: {
            /** Base Version */
            base_version?: number | null;
            /** Body */
            body: string;
            /** Revision */
            revision?: number | null;
        };
        /**
         * DraftShown
         * @description A text in a change. `base_version`: the version it started from; `newest_version`: what is in force or to come by now.
         */
        DraftShown: {
            /** Base Version */
            base_version: number;
            /** Body */
            body: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lines */
            lines: string[];
            /** Newest Version */
            newest_version: number;
        };
        /**
         * DraftText
         * @description A text of a document of the policy, not stored anywhere.
         */
        DraftText: {
            /** Body */
            body: string;
            /** Kind */
            kind: string;
        };
        /**
         * DraftTextLines
         * @description A draft's text against the one it started from, line by line.
         */
        DraftTextLines: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Lines */
            lines: components["schemas"]["TextLineShown"][];
        };
        /**
         * Duplicate
         * @description Two customers that may be one firm, and what they have in common.
         */
        Duplicate: {
            /** Evidence */
            evidence: components["schemas"]["Choice"][];
            /**
             * Numbers Differ
             * @description Both have a valid registry number, and not the same one
             */
            numbers_differ: boolean;
            one: components["schemas"]["Side"];
            other: components["schemas"]["Side"];
        };
        /**
         * Duplicates
         * @description Pairs, those with most in common first; each side as in the list of customers.
         */
        Duplicates: {
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["Duplicate"][];
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * DuplicatesQuery
         * @description One page of the pairs, of all customers or of one.
         */
        DuplicatesQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Customer
             * @description Only pairs with this customer
             */
            customer?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * EconomicsAlertsQuery
         * @description The alerts behind which figure, of one rule or of all.
         */
        EconomicsAlertsQuery: {
            /**
             * Avoided Permille
             * @default 500
             */
            avoided_permille: number;
            /** Cursor */
            cursor?: string | null;
            /** From Day */
            from_day?: string | null;
            /**
             * Horizon Days
             * @default 180
             */
            horizon_days: number;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Margin Permille
             * @default 150
             */
            margin_permille: number;
            /**
             * Minutes Per Alert
             * @default 15
             */
            minutes_per_alert: number;
            /**
             * Overdue Loss Permille
             * @default 500
             */
            overdue_loss_permille: number;
            /** Rule */
            rule?: string | null;
            /** To Day */
            to_day?: string | null;
            /**
             * What
             * @default hits
             * @enum {string}
             */
            what: "hits" | "right" | "false" | "late" | "unknown" | "said_false" | "contradicted" | "handled";
        };
        /**
         * EconomicsTerms
         * @description From which day to which alerts opened, a year up to today unless stated, and on which terms they are judged.
         *
         *     Shares in thousandths; `minutes_per_alert`: what handling an alert takes.
         */
        EconomicsTerms: {
            /**
             * Avoided Permille
             * @default 500
             */
            avoided_permille: number;
            /** From Day */
            from_day?: string | null;
            /**
             * Horizon Days
             * @default 180
             */
            horizon_days: number;
            /**
             * Margin Permille
             * @default 150
             */
            margin_permille: number;
            /**
             * Minutes Per Alert
             * @default 15
             */
            minutes_per_alert: number;
            /**
             * Overdue Loss Permille
             * @default 500
             */
            overdue_loss_permille: number;
            /** To Day */
            to_day?: string | null;
        };
        /**
         * EconomicsTermsShown
         * @description The terms on which alerts were judged.
         */
        EconomicsTermsShown: {
            /** Avoided Permille */
            avoided_permille: number;
            /** Horizon Days */
            horizon_days: number;
            /** Margin Permille */
            margin_permille: number;
            /** Minutes Per Alert */
            minutes_per_alert: number;
            /** Overdue Loss Permille */
            overdue_loss_permille: number;
        };
        /**
         * EndShown
         * @description One end of the account, or a step on the way; `score` null where too little was known.
         */
        EndShown: {
            /** Coverage */
            coverage: number | null;
            grade: components["schemas"]["Told"] | null;
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
            /** Score */
            score: number | null;
            /** Signal Points */
            signal_points: number | null;
        };
        /**
         * EntryShown
         * @description One thing that happened.
         */
        EntryShown: {
            /** Amount */
            amount: string | null;
            /** Currency */
            currency: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Title */
            title: string;
            /**
             * Tone
             * @enum {string}
             */
            tone: "plain" | "low" | "medium" | "high" | "critical";
        };
        /**
         * EventShown
         * @description One thing that happened to an alert, in words.
         */
        EventShown: {
            /** Actor */
            actor: string;
            /** As Of */
            as_of: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Evidence */
            evidence: components["schemas"]["AlertEvidence"][];
            /** What */
            what: string;
            /** Words */
            words: string;
        };
        /**
         * Evidence
         * @description A reading with its formula and the very facts behind it.
         */
        Evidence: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Formula */
            formula: string;
            /** Formula Words */
            formula_words: string;
            /** Is Past */
            is_past: boolean;
            /** Key */
            key: string;
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Label */
            label: string;
            /** Masked */
            masked: string[];
            /** Measures */
            measures: components["schemas"]["MeasureShown"][];
            /** Missing */
            missing: string | null;
            /** Missing Words */
            missing_words: string | null;
            /** Rests On */
            rests_on: components["schemas"]["RestsOn"][];
            /** Source */
            source: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | null;
        };
        /**
         * EvidenceQuery
         * @description Which rows behind a reading; without a measure, the first rows of each.
         */
        EvidenceQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Measure */
            measure?: string | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * EvidenceShown
         * @description One reading that a verdict or an alert rests on; null where there is none or it is hidden.
         */
        EvidenceShown: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Masked */
            masked: boolean;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | null;
        };
        /**
         * FactColumn
         * @description One column of a table; amounts are decimal strings, days ISO days.
         */
        FactColumn: {
            /**
             * Form
             * @enum {string}
             */
            form: "text" | "number" | "amount" | "reporting" | "day" | "yes";
            /** Is Hidden */
            is_hidden: boolean;
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * FactColumnOffered
         * @description A column of a kind of fact. `adds_up`: it may be summed, or its least and greatest taken.
         */
        FactColumnOffered: {
            /** Adds Up */
            adds_up: boolean;
            /** Choices */
            choices: components["schemas"]["ColumnChoice"][];
            /**
             * Form
             * @enum {string}
             */
            form: "amount" | "number" | "age" | "day" | "yes" | "choice" | "text";
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * FactField
         * @description A field of a kind.
         */
        FactField: {
            /** Choices */
            choices: components["schemas"]["FieldChoice"][];
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Required */
            required: boolean;
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "integer" | "money" | "day" | "boolean";
        };
        /**
         * FactKind
         * @description A kind of fact; `event_on` names the field that says when it happened.
         */
        FactKind: {
            /** Event On */
            event_on: string | null;
            /** Fields */
            fields: components["schemas"]["FactField"][];
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** May Write */
            may_write: boolean;
            /** Of Customer */
            of_customer: boolean;
            /** Plural */
            plural: string;
        };
        /**
         * FactKinds
         * @description All kinds of facts.
         */
        FactKinds: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["FactKind"][];
        };
        /**
         * FactLine
         * @description A fact; `fields` have the names and forms in which facts are sent, so that a line can be sent back as it is.
         */
        FactLine: {
            /** Batch */
            batch: number;
            /** Customer */
            customer: string | null;
            /** External Id */
            external_id: string;
            /** Fields */
            fields: {
                [key: string]: string | number | boolean | null;
            };
            /** Is Retracted */
            is_retracted: boolean;
            /** Legal Entity */
            legal_entity: string;
            /** Reported On */
            reported_on: string | null;
            /** Source */
            source: string;
        };
        /**
         * FactOffered
         * @description A kind of fact with its columns.
         */
        FactOffered: {
            /** Columns */
            columns: components["schemas"]["FactColumnOffered"][];
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * FactPage
         * @description A page of facts. `masked`: fields that are hidden; `known_at`: the newest batch, to be asked `since` next time.
         */
        FactPage: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["FactLine"][];
            /** Kind */
            kind: string;
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * FactQuery
         * @description Which facts. `since`: what became known after this batch, retractions among it.
         */
        FactQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Since */
            since?: number | null;
            /** Source */
            source?: string | null;
        };
        /**
         * FactRow
         * @description One fact.
         */
        FactRow: {
            /** Cells */
            cells: {
                [key: string]: string | number | boolean | null;
            };
            /** Event On */
            event_on: string | null;
            /** Id */
            id: number;
            origin: components["schemas"]["OriginShown"];
        };
        /**
         * Facts
         * @description Rows of one kind. Amounts are decimal strings, days ISO 8601; /fact-kinds lists the fields.
         *
         *     `complete`: these are all rows of the source; the others are retracted, unless a row is rejected.
         */
        Facts: {
            /**
             * Complete
             * @default false
             */
            complete: boolean;
            /** Rows */
            rows: {
                [key: string]: string | boolean | number | null;
            }[];
            /** Source */
            source: string;
        };
        /**
         * FactShown
         * @description A fact behind a part.
         */
        FactShown: {
            /** Amount */
            amount: string | null;
            /** Batch */
            batch: number;
            /** Cells */
            cells: components["schemas"]["CellChange"][];
            /** Currency */
            currency: string | null;
            /** Event On */
            event_on: string | null;
            /** External Id */
            external_id: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /**
             * Moved
             * @enum {string}
             */
            moved: "added" | "changed" | "gone";
            /**
             * Part
             * @enum {string}
             */
            part: "data" | "corrections";
            /** Source */
            source: string;
            /** Title */
            title: string;
        };
        /**
         * FactsPage
         * @description One page of a customer's facts of a kind, newest first.
         */
        FactsPage: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Columns */
            columns: components["schemas"]["FactColumn"][];
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Past */
            is_past: boolean;
            /** Items */
            items: components["schemas"]["FactRow"][];
            /** Kind */
            kind: string;
            /** Known At */
            known_at: number;
            /** Label */
            label: string;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * FactsQuery
         * @description One page of facts, from which day and with which knowledge.
         */
        FactsQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Is Open
             * @description Of invoices and legal events: only those open, or only the others
             */
            is_open?: boolean | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * FactsTaken
         * @description What came of the rows; `batch` is null where nothing changed.
         */
        FactsTaken: {
            /** Added */
            added: number;
            /** Batch */
            batch: number | null;
            /** Changed */
            changed: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Complete */
            is_complete: boolean;
            /** Kind */
            kind: string;
            /** Rejects */
            rejects: components["schemas"]["RejectedRow"][];
            /** Retracted */
            retracted: number;
            /** Source */
            source: string;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * FactTaken
         * @description What came of the fact.
         */
        FactTaken: {
            /** Batch */
            batch: number | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "added" | "changed" | "unchanged";
        };
        /**
         * FactTotals
         * @description How many facts stand behind each part; no more than `most` of each are listed.
         */
        FactTotals: {
            /** Corrections */
            corrections: number;
            /** Data */
            data: number;
            /** Most */
            most: number;
        };
        /**
         * FactViews
         * @description What indicators may be made from.
         */
        FactViews: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["FactOffered"][];
        };
        /**
         * FieldChoice
         * @description A value that may be chosen.
         */
        FieldChoice: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * FiguresShown
         * @description What the customer owes.
         */
        FiguresShown: {
            /** Ageing */
            ageing: components["schemas"]["BucketShown"][];
            /** Credit Limit */
            credit_limit: string | null;
            /** Overdue */
            overdue: string | null;
            /** Receivable */
            receivable: string | null;
            /** Unapplied */
            unapplied: string | null;
        };
        /**
         * FileRowShown
         * @description One row of the file, its cells in the order of the columns.
         */
        FileRowShown: {
            /** Cells */
            cells: string[];
            /** Row */
            row: number;
        };
        /**
         * FilledLetter
         * @description A letter in one language. `missing`: what is not known and left blank.
         */
        FilledLetter: {
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Missing */
            missing: components["schemas"]["Choice"][];
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * FindingLine
         * @description One finding. `kind`: the document; `place`: where in it; `remedy`: how to mend it.
         *
         *     `is_brought`: it comes with the change: a fault keeps it from being submitted, a doubt has to be confirmed.
         */
        FindingLine: {
            /** Code */
            code: string;
            /**
             * Gravity
             * @enum {string}
             */
            gravity: "fault" | "doubt";
            /** Is Brought */
            is_brought: boolean;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Place */
            place: string;
            /** Problem */
            problem: string;
            /** Remedy */
            remedy: string;
        };
        /**
         * Findings
         * @description What may be wrong with a policy although it compiles, faults first.
         */
        Findings: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["FindingLine"][];
        };
        /**
         * FindingsQuery
         * @description Which policy to look at: with the drafts of a change in it, or as it is in force.
         */
        FindingsQuery: {
            /** Change */
            change?: number | null;
        };
        /**
         * FormulaSaid
         * @description An indicator of a text in words.
         */
        FormulaSaid: {
            /** Dimension */
            dimension: string;
            /** Formula */
            formula: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * GradeMove
         * @description Customers who go from a grade to another; `direction`: towards more risk, less, or to or from no grade.
         */
        GradeMove: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Customers */
            customers: number;
            /**
             * Direction
             * @enum {string}
             */
            direction: "worse" | "better" | "neither";
            /** Receivable */
            receivable: string | null;
        };
        /**
         * GradeShown
         * @description The grade by cut-offs, and the one that stands; `standing` null where the customer was not assessed by the day.
         */
        GradeShown: {
            raw: components["schemas"]["Told"];
            standing: components["schemas"]["Told"] | null;
            /** Standing Since */
            standing_since: string | null;
        };
        /**
         * Grant
         * @description From when until when somebody may read of the customer.
         */
        Grant: {
            /**
             * Since
             * @description Today if none is given
             */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * GroupMemberShown
         * @description A member of the group whom whoever asks may see.
         */
        GroupMemberShown: {
            /** Code */
            code: string;
            grade: components["schemas"]["Told"] | null;
            /** Is Self */
            is_self: boolean;
            /** Name */
            name: string;
            /** Overdue */
            overdue: string | null;
            /** Overdue Days Max */
            overdue_days_max: number | null;
            /** Receivable */
            receivable: string | null;
        };
        /**
         * GroupOthers
         * @description The members whom whoever asks may not see, together.
         */
        GroupOthers: {
            /** Count */
            count: number;
            /** Overdue */
            overdue: string | null;
            /** Receivable */
            receivable: string | null;
        };
        /**
         * HistoryPage
         * @description One page of a customer's past assessments, newest first.
         */
        HistoryPage: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["HistoryRow"][];
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * HistoryQuery
         * @description One page of a customer's assessments up to a day, of those that a batch or an earlier one stored.
         */
        HistoryQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * HistoryRow
         * @description One stored assessment.
         */
        HistoryRow: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Coverage */
            coverage: number | null;
            /** Grade */
            grade: string;
            /** Grade Words */
            grade_words: string;
            /** High */
            high: number | null;
            /** Known At */
            known_at: number;
            /** Low */
            low: number | null;
            /** Overdue */
            overdue: string | null;
            /** Quadrant */
            quadrant: string;
            /** Quadrant Words */
            quadrant_words: string;
            /** Receivable */
            receivable: string | null;
            /** Score */
            score: number | null;
            /** Value Tier */
            value_tier: string;
            /** What Changed */
            what_changed: components["schemas"]["ChangeShown"][];
        };
        /**
         * HitOthers
         * @description The parties whom whoever asks may not see, together.
         */
        HitOthers: {
            /** Count */
            count: number;
            /** First */
            first: string | null;
            /** Second */
            second: string | null;
        };
        /**
         * HitShown
         * @description A party that is hit. `distress`: 0 to 1; `first`, `second`: what of its debt to us is at stake by round.
         */
        HitShown: {
            /** Code */
            code: string | null;
            /** Distress */
            distress: number;
            /** First */
            first: string | null;
            /** Name */
            name: string | null;
            /** Receivable */
            receivable: string | null;
            /** Round */
            round: number;
            /** Second */
            second: string | null;
            /** Ties */
            ties: components["schemas"]["TieShown"][];
        };
        /**
         * ImportAnswer
         * @description One possible answer to a question; `example`: what it would make of a value of the file.
         */
        ImportAnswer: {
            /** Example */
            example: string;
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * ImportDocument
         * @description An import with what came of it.
         */
        ImportDocument: {
            by: components["schemas"]["ImportedBy"];
            /** Can Undo */
            can_undo: boolean;
            failure: components["schemas"]["WhyFailed"] | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string | null;
            /** Kind Label */
            kind_label: string | null;
            /** Kinds */
            kinds: components["schemas"]["KindCounts"][];
            /** Name */
            name: string;
            /** Open Rejects */
            open_rejects: number;
            progress: components["schemas"]["ProgressShown"] | null;
            /** Read */
            read: number | null;
            refusal: components["schemas"]["WhyRefused"] | null;
            /** Rejected */
            rejected: number | null;
            result: components["schemas"]["ResultShown"] | null;
            /** Size */
            size: number;
            /** Source */
            source: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "refused" | "failed" | "undoing" | "undone";
            /** State Label */
            state_label: string;
            undo: components["schemas"]["UndoShown"] | null;
        };
        /**
         * ImportedBy
         * @description Who did something.
         */
        ImportedBy: {
            /** Actor */
            actor: string;
            /** Name */
            name: string;
        };
        /**
         * ImportForm
         * @description How a file is to be read. `columns`: what a heading means; "" leaves the column out.
         */
        ImportForm: {
            /** As Of Day */
            as_of_day?: string | null;
            /**
             * Columns
             * @default {}
             */
            columns: {
                [key: string]: string;
            };
            /**
             * Constants
             * @default {}
             */
            constants: {
                [key: string]: string;
            };
            /**
             * Date Formats
             * @default {}
             */
            date_formats: {
                [key: string]: string;
            };
            /** File Id */
            file_id: string;
            /**
             * Is Complete
             * @default false
             */
            is_complete: boolean;
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Sheet
             * @default
             */
            sheet: string;
            /**
             * Source
             * @default files
             */
            source: string;
            /** Through */
            through?: string | null;
            /**
             * Use Remembered
             * @default true
             */
            use_remembered: boolean;
        };
        /**
         * ImportNote
         * @description Something to know about an import that is no reject.
         */
        ImportNote: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * ImportQuery
         * @description Which imports.
         */
        ImportQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * State
             * @default
             * @enum {string}
             */
            state: "" | "waiting" | "running" | "done" | "refused" | "failed" | "undoing" | "undone";
        };
        /**
         * ImportQuestion
         * @description Something the file leaves open, answered by its first choice until somebody chooses.
         */
        ImportQuestion: {
            /** About */
            about: string;
            /** Choices */
            choices: components["schemas"]["ImportAnswer"][];
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * ImportRow
         * @description An import in the list.
         */
        ImportRow: {
            by: components["schemas"]["ImportedBy"];
            /** Can Undo */
            can_undo: boolean;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string | null;
            /** Kind Label */
            kind_label: string | null;
            /** Kinds */
            kinds: components["schemas"]["KindCounts"][];
            /** Name */
            name: string;
            /** Open Rejects */
            open_rejects: number;
            progress: components["schemas"]["ProgressShown"] | null;
            /** Read */
            read: number | null;
            /** Rejected */
            rejected: number | null;
            /** Size */
            size: number;
            /** Source */
            source: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "refused" | "failed" | "undoing" | "undone";
            /** State Label */
            state_label: string;
        };
        /**
         * ImportStarted
         * @description The import that a worker does.
         */
        ImportStarted: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** State */
            state: string;
        };
        /**
         * IndicatorFault
         * @description What is wrong. `place`: `measures.<key>`, `formula`, `key`, or a place of the document.
         */
        IndicatorFault: {
            /** Place */
            place: string;
            /** Words */
            words: string;
        };
        /**
         * IndicatorInBook
         * @description How readings spread. `customers`: looked at, of `of` there are; `known`: those with a reading.
         */
        IndicatorInBook: {
            /** Bars */
            bars: components["schemas"]["ReadingBar"][];
            /** Customers */
            customers: number;
            /** Greatest */
            greatest: number | string | null;
            /** Highest */
            highest: components["schemas"]["CustomerReading"][];
            /** Known */
            known: number;
            /** Least */
            least: number | string | null;
            /** Lowest */
            lowest: components["schemas"]["CustomerReading"][];
            /** Median */
            median: number | string | null;
            /** Missing */
            missing: components["schemas"]["ReadingMissing"][];
            /** Of */
            of: number;
        };
        /**
         * IndicatorOfCustomer
         * @description What it says of one customer, with the facts behind it.
         */
        IndicatorOfCustomer: {
            /** Code */
            code: string;
            /** Measures */
            measures: components["schemas"]["MeasureShown"][];
            /** Missing Words */
            missing_words: string | null;
            /** Name */
            name: string;
            /** Value */
            value: number | string | null;
        };
        /**
         * IndicatorTrial
         * @description An indicator in the making: what is wrong with it, or what it says. Nothing is stored.
         */
        IndicatorTrial: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            book: components["schemas"]["IndicatorInBook"] | null;
            /** Currency */
            currency: string;
            customer: components["schemas"]["IndicatorOfCustomer"] | null;
            /** Faults */
            faults: components["schemas"]["IndicatorFault"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Formula Words */
            formula_words: string | null;
            /** Is Hidden */
            is_hidden: boolean;
            /** Measures */
            measures: components["schemas"]["MeasureWhere"][];
            /** Unit */
            unit: string;
        };
        /**
         * IndicatorTrialIn
         * @description A text of indicators, the one to try, and a customer to show it of.
         */
        IndicatorTrialIn: {
            /** Body */
            body: string;
            /** Customer */
            customer?: string | null;
            /** Key */
            key: string;
        };
        /**
         * IndustryRisk
         * @description How many customers of an industry are at high risk.
         */
        IndustryRisk: {
            /** High */
            high: number;
            /** Industry */
            industry: string;
            /** Label */
            label: string;
            /** Overdue */
            overdue: string | null;
            /** Query */
            query: string;
            /** Query High */
            query_high: string;
            /** Total */
            total: number;
        };
        /**
         * ItemShown
         * @description What a line of the card adds to a part; `kinds`: those facts of the part that it may come from.
         */
        ItemShown: {
            after: components["schemas"]["SideShown"];
            before: components["schemas"]["SideShown"];
            /** Change */
            change: number;
            /** Indicator */
            indicator: string;
            /** Kinds */
            kinds: string[];
            /** Label */
            label: string;
            /** Unit */
            unit: string;
        };
        /**
         * KeptShown
         * @description A row that a later batch changed, so it was left as it is.
         */
        KeptShown: {
            /** Customer */
            customer: string;
            /** External Id */
            external_id: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * KeyAdded
         * @description A new key with its secret, which is shown this once.
         */
        KeyAdded: {
            /**
             * Format
             * @default 1
             */
            format: number;
            key: components["schemas"]["KeyRow"];
            /** Secret */
            secret: string;
        };
        /**
         * KeyNew
         * @description A key to make: for all customers, or for those of some teams.
         */
        KeyNew: {
            /** Expires On */
            expires_on?: string | null;
            /** Name */
            name: string;
            /**
             * Right
             * @enum {string}
             */
            right: "reader" | "writer";
            /**
             * Scope
             * @default all
             * @enum {string}
             */
            scope: "all" | "teams";
            /**
             * Team Ids
             * @default []
             */
            team_ids: number[];
        };
        /**
         * KeyRow
         * @description An API key; its secret is kept nowhere.
         */
        KeyRow: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires On */
            expires_on: string | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            /**
             * Right
             * @enum {string}
             */
            right: "reader" | "writer";
            /**
             * Scope
             * @enum {string}
             */
            scope: "all" | "teams";
            /** Teams */
            teams: string[];
        };
        /**
         * Keys
         * @description All API keys, revoked ones too.
         */
        Keys: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["KeyRow"][];
        };
        /**
         * KindCount
         * @description How many facts of a kind a customer has.
         */
        KindCount: {
            /** Count */
            count: number;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * KindCounts
         * @description What happens, or happened, to the rows of a kind.
         */
        KindCounts: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Retracted */
            retracted: number;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * LeftOut
         * @description Open items in another currency that the plan cannot ask for.
         */
        LeftOut: {
            /** Foreign */
            foreign: number;
        };
        /**
         * LegShown
         * @description What one part adds: `change` = `signals` + the changes of `items`. Several parts where a score between is missing.
         */
        LegShown: {
            /** Change */
            change: number;
            /** Items */
            items: components["schemas"]["ItemShown"][];
            /** Parts */
            parts: ("policy" | "time" | "data" | "corrections")[];
            /** Signals */
            signals: number;
            /** Words */
            words: string;
        };
        /**
         * Letter
         * @description What to write to the customer, in one language.
         */
        Letter: {
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Text */
            text: string;
        };
        /**
         * LetterLine
         * @description A letter there is. `purpose`: a general one can be filled for any customer; others come with what they are for.
         */
        LetterLine: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "general" | "way_back";
        };
        /**
         * LetterList
         * @description The letters in force, which version of them, and the placeholders that letters may use.
         */
        LetterList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["LetterLine"][];
            /** Placeholders */
            placeholders: components["schemas"]["PlaceholderOffered"][];
            /** Version */
            version: number | null;
        };
        /**
         * MailChange
         * @description A mail server: smtp://user@host:25, smtps://… or smtp+starttls://…; without a password the kept one stays.
         */
        MailChange: {
            /** Password */
            password?: string | null;
            /** Revision */
            revision?: number | null;
            /**
             * Sender
             * @default
             */
            sender: string;
            /** Url */
            url: string;
        };
        /**
         * MailSettings
         * @description Through which server mail goes out. `secret_lost`: the password was sealed with another key; enter it again.
         */
        MailSettings: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** From Environment */
            from_environment: boolean;
            /** Has Password */
            has_password: boolean;
            /** Revision */
            revision: number;
            /** Secret Lost */
            secret_lost: boolean;
            /** Sender */
            sender: string;
            /** Url */
            url: string;
        };
        /**
         * MailTrial
         * @description Whether a trial mail to oneself went out, else what the server said.
         */
        MailTrial: {
            /** Address */
            address: string;
            /** Error */
            error: string | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Sent */
            sent: boolean;
        };
        /**
         * MappingForm
         * @description What is to be remembered of a file's headings.
         */
        MappingForm: {
            /**
             * Columns
             * @default {}
             */
            columns: {
                [key: string]: string;
            };
            /**
             * Constants
             * @default {}
             */
            constants: {
                [key: string]: string;
            };
            /**
             * Date Formats
             * @default {}
             */
            date_formats: {
                [key: string]: string;
            };
            /** Headings */
            headings: string[];
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /**
             * Source
             * @default files
             */
            source: string;
        };
        /**
         * MappingList
         * @description All remembered mappings.
         */
        MappingList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["MappingShown"][];
        };
        /**
         * MappingSaved
         * @description The mapping as it is remembered now.
         */
        MappingSaved: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
        };
        /**
         * MappingShown
         * @description A remembered mapping.
         */
        MappingShown: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Columns */
            columns: {
                [key: string]: string;
            };
            /** Constants */
            constants: {
                [key: string]: string;
            };
            /** Date Formats */
            date_formats: {
                [key: string]: string;
            };
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
        };
        /**
         * Me
         * @description Who is logged in, and what they may do and see; `today` is the day it is at our company, wherever they sit.
         */
        Me: {
            company: components["schemas"]["CompanyName"];
            /** Demo */
            demo: boolean;
            /** Email */
            email: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Masks */
            masks: ("contacts" | "amounts" | "names")[];
            /** Mfa */
            mfa: boolean;
            /** Name */
            name: string;
            /**
             * Notify
             * @enum {string}
             */
            notify: "at_once" | "digest" | "off";
            /** Notify Address */
            notify_address: string;
            /** Operations */
            operations: string[];
            role: components["schemas"]["Choice"];
            /**
             * Scope
             * @enum {string}
             */
            scope: "all" | "people" | "granted";
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Version */
            version: string;
        };
        /**
         * MeasureShown
         * @description One measure that a reading rests on, with the rows behind it.
         */
        MeasureShown: {
            /** Columns */
            columns: components["schemas"]["FactColumn"][];
            /** Filter Words */
            filter_words: string;
            /**
             * Form
             * @enum {string}
             */
            form: "number" | "reporting" | "day";
            /**
             * Function
             * @enum {string}
             */
            function: "count" | "sum" | "min" | "max";
            /** Is Hidden */
            is_hidden: boolean;
            /** Items */
            items: components["schemas"]["TakenRow"][];
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Next Cursor */
            next_cursor: string | null;
            /** Rows */
            rows: number;
            /** Taken Label */
            taken_label: string;
            /** Value */
            value: number | string | null;
            /** Words */
            words: string;
        };
        /**
         * MeasureWhere
         * @description The condition of a measure.
         */
        MeasureWhere: {
            /** Key */
            key: string;
            where: components["schemas"]["ConditionSaid"];
        };
        /**
         * MeChange
         * @description What one may change about oneself.
         */
        MeChange: {
            /** Language */
            language?: ("zh" | "en") | null;
            /** Name */
            name?: string | null;
            /** Notify */
            notify?: ("at_once" | "digest" | "off") | null;
            /** Notify Address */
            notify_address?: string | null;
        };
        /**
         * Member
         * @description A stretch of days, both ends included, in which somebody belongs to a team.
         */
        Member: {
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /**
             * Is Lead
             * @default false
             */
            is_lead: boolean;
            /** Person Id */
            person_id: number;
            /** To Day */
            to_day?: string | null;
        };
        /**
         * MemberRow
         * @description A stretch of days in which somebody belongs to a team; without an end it goes on.
         */
        MemberRow: {
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /** Is Lead */
            is_lead: boolean;
            /** Name */
            name: string;
            /** Person Id */
            person_id: number;
            /** To Day */
            to_day: string | null;
        };
        /**
         * MergeDocument
         * @description A merger, or its end: its batch, and how many facts changed hands.
         */
        MergeDocument: {
            /** Batch */
            batch: number;
            /** Facts */
            facts: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Into */
            into: string;
            /** Merged */
            merged: string;
        };
        /**
         * MergeEnd
         * @description Why the merger is taken back.
         */
        MergeEnd: {
            /**
             * Reason
             * @description Why; it stays with the merger and in the audit trail
             */
            reason: string;
        };
        /**
         * MergeNew
         * @description Into which customer, and why.
         */
        MergeNew: {
            /** Into */
            into: string;
            /**
             * Reason
             * @description Why; it stays with the merger and in the audit trail
             */
            reason: string;
        };
        /**
         * MergePreview
         * @description What merging would do: `merged` is hidden, its facts become those of `into`.
         */
        MergePreview: {
            /**
             * Alerts Closed
             * @description Open alerts of `merged`; what holds of `into` opens anew
             */
            alerts_closed: number;
            /** Currency */
            currency: string;
            /**
             * Due By Terms
             * @description Invoices without a due day of their own: it follows the terms of `into`
             */
            due_by_terms: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            into: components["schemas"]["Side"];
            /**
             * Loses Sight
             * @description People who saw `merged` as its owner or reader and do not see `into` so
             */
            loses_sight: string[];
            /** Masked */
            masked: string[];
            merged: components["schemas"]["Side"];
            /**
             * Moves
             * @description Facts that change hands
             */
            moves: number;
        };
        /**
         * Mergers
         * @description The mergers of a customer, newest first: into it, and of it into another.
         */
        Mergers: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["MergerShown"][];
        };
        /**
         * MergerShown
         * @description A merger: who, when and why, and the same of its end, null while it stands.
         */
        MergerShown: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Batch */
            batch: number;
            /** By */
            by: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Ended Reason */
            ended_reason: string | null;
            /** @description null where whoever asks may not see it */
            into: components["schemas"]["Choice"] | null;
            merged: components["schemas"]["Choice"];
            /**
             * Reason
             * @description null where names are hidden
             */
            reason: string | null;
        };
        /**
         * MomentQuery
         * @description From which day, and with which knowledge: "as we knew it on …".
         */
        MomentQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * MoneyFigure
         * @description An amount; `query` opens the customers who owe it. Null where amounts are hidden.
         */
        MoneyFigure: {
            /**
             * List
             * @enum {string}
             */
            list: "customers" | "alerts" | "imports";
            /** Query */
            query: string;
            /** Value */
            value: string | null;
        };
        /**
         * MoveIn
         * @description A move without particulars; `revision`: the one that was looked at.
         */
        MoveIn: {
            /** Revision */
            revision?: number | null;
        };
        /**
         * MovementAlerts
         * @description The alerts of a rule that opened and closed in the month.
         */
        MovementAlerts: {
            /** Closed */
            closed: number;
            /** Label */
            label: string;
            /** Opened */
            opened: number;
            /** Rule */
            rule: string;
        };
        /**
         * MovementCell
         * @description The customers who went from a grade to another; `before` is `new` for those nobody knew then; `query` lists them.
         */
        MovementCell: {
            /** After */
            after: string;
            /** After Words */
            after_words: string;
            /** Before */
            before: string;
            /** Before Words */
            before_words: string;
            /** Customers */
            customers: number;
            /** Overdue */
            overdue: string | null;
            /** Query */
            query: string;
            /** Receivable */
            receivable: string | null;
        };
        /**
         * MovementCustomer
         * @description One customer at both month-ends; scores 0 to 100, null when too little was known.
         */
        MovementCustomer: {
            /** Code */
            code: string;
            /** Grade */
            grade: string;
            /** Grade Before */
            grade_before: string;
            /** Grade Before Words */
            grade_before_words: string;
            /** Grade Words */
            grade_words: string;
            /** Name */
            name: string;
            /** Overdue */
            overdue: string | null;
            /** Overdue Before */
            overdue_before: string | null;
            /** Receivable */
            receivable: string | null;
            /** Receivable Before */
            receivable_before: string | null;
            /** Score */
            score: number | null;
            /** Score Before */
            score_before: number | null;
        };
        /**
         * MovementDocument
         * @description The book within one's scope at a month-end against the one before, by one policy and the same knowledge.
         */
        MovementDocument: {
            /** Alerts */
            alerts: components["schemas"]["MovementAlerts"][];
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Before
             * Format: date
             */
            before: string;
            /** Currency */
            currency: string;
            /** Customers */
            customers: number;
            /** Fell */
            fell: components["schemas"]["MovementCustomer"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Known At */
            known_at: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Masked */
            masked: string[];
            /** Matrix */
            matrix: components["schemas"]["MovementCell"][];
            /** Moved */
            moved: number;
            overdue: components["schemas"]["MovementFigure"];
            receivable: components["schemas"]["MovementFigure"];
            /** Rose */
            rose: components["schemas"]["MovementCustomer"][];
        };
        /**
         * MovementFigure
         * @description An amount at the month-end and at the one before. Null where amounts are hidden.
         */
        MovementFigure: {
            /** Before */
            before: string | null;
            /** Value */
            value: string | null;
        };
        /**
         * MovementList
         * @description All kept reports, newest first.
         */
        MovementList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["MovementNamed"][];
        };
        /**
         * MovementNamed
         * @description A kept report.
         */
        MovementNamed: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Before
             * Format: date
             */
            before: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
        };
        /**
         * MovementPage
         * @description A page of customers of a report.
         */
        MovementPage: {
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["MovementCustomer"][];
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * MovementQuery
         * @description Whose lines: those who went from a grade to another; left out means all.
         */
        MovementQuery: {
            /** After */
            after?: string | null;
            /** Before */
            before?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * Movements
         * @description The customers that moved most, with the account of each; `moved` counts all, `accounted` those looked at.
         */
        Movements: {
            /** Accounted */
            accounted: number;
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["MoverShown"][];
            /** Known At */
            known_at: number;
            /** Known Then */
            known_then: number;
            /** Masked */
            masked: string[];
            /** Moved */
            moved: number;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Stands In */
            stands_in: number;
            /** Totals */
            totals: components["schemas"]["PartTotal"][];
        };
        /**
         * MovementsQuery
         * @description Since how many days, and which of the customers that moved most.
         */
        MovementsQuery: {
            /**
             * Days
             * @description The last so many days
             * @default 7
             */
            days: number;
            /**
             * Direction
             * @description Only those whose score rose, or fell
             */
            direction?: ("up" | "down") | null;
            /**
             * Grade Changed
             * @description Only those whose standing grade changed, or the others
             */
            grade_changed?: boolean | null;
            /**
             * Part
             * @description Only those whom this part moved most
             */
            part?: ("policy" | "time" | "data" | "corrections") | null;
        };
        /**
         * MoverShown
         * @description A customer that moved; scores as of the ends of the span, null where too little was known.
         */
        MoverShown: {
            /** Change */
            change: number | null;
            /** Code */
            code: string;
            grade: components["schemas"]["Told"];
            grade_before: components["schemas"]["Told"];
            /** Industry */
            industry: string;
            /** Most */
            most: ("policy" | "time" | "data" | "corrections") | null;
            /** Name */
            name: string;
            /** Parts */
            parts: components["schemas"]["PartChange"][];
            /** Reason */
            reason: string;
            /** Score */
            score: number | null;
            /** Score Before */
            score_before: number | null;
        };
        /**
         * NewAlert
         * @description One of the newest alerts.
         */
        NewAlert: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /**
             * Opened As Of
             * Format: date
             */
            opened_as_of: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
        };
        /**
         * Notification
         * @description Something a person was told; `path` is the page it is about.
         */
        Notification: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Path */
            path: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "held" | "sent" | "gathered" | "dead" | "quiet";
            /** State Label */
            state_label: string;
            /** Subject */
            subject: string;
            /** Topic */
            topic: string;
        };
        /**
         * NotSameDocument
         * @description Two customers that are different firms; `is_new` is false where that was known.
         */
        NotSameDocument: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is New */
            is_new: boolean;
            /** One */
            one: string;
            /** Other */
            other: string;
        };
        /**
         * NotSameNew
         * @description Which other customer is a different firm, and why.
         */
        NotSameNew: {
            /** Other */
            other: string;
            /**
             * Reason
             * @description Why; it stays with the merger and in the audit trail
             */
            reason: string;
        };
        /**
         * OfferLine
         * @description A shipped version of a document that is not in force. `lines`: what it would change, in words.
         *
         *     `kept`: what it would change too, had the firm not changed it itself; that stays as it is.
         */
        OfferLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kept */
            kept: string[];
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lines */
            lines: string[];
        };
        /**
         * Opening
         * @description The day an alert was opened for, and when.
         */
        Opening: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * Option
         * @description A value to choose, and how many customers have it where that is told.
         */
        Option: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * OriginShown
         * @description Where this version of a fact came from.
         */
        OriginShown: {
            /** Actor */
            actor: string;
            /** Batch */
            batch: number;
            /** External Id */
            external_id: string;
            /** Known Since */
            known_since: string | null;
            /** Reported On */
            reported_on: string | null;
            /** Source */
            source: string;
        };
        /**
         * Overview
         * @description The book within one's scope; `as_of` null where nobody was assessed yet.
         *
         *     Of a past day every query names the day too; alerts are counted as they stood, and their list knows the present only.
         */
        Overview: {
            /** Ageing */
            ageing: components["schemas"]["Age"][];
            /** As Of */
            as_of: string | null;
            /** Assessed */
            assessed: number;
            /** Currency */
            currency: string;
            customers: components["schemas"]["CountFigure"];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Grades Over Time */
            grades_over_time: components["schemas"]["Course"][];
            high_risk: components["schemas"]["CountFigure"];
            /** High Risk By Industry */
            high_risk_by_industry: components["schemas"]["IndustryRisk"][];
            /** Is Past */
            is_past: boolean;
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Masked */
            masked: string[];
            /** Matrix */
            matrix: components["schemas"]["Place"][];
            /** Newest Alerts */
            newest_alerts: components["schemas"]["NewAlert"][];
            open_alerts: components["schemas"]["CountFigure"];
            open_alerts_change_7d: components["schemas"]["CountChange"];
            overdue: components["schemas"]["MoneyFigure"];
            overdue_change_7d: components["schemas"]["Change"];
            receivable: components["schemas"]["MoneyFigure"];
            receivable_change_7d: components["schemas"]["Change"];
            /** Sentence */
            sentence: components["schemas"]["Part"][];
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * OwnerChange
         * @description Who is to answer for the customer from a day on; null: whom files name.
         */
        OwnerChange: {
            /** Person Id */
            person_id: number | null;
            /**
             * Since
             * @description Today if none is given
             */
            since?: string | null;
        };
        /**
         * OwnerDocument
         * @description Who answers for the customer now, and whether anything was changed.
         */
        OwnerDocument: {
            /** Changed */
            changed: boolean;
            /**
             * Format
             * @default 1
             */
            format: number;
            owner: components["schemas"]["OwnerShown"] | null;
        };
        /**
         * OwnerShown
         * @description Who answers for a customer; without an id, a name that only files know.
         */
        OwnerShown: {
            /** Id */
            id: number | null;
            /** Name */
            name: string;
        };
        /**
         * PackLine
         * @description A pack. `lines`: what it would change, in words, at most 200; `changes`: how many there are.
         */
        PackLine: {
            /** About */
            about: string;
            /** Changes */
            changes: number;
            /** Is In Force */
            is_in_force: boolean;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Lines */
            lines: string[];
        };
        /**
         * PackTaken
         * @description What taking a pack did. `approval`: the request that waits for others; null where none does.
         */
        PackTaken: {
            /** Approval */
            approval: number | null;
            /** Change */
            change: number | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is In Force */
            is_in_force: boolean;
        };
        /**
         * PackWish
         * @description Why a pack is taken. `confirmed`: the doubts it brings are meant.
         */
        PackWish: {
            /**
             * Confirmed
             * @default false
             */
            confirmed: boolean;
            /** Reason */
            reason: string;
        };
        /** Page[AccessLine] */
        Page_AccessLine_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["AccessLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[AlertJudged] */
        Page_AlertJudged_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["AlertJudged"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[ApprovalLine] */
        Page_ApprovalLine_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["ApprovalLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[AuditLine] */
        Page_AuditLine_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["AuditLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[BacktestLine] */
        Page_BacktestLine_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["BacktestLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[ChangeLine] */
        Page_ChangeLine_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["ChangeLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[CustomerBehind] */
        Page_CustomerBehind_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["CustomerBehind"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[DeliveryRow] */
        Page_DeliveryRow_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["DeliveryRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[ImportRow] */
        Page_ImportRow_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["ImportRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /** Page[Notification] */
        Page_Notification_: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["Notification"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * PageQuery
         * @description Which page of a list.
         */
        PageQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * Part
         * @description One part of the sentence that sums the week up; `overdue`: what these customers owe overdue.
         */
        Part: {
            /** Count */
            count: number;
            /**
             * Key
             * @enum {string}
             */
            key: "turned_high" | "newly_overdue" | "turned_low" | "critical_alerts";
            /**
             * List
             * @enum {string}
             */
            list: "customers" | "alerts" | "imports";
            /** Overdue */
            overdue: string | null;
            /** Query */
            query: string | null;
        };
        /**
         * PartChange
         * @description What one part adds; null where a score between is missing, so that it cannot be told apart.
         */
        PartChange: {
            /** Change */
            change: number | null;
            /**
             * Part
             * @enum {string}
             */
            part: "policy" | "time" | "data" | "corrections";
        };
        /**
         * PartTotal
         * @description What one part moved: how many customers most of all, by how much upwards and downwards together.
         */
        PartTotal: {
            /** Customers */
            customers: number;
            /** Down */
            down: number;
            /** Label */
            label: string;
            /**
             * Part
             * @enum {string}
             */
            part: "policy" | "time" | "data" | "corrections";
            /** Up */
            up: number;
        };
        /**
         * PeopleList
         * @description Everybody.
         */
        PeopleList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["PersonRow"][];
        };
        /**
         * PersonAdded
         * @description How a person gets in: by a mailed invitation (null: on its way), else by the link, which is shown once.
         */
        PersonAdded: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Invitation Sent */
            invitation_sent: boolean | null;
            /** Link */
            link: string | null;
            person: components["schemas"]["PersonDocument"];
        };
        /**
         * PersonChange
         * @description What an administrator may change about a person; what is left out stays.
         */
        PersonChange: {
            /** Email */
            email?: string | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Language */
            language?: ("zh" | "en") | null;
            /** Name */
            name?: string | null;
            /** Names In Files */
            names_in_files?: string[] | null;
            /** Notify */
            notify?: ("at_once" | "digest" | "off") | null;
            /** Notify Address */
            notify_address?: string | null;
            /** Revision */
            revision: number;
            /** Role */
            role?: ("sales" | "sales_manager" | "sales_director" | "finance" | "credit_manager" | "cfo" | "legal" | "service" | "production" | "ceo" | "administrator" | "auditor" | "outside_expert") | null;
        };
        /**
         * PersonDocument
         * @description Everything about a person.
         */
        PersonDocument: {
            /** Email */
            email: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Has Logged In */
            has_logged_in: boolean;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Mfa */
            mfa: boolean;
            /** Name */
            name: string;
            /** Names In Files */
            names_in_files: string[];
            /**
             * Notify
             * @enum {string}
             */
            notify: "at_once" | "digest" | "off";
            /** Notify Address */
            notify_address: string;
            /** Revision */
            revision: number;
            role: components["schemas"]["Choice"];
            /** Teams */
            teams: string[];
        };
        /**
         * PersonNamed
         * @description Somebody by name; without an id, a name that is nobody's here.
         */
        PersonNamed: {
            /** Id */
            id: number | null;
            /** Name */
            name: string;
        };
        /**
         * PersonNew
         * @description A person to add.
         */
        PersonNew: {
            /** Email */
            email: string;
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            /** Name */
            name: string;
            /**
             * Names In Files
             * @default []
             */
            names_in_files: string[];
            /**
             * Notify
             * @default at_once
             * @enum {string}
             */
            notify: "at_once" | "digest" | "off";
            /**
             * Notify Address
             * @default
             */
            notify_address: string;
            /**
             * Role
             * @enum {string}
             */
            role: "sales" | "sales_manager" | "sales_director" | "finance" | "credit_manager" | "cfo" | "legal" | "service" | "production" | "ceo" | "administrator" | "auditor" | "outside_expert";
        };
        /**
         * PersonRow
         * @description A person in a list; the address is null for those who do not administer people.
         */
        PersonRow: {
            /** Email */
            email: string | null;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Name */
            name: string;
            role: components["schemas"]["Choice"];
        };
        /**
         * Place
         * @description The customers of one value tier, standing grade and quadrant.
         */
        Place: {
            /** Customers */
            customers: number;
            /** Grade */
            grade: string;
            /** Grade Words */
            grade_words: string;
            /** Overdue */
            overdue: string | null;
            /** Quadrant */
            quadrant: string;
            /** Quadrant Words */
            quadrant_words: string;
            /** Query */
            query: string;
            /** Receivable */
            receivable: string | null;
            /** Tier */
            tier: string;
            /** Tier Words */
            tier_words: string;
        };
        /**
         * PlaceCount
         * @description How many customers have a grade, or stand in a quadrant, now and then, and what they owe.
         */
        PlaceCount: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Now */
            now: number;
            /** Receivable Now */
            receivable_now: string | null;
            /** Receivable Then */
            receivable_then: string | null;
            /** Then */
            then: number;
        };
        /**
         * PlaceholderOffered
         * @description What a letter for some purposes may tell.
         */
        PlaceholderOffered: {
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Purposes */
            purposes: ("general" | "way_back")[];
        };
        /**
         * PlaceTrial
         * @description What becomes of scores, grades and quadrants. `customers`: who change grade, those who owe most first.
         */
        PlaceTrial: {
            /** Changed */
            changed: number;
            /** Changed Receivable */
            changed_receivable: string | null;
            /** Customers */
            customers: components["schemas"]["CustomerMoved"][];
            /** Grades */
            grades: components["schemas"]["PlaceCount"][];
            /** Moves */
            moves: components["schemas"]["GradeMove"][];
            /** Quadrants */
            quadrants: components["schemas"]["PlaceCount"][];
            /** Scores */
            scores: components["schemas"]["ScoreStep"][];
        };
        /**
         * PlanShown
         * @description A contingency plan, with days counted from the day that the alert opened.
         */
        PlanShown: {
            /** About */
            about: string | null;
            /** Key */
            key: string;
            /** Label */
            label: string;
            letter: components["schemas"]["LetterLine"] | null;
            /** Steps */
            steps: components["schemas"]["StepShown"][];
        };
        /**
         * PolicyDocuments
         * @description The documents in force today.
         */
        PolicyDocuments: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["VersionLine"][];
        };
        /**
         * PolicyMoveShown
         * @description A document of the policy that changed its version.
         */
        PolicyMoveShown: {
            /** After */
            after: number;
            /** Before */
            before: number;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * PolicyPacks
         * @description All packs. `is_alone`: what whoever asks takes is in force at once, as nobody else is there to agree.
         */
        PolicyPacks: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Alone */
            is_alone: boolean;
            /** Items */
            items: components["schemas"]["PackLine"][];
        };
        /**
         * PolicyShown
         * @description By which policy was judged: the one that was live on a day; before the first one was, the first.
         */
        PolicyShown: {
            /**
             * Asked
             * @enum {string}
             */
            asked: "now" | "then" | "day";
            /** Hash */
            hash: string;
            /** Is Today */
            is_today: boolean;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * PolicyTrial
         * @description What a change would say of the newest readings of the customers one sees.
         *
         *     `customers`: looked at; `of`: all there are. `place`: null where scores and grades stay as they are.
         */
        PolicyTrial: {
            /** As Of */
            as_of: string | null;
            /** Currency */
            currency: string;
            /** Customers */
            customers: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Notes */
            notes: string[];
            /** Of */
            of: number;
            place: components["schemas"]["PlaceTrial"] | null;
            /** Rules */
            rules: components["schemas"]["RuleTrial"][];
        };
        /**
         * PolicyUpgrades
         * @description The shipped versions that wait for somebody to propose or decline them.
         */
        PolicyUpgrades: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["OfferLine"][];
        };
        /**
         * PolicyVersions
         * @description All versions of a document, newest first.
         */
        PolicyVersions: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["VersionLine"][];
        };
        /**
         * PolicyWords
         * @description A text of rules or indicators in words.
         */
        PolicyWords: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Indicators */
            indicators: components["schemas"]["FormulaSaid"][];
            /** Rules */
            rules: components["schemas"]["RuleSaid"][];
        };
        /**
         * PortfolioAge
         * @description Open money of one age: what of it rolls on within 30 days, what is likely to be lost, who owes it.
         */
        PortfolioAge: {
            /** Amount */
            amount: string | null;
            /** Bucket */
            bucket: string;
            /** Expected Loss */
            expected_loss: string | null;
            /** Label */
            label: string;
            /** Loss Rate */
            loss_rate: number | null;
            /** Query */
            query: string | null;
            /** Roll Rate */
            roll_rate: number | null;
            /** Share */
            share: number | null;
        };
        /**
         * PortfolioCourse
         * @description The figures of the book month by month, oldest first, all by what is known at one batch.
         */
        PortfolioCourse: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Currency */
            currency: string;
            /** Figures */
            figures: components["schemas"]["PortfolioCourseFigure"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["PortfolioCourseDay"][];
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
        };
        /**
         * PortfolioCourseDay
         * @description The book at the end of a month, or on the day looked from; a value is null where there is none.
         */
        PortfolioCourseDay: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Overdue */
            overdue: string | null;
            /** Receivable */
            receivable: string | null;
            /** Sales 12M */
            sales_12m: string | null;
            /** Values */
            values: {
                [key: string]: number | null;
            };
        };
        /**
         * PortfolioCourseFigure
         * @description A figure whose course is shown.
         */
        PortfolioCourseFigure: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Unit
             * @enum {string}
             */
            unit: "days" | "multiple" | "share";
        };
        /**
         * PortfolioCourseQuery
         * @description From which day, and how many month-ends before it.
         */
        PortfolioCourseQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Months
             * @description Month-ends before the day
             * @default 12
             */
            months: number;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * PortfolioDebtor
         * @description One of the largest debtors: a customer by its code, or a group by its name; `query` lists its customers.
         */
        PortfolioDebtor: {
            /** Amount */
            amount: string | null;
            /** Code */
            code: string | null;
            /** Group */
            group: string | null;
            /** Query */
            query: string | null;
            /** Share */
            share: number;
        };
        /**
         * PortfolioFigure
         * @description One figure: a value, or why there is none; `is_more`: it is more than the value, the sales known end there.
         *
         *     `query` opens the customers behind it in their list, as far as the list can; null where it cannot.
         */
        PortfolioFigure: {
            /** Formula Words */
            formula_words: string;
            /** Is More */
            is_more: boolean;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Missing */
            missing: string | null;
            /** Missing Words */
            missing_words: string | null;
            /** Query */
            query: string | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "days" | "multiple" | "share";
            /** Value */
            value: number | null;
        };
        /**
         * PortfolioFigures
         * @description The figures of the book within one's scope.
         *
         *     `without_rate`: open items that have no exchange rate and are in no figure. `data_from`: the first day of the data.
         */
        PortfolioFigures: {
            /** Ageing */
            ageing: components["schemas"]["PortfolioAge"][];
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Currency */
            currency: string;
            /** Data From */
            data_from: string | null;
            /** Expected Loss */
            expected_loss: string | null;
            /** Figures */
            figures: components["schemas"]["PortfolioFigure"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Past */
            is_past: boolean;
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Largest */
            largest: components["schemas"]["PortfolioDebtor"][];
            /** Masked */
            masked: string[];
            /** Receivable */
            receivable: string | null;
            /** Regions */
            regions: components["schemas"]["PortfolioRegion"][];
            /** Sales 12M */
            sales_12m: string | null;
            /** Source */
            source: string;
            /** Without Rate */
            without_rate: number;
            /** Written Off 12M */
            written_off_12m: string | null;
        };
        /**
         * PortfolioRegion
         * @description What the customers of a region owe; "" where none is known.
         */
        PortfolioRegion: {
            /** Amount */
            amount: string | null;
            /** Query */
            query: string | null;
            /** Region */
            region: string;
            /** Share */
            share: number;
        };
        /**
         * PreviewDocument
         * @description How a file is understood. `state`: ready; choose, where questions are open; unknown, where no kind fits.
         *
         *     `is_sample`: the file is long, so only its first `read` rows were looked at: counts, rejects and questions are of
         *     those, and nothing is said of what the file lacks. The import reads all rows, and may find more to ask or to reject.
         */
        PreviewDocument: {
            /** Columns */
            columns: components["schemas"]["ColumnShown"][];
            /** Constants */
            constants: {
                [key: string]: string;
            };
            /** File Id */
            file_id: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Remembered Applied */
            is_remembered_applied: boolean;
            /** Is Sample */
            is_sample: boolean;
            /** Kind */
            kind: string | null;
            /** Kind Label */
            kind_label: string | null;
            /** Kinds */
            kinds: components["schemas"]["KindCounts"][] | null;
            /** Missing */
            missing: components["schemas"]["TargetCandidate"][];
            /** Name */
            name: string;
            /** Notes */
            notes: components["schemas"]["ImportNote"][];
            /** Questions */
            questions: components["schemas"]["ImportQuestion"][];
            /** Read */
            read: number;
            /** Rejected */
            rejected: number;
            /** Rejects */
            rejects: components["schemas"]["RejectShown"][];
            remembered: components["schemas"]["MappingShown"] | null;
            /** Rows */
            rows: components["schemas"]["FileRowShown"][];
            /** Sheet */
            sheet: string;
            /** Sheets */
            sheets: string[];
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "ready" | "choose" | "unknown";
        };
        /**
         * PreviewQuery
         * @description Into which customer.
         */
        PreviewQuery: {
            /** Into */
            into: string;
        };
        /**
         * Problem
         * @description Why a request was refused.
         */
        Problem: {
            /** Code */
            code: string;
            /** Fields */
            fields: components["schemas"]["ProblemField"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
            /** Params */
            params: {
                [key: string]: string | number | boolean | null;
            };
        };
        /**
         * ProblemField
         * @description What is wrong with one field.
         */
        ProblemField: {
            /** Code */
            code: string;
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * ProblemShown
         * @description What is wrong with one cell; `column` is empty when it is the row as a whole.
         */
        ProblemShown: {
            /** Code */
            code: string;
            /** Column */
            column: string;
            /** Message */
            message: string;
            /** Value */
            value: string;
        };
        /**
         * ProgressShown
         * @description How far the work has come.
         */
        ProgressShown: {
            /** Done */
            done: number;
            /** Label */
            label: string;
            /** Seconds Left */
            seconds_left: number | null;
            /** Step */
            step: string;
            /** Total */
            total: number | null;
        };
        /**
         * Readers
         * @description Who may read of the customer besides its owner.
         */
        Readers: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["ReaderShown"][];
        };
        /**
         * ReaderShown
         * @description Somebody who may read of the customer besides its owner.
         */
        ReaderShown: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Until */
            until: string | null;
        };
        /**
         * ReadingBar
         * @description Customers with a reading from `low` to below `high`; null: no end on that side; both equal: that value alone.
         *
         *     Amounts are in whole units of the reporting currency.
         */
        ReadingBar: {
            /** Customers */
            customers: number;
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
        };
        /**
         * ReadingMissing
         * @description For how many customers there is no reading, for one reason.
         */
        ReadingMissing: {
            /** Customers */
            customers: number;
            /** Reason */
            reason: string;
            /** Words */
            words: string;
        };
        /**
         * ReadingShown
         * @description One reading: a value, or why there is none.
         */
        ReadingShown: {
            /** Change 30D */
            change_30d: number | string | null;
            /** Flags */
            flags: components["schemas"]["Told"][];
            /** Formula */
            formula: string;
            /** Formula Words */
            formula_words: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Missing */
            missing: string | null;
            /** Missing Words */
            missing_words: string | null;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | null;
            /**
             * Worse
             * @enum {string}
             */
            worse: "higher" | "lower" | "neither";
        };
        /**
         * RejectedRow
         * @description What is wrong with one field of a row; `index` counts the rows of the request from 0.
         */
        RejectedRow: {
            /** Code */
            code: string;
            /** External Id */
            external_id: string;
            /** Field */
            field: string;
            /** Index */
            index: number;
            /** Message */
            message: string;
        };
        /**
         * RejectPage
         * @description A page of rejected rows; `headings` are the columns of the file in their order.
         */
        RejectPage: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Headings */
            headings: string[];
            /** Items */
            items: components["schemas"]["RejectShown"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * RejectQuery
         * @description Which rejected rows: those that wait, or all.
         */
        RejectQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * State
             * @default open
             * @enum {string}
             */
            state: "open" | "all";
        };
        /**
         * RejectsDismissed
         * @description How many rows were closed.
         */
        RejectsDismissed: {
            /** Dismissed */
            dismissed: number;
            /**
             * Format
             * @default 1
             */
            format: number;
        };
        /**
         * RejectShown
         * @description A row that is not taken.
         */
        RejectShown: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Problems */
            problems: components["schemas"]["ProblemShown"][];
            /** Row */
            row: number;
            /** State */
            state: string;
        };
        /**
         * RelationShown
         * @description A relation in force: of a customer, its other party, and what was said of it.
         *
         *     `party_code`: where the other party is a customer whom whoever asks may see.
         */
        RelationShown: {
            /** Amount */
            amount: string | null;
            /** Code */
            code: string;
            /** Party */
            party: string | null;
            /** Party Code */
            party_code: string | null;
            /** Share */
            share: number | null;
            type: components["schemas"]["Told"];
        };
        /**
         * Replayed
         * @description What came of corrected rows; `rejects` are those still wrong, the first 200 of them.
         */
        Replayed: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Not Waiting */
            not_waiting: number;
            /** Open Rejects */
            open_rejects: number;
            /** Rejects */
            rejects: components["schemas"]["RejectShown"][];
            /** Replayed */
            replayed: number;
            /** Still Rejected */
            still_rejected: number;
        };
        /**
         * Reporter
         * @description Who reported it.
         */
        Reporter: {
            /** Actor */
            actor: string;
            /** Name */
            name: string;
        };
        /**
         * ResolveIn
         * @description Close it with a reason and a note.
         */
        ResolveIn: {
            /** Note */
            note: string;
            /** Reason */
            reason: string;
            /** Revision */
            revision?: number | null;
        };
        /**
         * RestsOn
         * @description Another reading that a formula names; null where there is none or it is hidden.
         */
        RestsOn: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Masked */
            masked: boolean;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | null;
        };
        /**
         * ResultShown
         * @description What came of an import.
         */
        ResultShown: {
            /** Columns */
            columns: components["schemas"]["ColumnTaken"][];
            /** Date Formats */
            date_formats: {
                [key: string]: string;
            };
            /** Ignored */
            ignored: string[];
            /** Kinds */
            kinds: components["schemas"]["KindCounts"][];
            /** Notes */
            notes: components["schemas"]["ImportNote"][];
            /** Read */
            read: number;
            /** Rejected */
            rejected: number;
        };
        /**
         * RetiredLine
         * @description A definition that is retired from `live_from` on, or will be. `place`: where it stood in its document.
         *
         *     `version`: the first one without it; `last_version`: the newest one that has it.
         */
        RetiredLine: {
            /** At */
            at: string | null;
            /** By */
            by: string;
            /** Is To Come */
            is_to_come: boolean;
            /** Label */
            label: string;
            /** Last Version */
            last_version: number;
            /**
             * Live From
             * Format: date
             */
            live_from: string;
            /** Place */
            place: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * RetiredLines
         * @description What was retired of a kind, the newest first. `present`: what can be retired, by place.
         */
        RetiredLines: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["RetiredLine"][];
            /** Present */
            present: {
                [key: string]: string;
            };
        };
        /**
         * RetireIn
         * @description What to retire or to bring back, in a change of mine that can be edited, else in a new one with a title.
         *
         *     `revision`: of the change that I looked at.
         */
        RetireIn: {
            /** Change */
            change?: number | null;
            /** Place */
            place: string;
            /** Revision */
            revision?: number | null;
            /** Title */
            title: string;
        };
        /**
         * RoleRow
         * @description A role and the operations it may do.
         */
        RoleRow: {
            /**
             * Code
             * @enum {string}
             */
            code: "sales" | "sales_manager" | "sales_director" | "finance" | "credit_manager" | "cfo" | "legal" | "service" | "production" | "ceo" | "administrator" | "auditor" | "outside_expert";
            /** Label */
            label: string;
            /** Masks */
            masks: ("contacts" | "amounts" | "names")[];
            /** Operations */
            operations: string[];
        };
        /**
         * Roles
         * @description All roles.
         */
        Roles: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["RoleRow"][];
        };
        /**
         * RuleChoiceIn
         * @description The rules to be on, thresholds by rule and name where they are to differ, and why. `version`: the one looked at.
         *
         *     `confirmed`: the doubts it brings are meant.
         */
        RuleChoiceIn: {
            /**
             * Confirmed
             * @default false
             */
            confirmed: boolean;
            /** Enabled */
            enabled: string[];
            /** Reason */
            reason: string;
            /** Thresholds */
            thresholds?: {
                [key: string]: {
                    [key: string]: number | string;
                };
            };
            /** Version */
            version?: number | null;
        };
        /**
         * RuleChoiceMade
         * @description What choosing did: the version in force, and how many alerts were closed with their rules.
         *
         *     `change`, `approval`: the change of the policy that waits for others, and their request; null where it is in force.
         */
        RuleChoiceMade: {
            /** Approval */
            approval: number | null;
            /** Change */
            change: number | null;
            /** Closed Alerts */
            closed_alerts: number;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Version */
            version: number;
        };
        /**
         * RuleCondition
         * @description What a rule asks: in the language of formulas, and in words.
         */
        RuleCondition: {
            /** Scope Text */
            scope_text: string | null;
            /** Scope Words */
            scope_words: string | null;
            /** Text */
            text: string;
            /** Words */
            words: string;
        };
        /**
         * RuleEconomics
         * @description What a rule's alerts came to. `advice`: what stands out.
         */
        RuleEconomics: {
            /** Advice */
            advice: ("many_false" | "too_late") | null;
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Contradicted */
            contradicted: number;
            /** Events */
            events: number;
            /**
             * Exposure
             * @example 1234.50
             */
            exposure: string;
            /** False */
            false: number;
            /** Handled */
            handled: number;
            /** Hits */
            hits: number;
            /** Is On */
            is_on: boolean;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Late */
            late: number;
            /** Lead Days Mean */
            lead_days_mean: number | null;
            /** Lead Days Median */
            lead_days_median: number | null;
            /**
             * Loss
             * @example 1234.50
             */
            loss: string;
            /** Margin */
            margin: string | null;
            /** Minutes */
            minutes: number;
            /** Net */
            net: string | null;
            /** Ordered */
            ordered: string | null;
            /** Precision */
            precision: number | null;
            /** Right */
            right: number;
            /** Said False */
            said_false: number;
            /** Thresholds */
            thresholds: components["schemas"]["ThresholdNamed"][];
            /** Unknown */
            unknown: number;
            /** Waited Minutes */
            waited_minutes: number | null;
        };
        /**
         * RuleList
         * @description All rules. `agreed_by`: the roles of others one of whom, or all, must agree to a choice; none: it is in force at once.
         */
        RuleList: {
            /** Agreed By */
            agreed_by: components["schemas"]["Choice"][];
            choice: components["schemas"]["ChoiceInForce"] | null;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["RuleListed"][];
        };
        /**
         * RuleListed
         * @description One rule; `fires_now` and `open_alerts` count the customers that whoever asks may see.
         *
         *     `not_carried_out`: what the rule asks for besides telling people, which kedun does not do yet.
         */
        RuleListed: {
            condition: components["schemas"]["RuleCondition"];
            /** Cooldown Days */
            cooldown_days: number;
            /** Enabled */
            enabled: boolean;
            /** Fires Now */
            fires_now: number | null;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Not Carried Out */
            not_carried_out: components["schemas"]["Choice"][];
            /** Open Alerts */
            open_alerts: number;
            /** Recipients */
            recipients: components["schemas"]["Choice"][];
            /** Risk Type */
            risk_type: string;
            /** Risk Type Label */
            risk_type_label: string;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** Thresholds */
            thresholds: components["schemas"]["ThresholdRow"][];
        };
        /**
         * RuleOf
         * @description Which rule opened it; `is_on` is false when it was switched off or is gone.
         */
        RuleOf: {
            /** Is On */
            is_on: boolean;
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * RuleSaid
         * @description A rule of a text in words.
         */
        RuleSaid: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            scope: components["schemas"]["ConditionSaid"];
            when: components["schemas"]["ConditionSaid"];
        };
        /**
         * RuleTrial
         * @description For how many customers a rule fires, now and then. `unknown`: too little is known then.
         */
        RuleTrial: {
            /** Appears */
            appears: components["schemas"]["CustomerHit"][];
            /** Fewer */
            fewer: number;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Leaves */
            leaves: components["schemas"]["CustomerHit"][];
            /** More */
            more: number;
            /** Now */
            now: number;
            /** Then */
            then: number;
            /** Unknown */
            unknown: number;
        };
        /**
         * SavedViews
         * @description All kept lists somebody can open.
         */
        SavedViews: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["ViewShown"][];
        };
        /**
         * ScoreChangeDocument
         * @description A score change accounted for: `change` = the sum of the changes of `legs`, where both scores are there.
         *
         *     `members`: the other customers of its group whose facts stand behind the parts too, where the card rests on the group;
         *     `members_hidden`: how many more there are that whoever asks may not see.
         */
        ScoreChangeDocument: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Change */
            change: number | null;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /** Facts */
            facts: components["schemas"]["FactShown"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            /** Known Then */
            known_then: number;
            /** Known Then Time */
            known_then_time: string | null;
            /** Legs */
            legs: components["schemas"]["LegShown"][];
            /** Masked */
            masked: string[];
            /** Members */
            members: string[];
            /** Members Hidden */
            members_hidden: number;
            /** Name */
            name: string;
            /** Policy */
            policy: components["schemas"]["PolicyMoveShown"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Stands In */
            stands_in: boolean;
            /** Steps */
            steps: components["schemas"]["EndShown"][];
            totals: components["schemas"]["FactTotals"];
            /** Was Known */
            was_known: boolean;
        };
        /**
         * ScoreChangeQuery
         * @description From which day on, as known by its end, to which moment.
         */
        ScoreChangeQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Known Then
             * @description What we knew at the earlier day by this batch; the last one of that day if none
             */
            known_then?: number | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Since
             * @description The earlier day; 30 days before if none is given
             */
            since?: string | null;
        };
        /**
         * ScoreDocument
         * @description The health score with all it is made of.
         */
        ScoreDocument: {
            /** Change 30D */
            change_30d: number | null;
            /** Coverage */
            coverage: number | null;
            /** High */
            high: number | null;
            /** Items */
            items: components["schemas"]["ScoreItem"][];
            /** Low */
            low: number | null;
            signals: components["schemas"]["SignalsShown"];
            /** Value */
            value: number | null;
        };
        /**
         * ScoreItem
         * @description One line of the scorecard; `points` of 100, null where the reading is missing.
         */
        ScoreItem: {
            /** Formula Words */
            formula_words: string;
            /** Indicator */
            indicator: string;
            /** Label */
            label: string;
            /** Missing */
            missing: string | null;
            /** Missing Words */
            missing_words: string | null;
            /** Points */
            points: number | null;
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | null;
            /** Weight */
            weight: number;
        };
        /**
         * ScoreShown
         * @description A health score, 0 to 100, with the range that missing readings allow.
         */
        ScoreShown: {
            /** Coverage */
            coverage: number | null;
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
            /** Value */
            value: number | null;
        };
        /**
         * ScoreStep
         * @description How many customers have a score from `points` to the next step, now and then; null: no score.
         */
        ScoreStep: {
            /** Now */
            now: number;
            /** Points */
            points: number | null;
            /** Then */
            then: number;
        };
        /**
         * SetUp
         * @description How far the program is set up; done when every step that is not optional is.
         */
        SetUp: {
            /** Done */
            done: boolean;
            /** Steps */
            steps: components["schemas"]["Step"][];
        };
        /**
         * SeverityShown
         * @description A severity with its word and what a new signal of it deducts.
         */
        SeverityShown: {
            /**
             * Code
             * @enum {string}
             */
            code: "low" | "medium" | "high";
            /** Label */
            label: string;
            /** Points */
            points: number;
        };
        /**
         * Side
         * @description One of two customers: its line as in the list, the keys under which its system delivers it, and what it has.
         */
        Side: {
            customer: components["schemas"]["CustomerRow"];
            /** External Id */
            external_id: string;
            /** Facts */
            facts: components["schemas"]["KindCount"][];
            /** Former Names */
            former_names: string | null;
            /**
             * Holds
             * @description Codes of the customers that were merged into it
             */
            holds: string[];
            /** Legal Entity */
            legal_entity: string;
            /** Source */
            source: string;
            /** Terms Days */
            terms_days: number | null;
            /** Uscc */
            uscc: string | null;
        };
        /**
         * SideShown
         * @description A line of the card on one side of a part; null where the card has no such line or the reading is missing.
         */
        SideShown: {
            /** Missing Words */
            missing_words: string | null;
            /** Points */
            points: number | null;
            /** Value */
            value: number | string | null;
            /** Weight */
            weight: number | null;
        };
        /**
         * SignalCustomer
         * @description A customer; the name is null where it is masked.
         */
        SignalCustomer: {
            /** Code */
            code: string;
            /** Name */
            name: string | null;
        };
        /**
         * SignalDocument
         * @description One signal.
         */
        SignalDocument: {
            customer: components["schemas"]["SignalCustomer"];
            /**
             * Expires On
             * Format: date
             */
            expires_on: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Is Mine */
            is_mine: boolean;
            /** Label */
            label: string;
            /** Masked */
            masked: string[];
            /** Note */
            note: string | null;
            /**
             * Observed On
             * Format: date
             */
            observed_on: string;
            /** Points */
            points: number;
            /** Points Left */
            points_left: number;
            reporter: components["schemas"]["Reporter"];
            /** Risk Label */
            risk_label: string | null;
            /** Risk Type */
            risk_type: string | null;
            /** Severity */
            severity: string | null;
            /** Severity Label */
            severity_label: string | null;
            /** Source */
            source: string;
            /** Type */
            type: string;
        };
        /**
         * SignalForm
         * @description What somebody noticed; without severity that of the type, without a day today.
         */
        SignalForm: {
            /** Customer */
            customer: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** Observed On */
            observed_on?: string | null;
            /** Severity */
            severity?: ("low" | "medium" | "high") | null;
            /** Type */
            type: string;
        };
        /**
         * SignalPage
         * @description A page of signals.
         */
        SignalPage: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["SignalShown"][];
            /**
             * Masked
             * @default []
             */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * SignalQuery
         * @description Which signals.
         */
        SignalQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Customer
             * @default
             */
            customer: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Mine
             * @default false
             */
            mine: boolean;
            /**
             * State
             * @default all
             * @enum {string}
             */
            state: "all" | "active" | "expired";
            /**
             * Type
             * @default
             */
            type: string;
        };
        /**
         * SignalShown
         * @description A signal that was reported; `points_left`: what it deducts today.
         */
        SignalShown: {
            customer: components["schemas"]["SignalCustomer"];
            /**
             * Expires On
             * Format: date
             */
            expires_on: string;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Is Mine */
            is_mine: boolean;
            /** Label */
            label: string;
            /** Note */
            note: string | null;
            /**
             * Observed On
             * Format: date
             */
            observed_on: string;
            /** Points */
            points: number;
            /** Points Left */
            points_left: number;
            reporter: components["schemas"]["Reporter"];
            /** Risk Label */
            risk_label: string | null;
            /** Risk Type */
            risk_type: string | null;
            /** Severity */
            severity: string | null;
            /** Severity Label */
            severity_label: string | null;
            /** Source */
            source: string;
            /** Type */
            type: string;
        };
        /**
         * SignalsShown
         * @description Points taken off the score for front-line signals that have not faded yet.
         */
        SignalsShown: {
            /** Points */
            points: number;
        };
        /**
         * SignalTypes
         * @description Everything that may be reported, one's own starter list first.
         */
        SignalTypes: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["SignalTypeShown"][];
        };
        /**
         * SignalTypeShown
         * @description One type that may be reported; `is_mine`: it stands on the starter list of whoever asks.
         */
        SignalTypeShown: {
            /** Days */
            days: number;
            /** Is Mine */
            is_mine: boolean;
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Risk Label */
            risk_label: string;
            /** Risk Type */
            risk_type: string;
            /** Roles */
            roles: string[];
            /** Severities */
            severities: components["schemas"]["SeverityShown"][];
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high";
            /** Type */
            type: string;
        };
        /**
         * SnoozeIn
         * @description Let it rest to the end of a day.
         */
        SnoozeIn: {
            /** Revision */
            revision?: number | null;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * StateAfter
         * @description The state that a request is in now.
         */
        StateAfter: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** State */
            state: string;
        };
        /**
         * Step
         * @description One step of setting the program up; `path`: where it is done.
         */
        Step: {
            /** Done */
            done: boolean;
            /** Is Optional */
            is_optional: boolean;
            /**
             * Key
             * @enum {string}
             */
            key: "customers" | "invoices" | "rules" | "alerts" | "people" | "mail";
            /** Path */
            path: string;
        };
        /**
         * StepShown
         * @description What somebody does. `within_days`: working days; `due_on`: counted from the start where one is known.
         */
        StepShown: {
            /** Due On */
            due_on: string | null;
            /** Evidence */
            evidence: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            role: components["schemas"]["Choice"];
            /** Within Days */
            within_days: number;
        };
        /**
         * StrategyShown
         * @description A strategy that applies to the customer.
         */
        StrategyShown: {
            /** About */
            about: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "quadrant" | "grade";
            /** Label */
            label: string;
            letter: components["schemas"]["LetterLine"] | null;
            place: components["schemas"]["Told"];
            /** Steps */
            steps: components["schemas"]["StepShown"][];
        };
        /**
         * SubmitIn
         * @description Why, and from which day; without one as soon as it is agreed to. `confirmed`: the doubts it brings are meant.
         */
        SubmitIn: {
            /**
             * Confirmed
             * @default false
             */
            confirmed: boolean;
            /** Live From */
            live_from?: string | null;
            /** Reason */
            reason: string;
            /** Revision */
            revision?: number | null;
        };
        /**
         * Sums
         * @description What the customers of a list owe together; null where amounts are hidden.
         */
        Sums: {
            /** Overdue */
            overdue: string | null;
            /** Receivable */
            receivable: string | null;
        };
        /**
         * TakenBack
         * @description What a kind's rows came to when an import was taken back.
         */
        TakenBack: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Restored */
            restored: number;
            /** Retracted */
            retracted: number;
        };
        /**
         * TakenRow
         * @description A fact that a measure takes, and what it takes of it: a decimal amount, a number, a day, or 1 where it counts.
         */
        TakenRow: {
            /** Cells */
            cells: {
                [key: string]: string | number | boolean | null;
            };
            /** Event On */
            event_on: string | null;
            /** Id */
            id: number;
            origin: components["schemas"]["OriginShown"];
            /** Taken */
            taken: number | string | null;
        };
        /**
         * TargetCandidate
         * @description What a column may mean.
         */
        TargetCandidate: {
            /** Label */
            label: string;
            /** Target */
            target: string;
        };
        /**
         * TargetChoice
         * @description A code with its word.
         */
        TargetChoice: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * TargetList
         * @description Everything a column of a kind's file may mean.
         */
        TargetList: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["TargetShown"][];
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * TargetQuery
         * @description Of which kind.
         */
        TargetQuery: {
            /** Kind */
            kind: string;
        };
        /**
         * TargetShown
         * @description What a column of a kind's file may mean.
         */
        TargetShown: {
            /** Choices */
            choices: components["schemas"]["TargetChoice"][];
            /** Is Required */
            is_required: boolean;
            /** Label */
            label: string;
            /** Target */
            target: string;
            /** Type */
            type: string;
        };
        /**
         * TeamChange
         * @description What may change about a team; what is left out stays, a list of members replaces the one there is.
         */
        TeamChange: {
            /** Lead Id */
            lead_id?: number | null;
            /** Members */
            members?: components["schemas"]["Member"][] | null;
            /** Name */
            name?: string | null;
            /** Revision */
            revision: number;
        };
        /**
         * TeamDocument
         * @description A team.
         */
        TeamDocument: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Lead Id */
            lead_id: number | null;
            /** Lead Name */
            lead_name: string | null;
            /** Members */
            members: components["schemas"]["MemberRow"][];
            /** Name */
            name: string;
            /** Revision */
            revision: number;
        };
        /**
         * TeamNew
         * @description A team to add.
         */
        TeamNew: {
            /** Lead Id */
            lead_id?: number | null;
            /**
             * Members
             * @default []
             */
            members: components["schemas"]["Member"][];
            /** Name */
            name: string;
        };
        /**
         * TeamRow
         * @description A team with its members, past ones too.
         */
        TeamRow: {
            /** Id */
            id: number;
            /** Lead Id */
            lead_id: number | null;
            /** Lead Name */
            lead_name: string | null;
            /** Members */
            members: components["schemas"]["MemberRow"][];
            /** Name */
            name: string;
            /** Revision */
            revision: number;
        };
        /**
         * Teams
         * @description All teams.
         */
        Teams: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["TeamRow"][];
        };
        /**
         * Term
         * @description Payment terms.
         */
        Term: {
            /** Basis */
            basis: string;
            /** Days */
            days: number | null;
        };
        /**
         * TermShown
         * @description One thing that holds for the customer, and whether by the strategy of its quadrant or of its grade.
         */
        TermShown: {
            /**
             * By
             * @enum {string}
             */
            by: "quadrant" | "grade";
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Words */
            words: string;
        };
        /**
         * TextBeside
         * @description A text with others of the same change, which it may rest on.
         */
        TextBeside: {
            /**
             * Beside
             * @default []
             */
            beside: components["schemas"]["DraftText"][];
            /** Body */
            body: string;
            /** Kind */
            kind: string;
        };
        /**
         * TextLineShown
         * @description A line of the text before, of the text after, or of both; numbered from 1 in each.
         */
        TextLineShown: {
            /** After */
            after: number | null;
            /** Before */
            before: number | null;
            /**
             * Side
             * @enum {string}
             */
            side: "both" | "before" | "after";
            /** Text */
            text: string;
        };
        /**
         * ThresholdCandidate
         * @description What a rule would have done with a value of its threshold; `net_change`: against the value there was.
         *
         *     `is_best`: the value to propose, where any nets more than the present one.
         */
        ThresholdCandidate: {
            /** Alerts */
            alerts: number;
            /** Alerts Per Week And Person */
            alerts_per_week_and_person: number;
            /**
             * Avoided
             * @example 1234.50
             */
            avoided: string;
            /** Caught */
            caught: number;
            /** Events Caught */
            events_caught: number;
            /** Events Missed */
            events_missed: number;
            /** False Alarms */
            false_alarms: number;
            /** Fired */
            fired: number;
            /** Is Best */
            is_best: boolean;
            /** Is Present */
            is_present: boolean;
            /** Key */
            key: string;
            /** Late */
            late: number;
            /** Lead Days Median */
            lead_days_median: number | null;
            /**
             * Margin
             * @example 1234.50
             */
            margin: string;
            /**
             * Net
             * @example 1234.50
             */
            net: string;
            /**
             * Net Change
             * @example 1234.50
             */
            net_change: string;
            /** Value */
            value: string;
        };
        /**
         * ThresholdDrafted
         * @description The change of the policy that was drafted; nothing is in force before others agree.
         */
        ThresholdDrafted: {
            /** Change */
            change: number;
            /**
             * Format
             * @default 1
             */
            format: number;
        };
        /**
         * ThresholdNamed
         * @description A number in a rule that can be moved, with what it is now.
         */
        ThresholdNamed: {
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * ThresholdRow
         * @description A number in a rule's condition, as a decimal text; money in full units of `currency`, shares as 0 to 1.
         */
        ThresholdRow: {
            /** Currency */
            currency: string | null;
            /** Default */
            default: string;
            /** Label */
            label: string;
            /** Max */
            max: string;
            /** Min */
            min: string;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Value */
            value: string;
        };
        /**
         * ThresholdSearched
         * @description Of which rule and threshold other values were tried.
         */
        ThresholdSearched: {
            /** Currency */
            currency: string | null;
            rule: components["schemas"]["Choice"];
            threshold: components["schemas"]["Choice"];
            /** Unit */
            unit: string;
        };
        /**
         * ThresholdSearchIn
         * @description Of which rule other values are to be tried; of the first threshold that a reading is compared with, unless one is named.
         */
        ThresholdSearchIn: {
            /** Rule */
            rule: string;
            /** Threshold */
            threshold?: string | null;
        };
        /**
         * TieShown
         * @description Along what distress came: from whom, and how strong the tie is. `code`: of a customer whom one may see.
         */
        TieShown: {
            /** Amount */
            amount: string | null;
            /** Code */
            code: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "group" | "guarantee" | "sales" | "purchases";
            /** Name */
            name: string | null;
            /** Share */
            share: number | null;
            /** Words */
            words: string;
        };
        /**
         * Timeline
         * @description One page of what happened to a customer, newest first.
         */
        Timeline: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Is Past */
            is_past: boolean;
            /** Items */
            items: components["schemas"]["EntryShown"][];
            /** Known At */
            known_at: number;
            /** Masked */
            masked: string[];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Total */
            total?: number | null;
        };
        /**
         * TimelineQuery
         * @description One page of a timeline.
         */
        TimelineQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Kinds
             * @description Kinds of fact, alert, alert_closed, assessment, owner, merger, merger_ended
             * @default []
             */
            kinds: string[];
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
        };
        /**
         * TitleIn
         * @description Another title. `revision`: of the change that I looked at.
         */
        TitleIn: {
            /** Revision */
            revision?: number | null;
            /** Title */
            title: string;
        };
        /**
         * Told
         * @description A code with the words for it.
         */
        Told: {
            /** Code */
            code: string;
            /** Words */
            words: string;
        };
        /**
         * ToldShown
         * @description Somebody who was told of it.
         */
        ToldShown: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "held" | "sent" | "gathered" | "dead" | "quiet";
            /** State Label */
            state_label: string;
        };
        /**
         * TrialIn
         * @description Texts that would be in force together with the rest of the policy.
         */
        TrialIn: {
            /** Texts */
            texts: components["schemas"]["DraftText"][];
        };
        /**
         * UndoShown
         * @description What came of taking an import back.
         */
        UndoShown: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed Rejects */
            closed_rejects: number;
            /** Kept */
            kept: components["schemas"]["KeptShown"][];
            /** Kept Rows */
            kept_rows: number;
            /** Kinds */
            kinds: components["schemas"]["TakenBack"][];
        };
        /**
         * UploadDocument
         * @description A file that was handed in; `sheets` is empty for a text file.
         */
        UploadDocument: {
            /** File Id */
            file_id: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Name */
            name: string;
            /** Sheets */
            sheets: string[];
            /** Size */
            size: number;
        };
        /**
         * ValueShown
         * @description What the customer is worth to us, 0 to 100.
         */
        ValueShown: {
            /** Points */
            points: number | null;
            tier: components["schemas"]["Told"];
        };
        /**
         * VerdictShown
         * @description What a rule says of the customer.
         */
        VerdictShown: {
            /** Condition Words */
            condition_words: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceShown"][];
            /** Label */
            label: string;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "fired" | "clear" | "unknown";
            /** Verdict Words */
            verdict_words: string;
        };
        /**
         * VersionDocument
         * @description A version with its text, and what it changed against the one before.
         */
        VersionDocument: {
            /** At */
            at: string | null;
            /** Body */
            body: string;
            /** By */
            by: string;
            /** Is Alone */
            is_alone: boolean;
            /** Is Cancelled */
            is_cancelled: boolean;
            /** Is Live */
            is_live: boolean;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lines */
            lines: string[];
            /** Live From */
            live_from: string | null;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /** Version */
            version: number;
        };
        /**
         * VersionLine
         * @description One version of a document. `is_live`: the one in force today; a later `live_from` is still to come.
         *
         *     Without `live_from` it never counted. `is_cancelled`: it was taken back before its day and is never in force. `is_alone`: nobody agreed to it, since nobody else
         *     was able to.
         */
        VersionLine: {
            /** At */
            at: string | null;
            /** By */
            by: string;
            /** Is Alone */
            is_alone: boolean;
            /** Is Cancelled */
            is_cancelled: boolean;
            /** Is Live */
            is_live: boolean;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Live From */
            live_from: string | null;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /** Version */
            version: number;
        };
        /**
         * Versions
         * @description Every version of a fact, newest first.
         */
        Versions: {
            /** Columns */
            columns: components["schemas"]["FactColumn"][];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Items */
            items: components["schemas"]["VersionShown"][];
            /** Kind */
            kind: string;
            /** Masked */
            masked: string[];
        };
        /**
         * VersionsDifference
         * @description What changed from one version to another, in words.
         */
        VersionsDifference: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Lines */
            lines: string[];
        };
        /**
         * VersionShown
         * @description What was believed of a fact from one batch until another; `known_until` null: it still is.
         */
        VersionShown: {
            /** Cells */
            cells: {
                [key: string]: string | number | boolean | null;
            };
            /** Changed */
            changed: string[];
            /** Is Retracted */
            is_retracted: boolean;
            known_from: components["schemas"]["OriginShown"];
            /** Known Until */
            known_until: number | null;
            /** Known Until Time */
            known_until_time: string | null;
        };
        /**
         * ViewDocument
         * @description A kept list as a document.
         */
        ViewDocument: {
            by: components["schemas"]["OwnerShown"];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Query */
            query: string;
            /** Shared */
            shared: boolean;
        };
        /**
         * ViewNew
         * @description A list to keep: the query string of the list, without page and cursor.
         */
        ViewNew: {
            /** Name */
            name: string;
            /** Query */
            query: string;
            /**
             * Shared
             * @default false
             */
            shared: boolean;
        };
        /**
         * ViewShown
         * @description A kept list.
         */
        ViewShown: {
            by: components["schemas"]["OwnerShown"];
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Query */
            query: string;
            /** Shared */
            shared: boolean;
        };
        /**
         * Voted
         * @description What came of votes.
         */
        Voted: {
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["VotedOne"][];
        };
        /**
         * VotedOne
         * @description What came of one vote: the state, or why it was refused.
         */
        VotedOne: {
            /** Code */
            code: string | null;
            /** Id */
            id: number;
            /** Message */
            message: string | null;
            /** State */
            state: string | null;
        };
        /**
         * Voter
         * @description A person.
         */
        Voter: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * VoteShown
         * @description One vote.
         */
        VoteShown: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
            on_behalf_of: components["schemas"]["Voter"] | null;
            person: components["schemas"]["Voter"];
            role: components["schemas"]["Choice"];
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "approve" | "refuse";
        };
        /**
         * Waiting
         * @description What waits; null where one's role has no such list.
         */
        Waiting: {
            imports_running: components["schemas"]["CountFigure"] | null;
            my_alerts: components["schemas"]["CountFigure"];
            open_rejects: components["schemas"]["CountFigure"] | null;
            snoozed: components["schemas"]["CountFigure"];
            /** Snoozes Ending */
            snoozes_ending: number;
            unassigned: components["schemas"]["CountFigure"];
        };
        /**
         * WayBackDocument
         * @description What leads to `target`, or what comes nearest. `then`: on `promised_on` after all steps; `idle`: after none.
         *
         *     `remarks`: what else to know: a policy to come, bundles, lines that others move too.
         */
        WayBackDocument: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Idle */
            idle: number | null;
            /** Is Line */
            is_line: boolean;
            /** Items */
            items: components["schemas"]["WayItem"][];
            /** Known At */
            known_at: number;
            /** Known At Time */
            known_at_time: string | null;
            left_out: components["schemas"]["LeftOut"];
            /** Letters */
            letters: components["schemas"]["Letter"][];
            /** Masked */
            masked: string[];
            /** Name */
            name: string;
            now: components["schemas"]["WayMark"];
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
            /** Promised On */
            promised_on: string | null;
            /** Remarks */
            remarks: string[];
            /** Signal Points */
            signal_points: number;
            /**
             * State
             * @enum {string}
             */
            state: "above" | "plan" | "wait" | "unreachable" | "unrated" | "not_supplied";
            /** Steps */
            steps: components["schemas"]["WayStep"][];
            /** Target */
            target: number;
            then: components["schemas"]["WayMark"] | null;
            /** Totals */
            totals: components["schemas"]["AmountOf"][];
            /** Words */
            words: string;
        };
        /**
         * WayBackQuery
         * @description Up to which score, and by when the customer may be asked to pay.
         */
        WayBackQuery: {
            /**
             * As Of
             * @description What had happened by the end of this day; today if none is given
             */
            as_of?: string | null;
            /**
             * Known At
             * @description What we knew by this batch; the newest if none
             */
            known_at?: number | null;
            /**
             * Known On
             * @description What we knew by the end of this day
             */
            known_on?: string | null;
            /**
             * Names Score
             * @description Whether the letter tells the customer the score
             * @default false
             */
            names_score: boolean;
            /**
             * Pay By
             * @description By when what is overdue is to be paid; in ten working days if none
             */
            pay_by?: string | null;
            /**
             * Policy
             * @description Judged by the policy of the day looked at, by that of now, or by that of another day
             * @default then
             */
            policy: string | ("now" | "then");
            /**
             * Target
             * @description In points; where the worst grade ends if none is given
             */
            target?: string | null;
        };
        /**
         * WayItem
         * @description A line of the card: today, on the promised day, and what it then still takes off.
         *
         *     `movers`: the sorts of acts that may move it; `passes`: time alone may. Neither: nobody can change it.
         */
        WayItem: {
            after: components["schemas"]["SideShown"] | null;
            before: components["schemas"]["SideShown"];
            /** Indicator */
            indicator: string;
            /** Label */
            label: string;
            /** Lost */
            lost: number;
            /** Movers */
            movers: components["schemas"]["Told"][];
            /** Passes */
            passes: boolean;
            /** Unit */
            unit: string;
        };
        /**
         * WayMark
         * @description A score on the way with its grade; null where too little is known.
         */
        WayMark: {
            grade: components["schemas"]["Told"] | null;
            /** Score */
            score: number | null;
        };
        /**
         * WayStep
         * @description What is done together; `without`: the score on the promised day, were it not done. At most 500 items are listed.
         */
        WayStep: {
            /** Count */
            count: number;
            /**
             * Do By
             * Format: date
             */
            do_by: string;
            /** Items */
            items: components["schemas"]["WayThing"][];
            sort: components["schemas"]["Told"];
            /** Totals */
            totals: components["schemas"]["AmountOf"][];
            /** Without */
            without: number | null;
        };
        /**
         * WayThing
         * @description One thing to do. `id`: of the fact of `kind` that it is about, 0 where there is none yet. `words`: what is done.
         *
         *     `amount`: what is to be paid, ordered or given, null where no money moves or amounts are hidden.
         */
        WayThing: {
            /** Amount */
            amount: string | null;
            /** Currency */
            currency: string;
            /**
             * Do On
             * Format: date
             */
            do_on: string;
            /** Due On */
            due_on: string | null;
            /** Id */
            id: number;
            /** Instalment No */
            instalment_no: number;
            /** Is Part */
            is_part: boolean;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Overdue Days */
            overdue_days: number;
            /** Words */
            words: string;
        };
        /**
         * WhyFailed
         * @description That the work broke down, and the number of the error.
         */
        WhyFailed: {
            /** Message */
            message: string;
            /** Number */
            number: string;
        };
        /**
         * WhyRefused
         * @description Why a whole file was refused.
         */
        WhyRefused: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * Workbench
         * @description What one begins the day with. `items`: one's own alerts, gravest first, then those of nobody.
         */
        Workbench: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            changed: components["schemas"]["ChangedList"];
            /**
             * Format
             * @default 1
             */
            format: number;
            /** Items */
            items: components["schemas"]["AlertRow"][];
            /** Masked */
            masked: string[];
            set_up: components["schemas"]["SetUp"];
            waiting: components["schemas"]["Waiting"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    access_log: {
        parameters: {
            query?: {
                actor?: string | null;
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                subject?: string | null;
                what?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccessLine_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alert_economics: {
        parameters: {
            query?: {
                avoided_permille?: number;
                from_day?: string | null;
                horizon_days?: number;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                margin_permille?: number;
                minutes_per_alert?: number;
                overdue_loss_permille?: number;
                to_day?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertEconomics"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alert_economics_alerts: {
        parameters: {
            query?: {
                avoided_permille?: number;
                cursor?: string | null;
                from_day?: string | null;
                horizon_days?: number;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                margin_permille?: number;
                minutes_per_alert?: number;
                overdue_loss_permille?: number;
                rule?: string | null;
                to_day?: string | null;
                what?: "hits" | "right" | "false" | "late" | "unknown" | "said_false" | "contradicted" | "handled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AlertJudged_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_alert_economics: {
        parameters: {
            query?: {
                avoided_permille?: number;
                from_day?: string | null;
                horizon_days?: number;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                margin_permille?: number;
                minutes_per_alert?: number;
                overdue_loss_permille?: number;
                to_day?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alerts: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                cursor?: string | null;
                /** @description Its code */
                customer?: string;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                /** @description Only those of which nobody could be told */
                no_recipient?: boolean;
                /** @description Who looks after it: "me", a person's id, or "none" */
                owner?: string;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description Part of a customer's code or name, or of a rule's name */
                q?: string;
                risk_type?: string[];
                rule?: string[];
                severity?: ("low" | "medium" | "high" | "critical")[];
                sort?: "-severity" | "severity" | "-opened" | "opened" | "-updated" | "updated" | "-customer" | "customer";
                /** @description Those that are open, if none is named */
                state?: ("open" | "acknowledged" | "snoozed" | "resolved" | "cleared")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge_alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alert_plan: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPlan"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snooze_alert: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_alerts: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkMoved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alert_counts: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertNumbers"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_alerts: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description Its code */
                customer?: string;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Only those of which nobody could be told */
                no_recipient?: boolean;
                /** @description Who looks after it: "me", a person's id, or "none" */
                owner?: string;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description Part of a customer's code or name, or of a rule's name */
                q?: string;
                risk_type?: string[];
                rule?: string[];
                severity?: ("low" | "medium" | "high" | "critical")[];
                sort?: "-severity" | "severity" | "-opened" | "opened" | "-updated" | "updated" | "-customer" | "customer";
                /** @description Those that are open, if none is named */
                state?: ("open" | "acknowledged" | "snoozed" | "resolved" | "cleared")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closing_reasons: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingReasons"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    api_keys: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_key: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyNew"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyAdded"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_api_key: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                key_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvals: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                only?: ("mine" | "made" | "decided") | null;
                state?: ("waiting" | "approved" | "refused" | "withdrawn") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApprovalLine_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approval: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                approval_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    vote: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                approval_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateAfter"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_approval: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                approval_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateAfter"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessments: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                since?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit: {
        parameters: {
            query?: {
                actor?: string | null;
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                subject?: string | null;
                verb?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditLine_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtests: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BacktestLine_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_backtest: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtest: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                backtest_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_backtest: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                backtest_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtest_customers: {
        parameters: {
            query: {
                cursor?: string | null;
                day?: string | null;
                key: string;
                kind: string;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                side?: "live" | "draft";
                what?: "fired" | "caught" | "missed" | "false_alarms" | "late" | "unknown" | "gained" | "lost";
            };
            header?: never;
            path: {
                backtest_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CustomerBehind_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draft_threshold: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                backtest_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdDrafted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtest_days: {
        parameters: {
            query?: {
                horizon_days?: number;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestDays"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    book_runs: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookRunList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_book_run: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookRunList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stop_book_run: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookRunList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers: {
        parameters: {
            query?: {
                /** @description With an open amount of that age */
                aging?: ("not_due" | "1_30" | "31_60" | "61_90" | "over_90" | "unknown")[];
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description Standing grade changed on that day or later */
                changed_since?: string | null;
                codes?: string[];
                columns?: string[];
                cursor?: string | null;
                /** @description For whom the rule fires by the newest assessment */
                fires?: string[];
                /** @description Standing grade */
                grade?: ("high" | "medium" | "low" | "unrated")[];
                has_alert?: boolean | null;
                /** @description "-": not stated */
                industry?: string[];
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                overdue_days_max?: number | null;
                overdue_days_min?: number | null;
                overdue_min?: string | null;
                /** @description A person's id, or the name that files give; "-": nobody */
                owner?: string | null;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description Part of a name, code or 统一社会信用代码 */
                q?: string;
                quadrant?: string[];
                /** @description "-": not stated */
                region?: string[];
                /** @description With an alert of the rule that is not closed */
                rule?: string[];
                score_max?: string | null;
                score_min?: string | null;
                /** @description With an alert of the severity that is not closed */
                severity?: ("low" | "medium" | "high" | "critical")[];
                /** @description "-" before the name for the reverse; -priority if none */
                sort?: string | null;
                tier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_contagion: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerContagion"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_facts: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                cursor?: string | null;
                /** @description Of invoices and legal events: only those open, or only the others */
                is_open?: boolean | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fact_versions: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
                fact_id: number;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_group: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerGroup"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_history: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                cursor?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_letter: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerLetter"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_letter_file: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_customer: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeNew"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_merge: {
        parameters: {
            query: {
                into: string;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_mergers: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mergers"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    call_customers_different: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotSameNew"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSameDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_owner: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    part_customer: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeEnd"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_readers: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readers"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grant_reader: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Grant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readers"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_reader: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reading_evidence: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                cursor?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                measure?: string | null;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_score_change: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description What we knew at the earlier day by this batch; the last one of that day if none */
                known_then?: number | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description The earlier day; 30 days before if none is given */
                since?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreChangeDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_strategy: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerStrategy"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                cursor?: string | null;
                /** @description Kinds of fact, alert, alert_closed, assessment, owner, merger, merger_ended */
                kinds?: string[];
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_way_back: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Whether the letter tells the customer the score */
                names_score?: boolean;
                /** @description By when what is overdue is to be paid; in ten working days if none */
                pay_by?: string | null;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description In points; where the worst grade ends if none is given */
                target?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayBackDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer_choices: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerChoices"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicate_customers: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description Only pairs with this customer */
                customer?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicates"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_customers: {
        parameters: {
            query?: {
                /** @description With an open amount of that age */
                aging?: ("not_due" | "1_30" | "31_60" | "61_90" | "over_90" | "unknown")[];
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description Standing grade changed on that day or later */
                changed_since?: string | null;
                codes?: string[];
                columns?: string[];
                /** @description For whom the rule fires by the newest assessment */
                fires?: string[];
                /** @description Standing grade */
                grade?: ("high" | "medium" | "low" | "unrated")[];
                has_alert?: boolean | null;
                /** @description "-": not stated */
                industry?: string[];
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                overdue_days_max?: number | null;
                overdue_days_min?: number | null;
                overdue_min?: string | null;
                /** @description A person's id, or the name that files give; "-": nobody */
                owner?: string | null;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
                /** @description Part of a name, code or 统一社会信用代码 */
                q?: string;
                quadrant?: string[];
                /** @description "-": not stated */
                region?: string[];
                /** @description With an alert of the rule that is not closed */
                rule?: string[];
                score_max?: string | null;
                score_min?: string | null;
                /** @description With an alert of the severity that is not closed */
                severity?: ("low" | "medium" | "high" | "critical")[];
                /** @description "-" before the name for the reverse; -priority if none */
                sort?: string | null;
                tier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    definition_schema: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliveries: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                state?: ("waiting" | "held" | "sent" | "gathered" | "dead" | "quiet")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryRow_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_delivery: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deputies: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputies"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_deputy: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeputyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeputyRow"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_deputy: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                deputy_entry: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fact_kinds: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactKinds"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fact_views: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactViews"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    facts: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                since?: number | null;
                source?: string | null;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upsert_facts: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Facts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsTaken"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upsert_fact: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                external_id: string;
                kind: string;
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string | boolean | number | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactTaken"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retract_fact: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                external_id: string;
                kind: string;
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_mappings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remember_mapping: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSaved"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forget_mapping: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                mapping_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                state?: "" | "waiting" | "running" | "done" | "refused" | "failed" | "undoing" | "undone";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportRow_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_import: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportStarted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_status: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_original: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejects: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                state?: "open" | "all";
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct_rejects: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Corrections"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_rejects: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectsDismissed"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_rejects: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_rejects: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_import: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_import: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_file: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_import: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    targets: {
        parameters: {
            query: {
                kind: string;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_indicator: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndicatorTrialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorTrial"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    letters: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movements: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movement: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                as_of: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movement_customers: {
        parameters: {
            query?: {
                after?: string | null;
                before?: string | null;
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
            };
            header?: never;
            path: {
                as_of: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_movement: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                as_of: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Notification_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_person: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonNew"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAdded"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    person: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_person: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_person: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAdded"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_mfa: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDocuments"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_changes: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                state?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChangeLine_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comment_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_draft: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_draft: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draft_text: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                change_id: number;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTextLines"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_policy_change: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_findings: {
        parameters: {
            query?: {
                change?: number | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_packs: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPacks"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_policy_pack: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackWish"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackTaken"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_policy: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_upgrades: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyUpgrades"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_policy_upgrade: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyUpgrades"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_policy_upgrade: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_words: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextBeside"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyWords"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bring_back_definition: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_definition: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retired_definitions: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetiredLines"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_versions: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersions"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_version: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_difference: {
        parameters: {
            query: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                since: number;
            };
            header?: never;
            path: {
                kind: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsDifference"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_policy_version: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portfolio_figures: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioFigures"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portfolio_course: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Month-ends before the day */
                months?: number;
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioCourse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_portfolio_figures: {
        parameters: {
            query?: {
                /** @description What had happened by the end of this day; today if none is given */
                as_of?: string | null;
                /** @description What we knew by this batch; the newest if none */
                known_at?: number | null;
                /** @description What we knew by the end of this day */
                known_on?: string | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Judged by the policy of the day looked at, by that of now, or by that of another day */
                policy?: string | ("now" | "then");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portfolio_movements: {
        parameters: {
            query?: {
                /** @description The last so many days */
                days?: number;
                /** @description Only those whose score rose, or fell */
                direction?: ("up" | "down") | null;
                /** @description Only those whose standing grade changed, or the others */
                grade_changed?: boolean | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Only those whom this part moved most */
                part?: ("policy" | "time" | "data" | "corrections") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Movements"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_movements: {
        parameters: {
            query?: {
                /** @description The last so many days */
                days?: number;
                /** @description Only those whose score rose, or fell */
                direction?: ("up" | "down") | null;
                /** @description Only those whose standing grade changed, or the others */
                grade_changed?: boolean | null;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                /** @description Only those whom this part moved most */
                part?: ("policy" | "time" | "data" | "corrections") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roles"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_rules: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleChoiceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleChoiceMade"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rules: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saved_views: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_view: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewNew"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_saved_view: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendar_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarSettings"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_calendar_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    company_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanySettings"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_company_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanySettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mail_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_mail_settings: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_mail: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTrial"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signal_types: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTypes"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signals: {
        parameters: {
            query?: {
                cursor?: string | null;
                customer?: string;
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
                limit?: number;
                mine?: boolean;
                state?: "all" | "active" | "expired";
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_signal: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_signal: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    teams: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_team: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamNew"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_team: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                team_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_team: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                team_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDocument"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_template: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    vote_many: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description The same key and request within a day get the same answer and no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workbench: {
        parameters: {
            query?: {
                /** @description The language of words in the answer; Accept-Language does the same. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workbench"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
