/*
 * test_select.c - the table that select was called with, while it waits.
 */
#include "script_fixture.h"
#include "world_fixture.h"

/* Run text with every invariant checked; it asserts what it is about. */
static void
holds(const char *text, int procs)
{
    static struct output out;
    struct gopark_opts o = script_opts(text, &out);
    struct world *w;
    char *report;

    o.procs = procs;
    w = script_open(&o);
    w->host.check = world_check;
    script_go(w, WORLD_TO_END);
    report = world_report(w);
    ck_assert_msg(world_end(w)->how == END_RETURN, "%s", report);
    free(report);
    world_close(w);
}

/* A channel that only a waiting select knows was collected, and its memory
 * written to when the select was over. */
START_TEST(a_waiting_select_keeps_its_channels)
{
    static const char text[] =
        "local b = chan()\n"
        "local known = setmetatable({}, { __mode = 'v' })\n"
        "local function wait(cases, ...)\n"
        "  local c = chan() known[1] = c\n"
        "  cases[#cases + 1] = recv(c) c = nil\n"
        "  go(function() select(cases) cases = nil end)\n"
        "  runtime.Gosched()\n"
        "  for i = 1, #cases do cases[i] = nil end\n"
        "  collectgarbage() collectgarbage()\n"
        "end\n"
        "wait { recv(b) }\n"
        "assert(known[1] ~= nil)\n"
        "b:send(1) time.Sleep(1000) collectgarbage() collectgarbage()\n"
        "assert(known[1] == nil)\n"
        "wait {}\n"
        "assert(known[1] ~= nil)\n"
        "known[1]:send(1)\n"
        "local many = {} for i = 1, 50 do many[i] = recv(b) end\n"
        "wait(many)\n"
        "assert(known[1] ~= nil)\n"
        "b:send(1) time.Sleep(1000)\n";

    holds(text, 1);
}
END_TEST

/* As Go evaluates the cases when it comes to the select, and never again. */
START_TEST(cases_put_in_later_do_not_count)
{
    static const char text[] =
        "local a, b, said = chan(), chan(), {}\n"
        "local function say(what) return function(v, ok)\n"
        "  said[#said + 1] = what return what, v, ok end end\n"
        "for _, n in ipairs { 1, 2, 40 } do\n"
        "  for _, other in ipairs { false, 7, sync.Mutex(), chan(),\n"
        "                           send(b, 2), recv(b, say 'wrong') } do\n"
        "    local cases, got = {}, nil\n"
        "    for i = 1, n do cases[i] = recv(a, say 'right') end\n"
        "    go(function() got = table.pack(select(cases)) end)\n"
        "    runtime.Gosched()\n"
        "    for i = 1, n do cases[i] = other end\n"
        "    a:send('v') time.Sleep(1000)\n"
        "    assert(got[1] >= 1 and got[1] <= n)\n"
        "    assert(got[2] == 'right' and got[3] == 'v' and got[4] == true)\n"
        "    cases = { send(a, 's', say 'sent') } if n > 1 then\n"
        "      cases[2] = recv(b) end\n"
        "    go(function() got = table.pack(select(cases)) end)\n"
        "    runtime.Gosched()\n"
        "    cases[1] = other\n"
        "    assert(a:recv() == 's') time.Sleep(1000)\n"
        "    assert(got[1] == 1 and got[2] == 'sent' and got[3] == nil)\n"
        "  end\n"
        "end\n"
        "assert(#said == 36)\n";

    holds(text, 1);
    holds(text, 4);
}
END_TEST

/* Their places were kept in 15 bits. */
START_TEST(the_last_of_very_many_cases_is_taken)
{
    static const char text[] =
        "local n, c, cases = 65535, chan(), {}\n"
        "local last = chan()\n"
        "for i = 1, n do cases[i] = send(nilchan, i) end\n"
        "cases[40000], cases[n] = send(c, 'middle'), recv(last)\n"
        "go(function() time.Sleep(1000) assert(c:recv() == 'middle') end)\n"
        "assert(select(cases) == 40000)\n"
        "go(function() time.Sleep(1000) last:send('end') end)\n"
        "local i, v, ok = select(cases)\n"
        "assert(i == n and v == 'end' and ok)\n"
        "cases[n + 1] = recv(last)\n"
        "assert(not pcall(select, cases))\n";

    holds(text, 1);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("select");
    TCase *tc = tcase_create("all");

    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, a_waiting_select_keeps_its_channels);
    tcase_add_test(tc, cases_put_in_later_do_not_count);
    tcase_add_test(tc, the_last_of_very_many_cases_is_taken);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
