/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-deep-link.h"
#include "psg-memory-collection.h"

#include <string.h>

/* Links into a collection: text in and out, what is refused, and what opening one shows. */

static PsgSession *
new_session (void)
{
  PsgSession *session = psg_session_new ();
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  psg_session_set_collection (session, collection);

  return session;
}

static void
test_text_and_back (void)
{
  static const struct { const char *text; const char *canonical; } cases[] = {
    { "passages:valley", NULL },
    { "passages:valley/event/treaty", NULL },
    { "passages:valley/crossing/pass?v=1", NULL },
    { "passages:valley/document/charter?v=1.0.0-rc.1", NULL },
    { "passages:valley/passage/charter-peace#t=2020-03-01", NULL },
    { "passages:valley/claim/c1#span=2020-01-01/2022-12-31", NULL },
    { "passages:valley/source/s1#map=54.6,-25.25,7.6", NULL },
    { "passages:valley?v=1.0.0%2Bbuild#event=treaty&crossing=pass&t=2020-03-01&span=2020-01-01/2020-12-31"
      "&map=0,0,0", NULL },
    { "passages:valley/document/charter#char=7,12", NULL },
    /* The same, written otherwise. */
    { "PASSAGES:valley", "passages:valley" },
    { "passages:%76alley/%65vent/old%2Droad", "passages:valley/event/old-road" },
    { "passages:valley?v=1+2", "passages:valley?v=1%2B2" },
    { "passages:valley#span=2020/2022", "passages:valley#span=2020-01-01/2022-12-31" },
    { "passages:valley#span=2020-05", "passages:valley#span=2020-05-01/2020-05-31" },
    { "passages:valley#span=2020-05-03", "passages:valley#span=2020-05-03" },
    { "passages:valley#map=1.00004,2,3.0&t=2020-01-01", "passages:valley#t=2020-01-01&map=1,2,3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDeepLink) link = psg_deep_link_parse (cases[i].text, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = psg_deep_link_to_string (link);
      g_assert_cmpstr (text, ==, cases[i].canonical != NULL ? cases[i].canonical : cases[i].text);
    }
}

static const char *const refused[] = {
  "", "passages", "passages:", "passage:valley", "http://valley/", "event:treaty", " passages:valley",
  "passages: valley", "passages://valley", "passages:/valley", "passages:valley/", "passages:valley/event",
  "passages:valley/event/", "passages:valley/event/treaty/", "passages:valley/event/treaty/x",
  "passages:valley//treaty", "passages:valley/place/hall", "passages:valley/Event/treaty",
  "passages:valley/event/Treaty", "passages:valley/event/..%2Ftreaty", "passages:../event/treaty",
  "passages:valley/event/-treaty", "passages:valley/event/%", "passages:valley/event/%4",
  "passages:valley/event/%zz", "passages:valley/event/%00", "passages:valley/event/tre%00aty",
  "passages:valley/event/%ff", "passages:valley/event/ž", "passages:valley/event/a\nb",
  "passages:valley/event/<b>", "passages:valley/event/\"x\"", "passages:valley/event/a\\b",
  "passages:valley/event/%E2%80%AE", "passages:valley?", "passages:valley?v", "passages:valley?v=",
  "passages:valley?v=1&v=2", "passages:valley?v=1&", "passages:valley?v=a%20b", "passages:valley?v=a/b",
  "passages:valley?t=2020-01-01", "passages:valley?v=1?v=2", "passages:valley#", "passages:valley#t",
  "passages:valley#t=", "passages:valley#t=2020-02-30", "passages:valley#t=2020",
  "passages:valley#t=2020-01-01&t=2020-01-02", "passages:valley#t=2020-01-01#", "passages:valley#v=1",
  "passages:valley#span=", "passages:valley#span=2020/..", "passages:valley#span=/2020",
  "passages:valley#span=2022/2020", "passages:valley#span=x", "passages:valley#map=1,2",
  "passages:valley#map=1,2,3,4", "passages:valley#map=1,2,nan", "passages:valley#map=91,0,3",
  "passages:valley#map=0,181,3", "passages:valley#map=0,0,25", "passages:valley#map=0,0,-1",
  "passages:valley#map=1e2,0,3", "passages:valley#map=0x1,0,3", "passages:valley#map=+1,0,3",
  "passages:valley#event=", "passages:valley#event=A", "passages:valley#event=a&event=b",
  "passages:valley#colour=red", "passages:valley#ev=treaty", "passages:valley#eventx=treaty",
  "passages:valley#=treaty", "passages:valley#&t=2020-01-01", "passages:valley/event/treaty#char=1,2",
  "passages:valley/document/charter#char=2,1", "passages:valley/document/charter#char=1",
  "passages:valley/document/charter#char=1,2&char=1,2", "passages:valley/document/charter#char=-1,2",
};

static void
test_all_else_is_refused_in_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDeepLink) link = psg_deep_link_parse (refused[i], &error);

      if (link != NULL)
        g_error ("taken: %s", refused[i]);
      g_assert_error (error, PSG_DEEP_LINK_ERROR, PSG_DEEP_LINK_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

static void
test_lengths_are_limited (void)
{
  g_autofree char *id = g_strnfill (64, 'a');
  g_autofree char *longer = g_strnfill (65, 'a');
  g_autofree char *huge = g_strnfill (PSG_DEEP_LINK_MAX, 'a');
  g_autofree char *good = g_strconcat ("passages:", id, NULL);
  g_autofree char *bad = g_strconcat ("passages:", longer, NULL);
  g_autofree char *worse = g_strconcat ("passages:", huge, NULL);
  g_autofree char *version = g_strconcat ("passages:valley?v=", longer, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (good, NULL);

  g_assert_nonnull (link);
  g_assert_null (psg_deep_link_parse (bad, NULL));
  g_assert_null (psg_deep_link_parse (version, NULL));
  g_assert_null (psg_deep_link_parse (worse, &error));
  g_assert_error (error, PSG_DEEP_LINK_ERROR, PSG_DEEP_LINK_ERROR_LENGTH);
}

static char *
dup_link_to_page (PsgSession *session)
{
  const PsgPage *page = psg_session_get_page (session);
  const char *id;
  PsgKind kind = psg_page_get_subject (page, &id);
  g_autoptr (PsgDeepLink) link = psg_deep_link_new (session, kind, id, NULL);

  return psg_deep_link_to_string (link);
}

static const char *const pages[] = {
  "collection:", "event:treaty", "event:talks", "crossing:pass", "document:charter", "document:charter#charter-peace",
  "claim:claim-peace", "source:gazette", "document:charter#char=7,12",
};

/* Whatever is shown and chosen: its link, opened elsewhere, shows and chooses the same. */
static void
test_a_link_restores_everything (void)
{
  const PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2020, 4, 1), psg_day_from_ymd (2021, 2, 3));
  guint followed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages) * 3; i++)
    {
      g_autoptr (PsgSession) here = new_session ();
      g_autoptr (PsgSession) there = new_session ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDeepLink) link = NULL;
      g_autofree char *text = NULL;

      if (i % 3 == 1)
        psg_session_select_event_id (here, "market", NULL);
      else if (i % 3 == 2)
        psg_session_select_crossing (here, "bridge", NULL);
      if (!psg_session_follow (here, pages[i / 3], NULL))
        continue;
      followed++;
      psg_session_set_span (here, &span);
      psg_session_set_playhead (here, psg_day_from_ymd (2020, 7, 8));

      text = dup_link_to_page (here);
      link = psg_deep_link_parse (text, &error);
      g_assert_no_error (error);
      psg_deep_link_open (link, there, &error);
      g_assert_no_error (error);

      g_assert_true (psg_page_equal (psg_session_get_page (here), psg_session_get_page (there)));
      g_assert_cmpuint (psg_session_get_event (here), ==, psg_session_get_event (there));
      g_assert_cmpstr (psg_session_get_crossing (here), ==, psg_session_get_crossing (there));
      g_assert_cmpint (psg_session_get_playhead (here), ==, psg_session_get_playhead (there));
      g_assert_true (psg_time_span_equal (psg_session_get_span (here), psg_session_get_span (there)));
    }

  g_assert_cmpuint (followed, ==, G_N_ELEMENTS (pages) * 3);
}

