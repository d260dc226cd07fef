/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-history.h"

#include "psg-event-table.h"

/* Views and the way back, against what a browser does. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgHistory, psg_history_free)

static void
push_event (PsgHistory *history,
            guint       row)
{
  PsgView view = { .event = row };

  psg_history_push (history, &view);
}

static void
test_an_empty_one_leads_nowhere (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  g_assert_false (psg_history_can_go (history, -1));
  g_assert_false (psg_history_can_go (history, 1));
  g_assert_null (psg_history_go (history, -1));
  g_assert_null (psg_history_go (history, 1));
}

static void
test_back_and_forward_return_the_same (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  for (guint row = 0; row < 4; row++)
    push_event (history, row);

  for (guint row = 3; row-- > 0;)
    g_assert_cmpuint (psg_history_go (history, -1)->event, ==, row);
  g_assert_null (psg_history_go (history, -1));

  for (guint row = 1; row < 4; row++)
    g_assert_cmpuint (psg_history_go (history, 1)->event, ==, row);
  g_assert_null (psg_history_go (history, 1));
}

static void
test_what_is_replaced_is_not_come_back_to (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();
  PsgView view = { .event = 7, .crossing = (char *) "pass", .page = { PSG_KIND_CLAIM, (char *) "claim", NULL } };

  psg_history_replace (history, &view);
  g_assert_false (psg_history_can_go (history, -1));
  for (guint row = 0; row < 3; row++)
    push_event (history, row);
  psg_history_go (history, -1);
  psg_history_replace (history, &view);
  g_assert_cmpuint (psg_history_go (history, 1)->event, ==, 2);
  g_assert_cmpuint (psg_history_go (history, -1)->event, ==, 7);
  g_assert_cmpuint (psg_history_go (history, -1)->event, ==, 0);
  g_assert_cmpstr (psg_history_go (history, -1)->crossing, ==, "pass");
}

static void
test_the_same_twice_is_once (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  push_event (history, 1);
  push_event (history, 1);
  g_assert_false (psg_history_can_go (history, -1));
}

static void
test_visiting_the_same_after_going_back_keeps_what_lies_ahead (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  push_event (history, 1);
  push_event (history, 2);
  psg_history_go (history, -1);
  push_event (history, 1);
  g_assert_true (psg_history_can_go (history, 1));
}

static void
test_visiting_another_forgets_what_lay_ahead (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  for (guint row = 0; row < 4; row++)
    push_event (history, row);
  psg_history_go (history, -1);
  psg_history_go (history, -1);
  push_event (history, 9);

  g_assert_false (psg_history_can_go (history, 1));
  g_assert_cmpuint (psg_history_go (history, -1)->event, ==, 1);
  g_assert_cmpuint (psg_history_go (history, 1)->event, ==, 9);
}

static void
test_the_oldest_fall_off (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();
  guint steps = 0, event = PSG_ROW_NONE;

  for (guint row = 0; row < PSG_HISTORY_LENGTH + 50; row++)
    push_event (history, row);

  for (const PsgView *view; (view = psg_history_go (history, -1)) != NULL; steps++)
    event = view->event;

  g_assert_cmpuint (steps, ==, PSG_HISTORY_LENGTH - 1);
  g_assert_cmpuint (event, ==, 50);
}

static void
test_clearing_forgets_all (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();

  push_event (history, 1);
  push_event (history, 2);
  psg_history_clear (history);
  g_assert_false (psg_history_can_go (history, -1));
  g_assert_false (psg_history_can_go (history, 1));
  push_event (history, 3);
  g_assert_false (psg_history_can_go (history, -1));
}

static void
test_what_is_pushed_is_copied (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();
  char crossing[] = "pass", id[] = "charter", passage[] = "charter-peace";
  PsgView view = { PSG_ROW_NONE, crossing, { PSG_KIND_DOCUMENT, id, passage } };
  const PsgView *back;

  psg_history_push (history, &view);
  crossing[0] = id[0] = passage[0] = 'X';
  push_event (history, 1);
  back = psg_history_go (history, -1);

  g_assert_cmpstr (back->crossing, ==, "pass");
  g_assert_cmpstr (back->page.id, ==, "charter");
  g_assert_cmpstr (back->page.passage, ==, "charter-peace");
}

static void
test_views_differ_in_any_part (void)
{
  PsgView view = { 1, (char *) "pass", { PSG_KIND_DOCUMENT, (char *) "charter", (char *) "a" } };
  PsgView others[] = { view, view, view, view, view };

  others[0].event = 2;
  others[1].crossing = NULL;
  others[2].page.kind = PSG_KIND_CLAIM;
  others[3].page.id = (char *) "chronicle";
  others[4].page.passage = NULL;

  g_assert_true (psg_view_equal (&view, &view));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (psg_view_equal (&view, &others[i]));
}

/* A list and an index into it, nothing more. */
static void
test_random_walks_agree_with_a_list (void)
{
  g_autoptr (PsgHistory) history = psg_history_new ();
  guint visited[1000], n = 0, position = 0;

  for (guint i = 0; i < 1000 && n < PSG_HISTORY_LENGTH; i++)
    {
      int direction = g_test_rand_bit () ? 1 : -1;

      if (n == 0 || g_test_rand_int_range (0, 3) == 0)
        {
          position = n == 0 ? 0 : position + 1;
          n = position + 1;
          visited[position] = i;
          push_event (history, i);
        }
      else if (psg_history_can_go (history, direction))
        {
          position += direction;
          g_assert_cmpuint (psg_history_go (history, direction)->event, ==, visited[position]);
        }

      g_assert_cmpint (psg_history_can_go (history, -1), ==, position > 0);
      g_assert_cmpint (psg_history_can_go (history, 1), ==, position + 1 < n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/history/an-empty-one-leads-nowhere", test_an_empty_one_leads_nowhere);
  g_test_add_func ("/core/history/back-and-forward-return-the-same", test_back_and_forward_return_the_same);
  g_test_add_func ("/core/history/what-is-replaced-is-not-come-back-to", test_what_is_replaced_is_not_come_back_to);
  g_test_add_func ("/core/history/the-same-twice-is-once", test_the_same_twice_is_once);
  g_test_add_func ("/core/history/visiting-the-same-after-going-back-keeps-what-lies-ahead",
                   test_visiting_the_same_after_going_back_keeps_what_lies_ahead);
  g_test_add_func ("/core/history/visiting-another-forgets-what-lay-ahead",
                   test_visiting_another_forgets_what_lay_ahead);
  g_test_add_func ("/core/history/the-oldest-fall-off", test_the_oldest_fall_off);
  g_test_add_func ("/core/history/clearing-forgets-all", test_clearing_forgets_all);
  g_test_add_func ("/core/history/what-is-pushed-is-copied", test_what_is_pushed_is_copied);
  g_test_add_func ("/core/history/views-differ-in-any-part", test_views_differ_in_any_part);
  g_test_add_func ("/core/history/random-walks-agree-with-a-list", test_random_walks_agree_with_a_list);

  return g_test_run ();
}