/* One that somebody wrote by hand. */
static void
test_a_link_without_state_is_followed (void)
{
  g_autoptr (PsgSession) session = new_session ();
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse ("passages:valley/event/market#map=54,25,7", NULL);

  g_assert_true (psg_deep_link_open (link, session, NULL));
  g_assert_cmpstr (psg_session_get_event_id (session), ==, "market");
  g_assert_cmpint (psg_session_get_playhead (session), ==, psg_day_from_ymd (2020, 6, 1));
}

static void
test_what_is_gone_changes_nothing (void)
{
  static const struct { const char *text; GQuark (*domain) (void); int code; } cases[] = {
    { "passages:other/event/treaty#t=2020-07-01", psg_deep_link_error_quark, PSG_DEEP_LINK_ERROR_COLLECTION },
    { "passages:valley/event/gone#t=2020-07-01", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/event/gone", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/crossing/gone#span=2021", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/document/gone", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/passage/gone", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/claim/gone", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
    { "passages:valley/source/gone", psg_collection_error_quark, PSG_COLLECTION_ERROR_NOT_FOUND },
  };
  g_autoptr (PsgSession) session = new_session ();
  g_autofree char *before = dup_link_to_page (session);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgDeepLink) link = psg_deep_link_parse (cases[i].text, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (psg_deep_link_open (link, session, &error));
      g_assert_error (error, cases[i].domain (), cases[i].code);
      after = dup_link_to_page (session);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_of_the_state_the_rest_is_kept (void)
{
  g_autoptr (PsgSession) session = new_session ();
  g_autoptr (PsgDeepLink) link = NULL;

  link = psg_deep_link_parse ("passages:valley/document/charter?v=9#event=gone&crossing=gone&t=2020-07-01", NULL);

  g_assert_true (psg_deep_link_open (link, session, NULL));
  g_assert_cmpstr (psg_session_get_page (session)->id, ==, "charter");
  g_assert_null (psg_session_get_event_id (session));
  g_assert_null (psg_session_get_crossing (session));
  g_assert_cmpint (psg_session_get_playhead (session), ==, psg_day_from_ymd (2020, 7, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/deep-link/text-and-back", test_text_and_back);
  g_test_add_func ("/core/deep-link/all-else-is-refused-in-words", test_all_else_is_refused_in_words);
  g_test_add_func ("/core/deep-link/lengths-are-limited", test_lengths_are_limited);
  g_test_add_func ("/core/deep-link/a-link-restores-everything", test_a_link_restores_everything);
  g_test_add_func ("/core/deep-link/a-link-without-state-is-followed", test_a_link_without_state_is_followed);
  g_test_add_func ("/core/deep-link/what-is-gone-changes-nothing", test_what_is_gone_changes_nothing);
  g_test_add_func ("/core/deep-link/of-the-state-the-rest-is-kept", test_of_the_state_the_rest_is_kept);

  return g_test_run ();
}
