/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-accounts-page.h"

#include "psg-comparison.h"
#include "psg-document-fixture.h"
#include "psg-event-page.h"
#include "psg-pair-layout.h"

/* Accounts compared: every claim of the bundled collection stands where it belongs, once, and whose it is is
 * said; the way there and back. */

static PsgParty *
get_party (PsgComparison *comparison,
           guint          index)
{
  return g_ptr_array_index (psg_comparison_get_parties (comparison), index);
}

static guint
count_in (const GPtrArray *claims,
          const PsgClaim  *claim)
{
  guint n = 0;

  for (guint i = 0; i < claims->len; i++)
    n += g_str_equal (((const PsgClaim *) g_ptr_array_index (claims, i))->id, claim->id);

  return n;
}

static void
check_matter (PsgCollection   *collection,
              const PsgMatter *matter,
              PsgParty        *parties[2])
{
  const char *event = NULL;

  if (matter->row != PSG_ROW_NONE)
    {
      event = psg_event_table_get_id (psg_collection_get_events (collection), matter->row);
      g_assert_cmpuint (matter->sides[0]->len, >, 0);
      g_assert_cmpuint (matter->sides[1]->len, >, 0);
    }

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < matter->sides[side]->len; i++)
      {
        const PsgClaim *claim = g_ptr_array_index (matter->sides[side], i);

        g_assert_cmpuint (count_in (parties[side]->claims, claim), ==, 1);
        g_assert_true (event == NULL || g_strv_contains ((const char *const *) claim->events, event));
      }
}

static void
check_pair (PsgCollection *collection,
            PsgComparison *comparison,
            guint          first,
            guint          second)
{
  PsgParty *parties[] = { get_party (comparison, first), get_party (comparison, second) };
  g_autoptr (GPtrArray) matters = psg_comparison_list_matters (comparison, first, second);

  for (guint i = 0; i < matters->len; i++)
    {
      const PsgMatter *matter = g_ptr_array_index (matters, i);

      check_matter (collection, matter, parties);
      g_assert_true (i + 1 == matters->len || matter->row < ((PsgMatter *) g_ptr_array_index (matters, i + 1))->row);
    }

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < parties[side]->claims->len; i++)
      {
        guint n = 0;

        for (guint j = 0; j < matters->len; j++)
          n += count_in (((PsgMatter *) g_ptr_array_index (matters, j))->sides[side],
                         g_ptr_array_index (parties[side]->claims, i));
        g_assert_cmpuint (n, ==, 1);
      }
}

static guint
check_subject (PsgCollection *collection,
               PsgKind        kind,
               const char    *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgComparison) comparison = psg_comparison_new (collection, kind, id, &error);
  guint n;

  g_assert_no_error (error);
  g_assert_nonnull (comparison);
  n = psg_comparison_get_parties (comparison)->len;
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (i == 0 || get_party (comparison, i)->claims->len <= get_party (comparison, i - 1)->claims->len);
      for (guint j = 0; j < n; j++)
        if (i != j)
          check_pair (collection, comparison, i, j);
    }

  return n;
}

static void
test_every_claim_is_told_once (void)
{
  g_autoptr (PsgCollection) collection = open_bundled ();
  PsgEventTable *events = psg_collection_get_events (collection);
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  guint n_compared = 0;

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    n_compared += check_subject (collection, PSG_KIND_EVENT, psg_event_table_get_id (events, row)) > 1;
  for (guint i = 0; i < crossings->len; i++)
    n_compared += check_subject (collection, PSG_KIND_CROSSING,
                                 ((const PsgCrossing *) g_ptr_array_index (crossings, i))->id) > 1;
  g_assert_cmpuint (n_compared, >=, 5);
  g_assert_null (psg_comparison_new (collection, PSG_KIND_EVENT, "no-such-event", NULL));
}

static void
test_a_choice_is_two_parties (void)
{
  g_autoptr (PsgCollection) collection = open_bundled ();
  g_autoptr (PsgComparison) comparison = psg_comparison_new (collection, PSG_KIND_EVENT, "oped-2024", NULL);
  static const struct { const char *choice; guint first; guint second; } cases[] = {
    { NULL, 0, 1 },
    { "", 0, 1 },
    { "yauheni-preiherman,belarus", 4, 0 },
    { "yauheni-preiherman", 4, 0 },
    { "belarus,belarus", 0, 1 },
    { "belarus-border-committee,belarus-border-committee", 2, 1 },
    { "nobody,yauheni-preiherman", 0, 4 },
    { "nobody,no one,at all", 0, 1 },
    { ",", 0, 1 },
  };

  g_assert_cmpuint (psg_comparison_get_parties (comparison)->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint parties[2];

      psg_comparison_choose (comparison, cases[i].choice, parties);
      g_assert_cmpuint (parties[0], ==, cases[i].first);
      g_assert_cmpuint (parties[1], ==, cases[i].second);
    }
}

static PsgAccountsPage *
get_accounts (Fixture *f)
{
  g_assert_true (PSG_IS_ACCOUNTS_PAGE (get_page (f)));

  return PSG_ACCOUNTS_PAGE (get_page (f));
}

static GtkWidget *
get_chooser (Fixture *f,
             guint    side)
{
  GtkWidget *first = find (get_page (f), has_type, "GtkDropDown");

  return side == 0 ? first : gtk_widget_get_next_sibling (first);
}

static void
test_leads_there_and_back (Fixture      *f,
                           gconstpointer data)
{
  g_autofree char *link = NULL;
  GtkWidget *button;
  const char *id;

  follow (f, "event:oped-2024");
  psg_event_page_set_tab (PSG_EVENT_PAGE (get_page (f)), "claims");
  button = find (get_page (f), has_text, "Compare accounts");
  g_assert_nonnull (button);
  g_signal_emit_by_name (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 0), ==, "belarus");
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "oped-2024");
  g_assert_cmpint (psg_page_get_subject (psg_session_get_page (f->session), &id), ==, PSG_KIND_EVENT);
  g_assert_cmpstr (id, ==, "oped-2024");
  settle ();

  /* Another choice is no other step. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_chooser (f, 1)), 4);
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 1), ==, "yauheni-preiherman");
  link = psg_page_to_link (psg_session_get_page (f->session));
  g_assert_cmpstr (link, ==, "event:oped-2024#accounts=belarus,yauheni-preiherman");
  psg_session_go_back (f->session);
  g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
  psg_session_go_forward (f->session);
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 1), ==, "yauheni-preiherman");
}

static void
test_nobody_is_compared_with_himself (Fixture      *f,
                                      gconstpointer data)
{
  follow (f, "event:oped-2024#accounts=belarus,yauheni-preiherman");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_chooser (f, 0)), 4);
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 0), ==, "yauheni-preiherman");
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 1), ==, "belarus");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_chooser (f, 1)), 4);
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 0), ==, "belarus");
  g_assert_cmpstr (psg_accounts_page_get_party (get_accounts (f), 1), ==, "yauheni-preiherman");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_chooser (f, 0))), ==, 0);
}

static void
test_where_one_speaks_nothing_is_compared (Fixture      *f,
                                           gconstpointer data)
{
  follow (f, "event:two-more-close-2024");
  psg_event_page_set_tab (PSG_EVENT_PAGE (get_page (f)), "claims");
  g_assert_null (find (get_page (f), has_text, "Compare accounts"));
  follow (f, "event:two-more-close-2024#accounts");
  g_assert_true (ADW_IS_STATUS_PAGE (get_page (f)));
  g_assert_false (psg_session_follow (f->session, "event:no-such-event#accounts", NULL));
  g_assert_false (psg_session_follow (f->session, "event:two-more-close-2024#other", NULL));
  g_assert_false (psg_session_follow (f->session, "claim:ad01#accounts", NULL));
}

/* Side by side where there is room, else below each other; and it does with the narrowest pane. */
static void
test_columns_need_room (Fixture      *f,
                        gconstpointer data)
{
  graphene_rect_t first, second;
  int minimum;

  follow (f, "event:oped-2024#accounts");
  settle ();
  gtk_widget_measure (get_page (f), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 280);
  g_assert_true (gtk_widget_compute_bounds (get_chooser (f, 0), f->window, &first));
  g_assert_true (gtk_widget_compute_bounds (get_chooser (f, 1), f->window, &second));
  g_assert_cmpfloat (second.origin.y, >, first.origin.y);
  g_assert_cmpfloat (second.origin.x, ==, first.origin.x);

  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, HEIGHT);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (get_chooser (f, 0), f->window, &first));
  g_assert_true (gtk_widget_compute_bounds (get_chooser (f, 1), f->window, &second));
  g_assert_cmpfloat (second.origin.y, ==, first.origin.y);
  g_assert_cmpfloat (second.origin.x, >, first.origin.x + first.size.width);
  g_assert_cmpfloat (second.size.width, ==, first.size.width);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

  g_test_add_func ("/ui/accounts/every-claim-is-told-once", test_every_claim_is_told_once);
  g_test_add_func ("/ui/accounts/a-choice-is-two-parties", test_a_choice_is_two_parties);
#define ADD(path, function) g_test_add ("/ui/accounts/" path, Fixture, &bundled, set_up, function, tear_down)
  ADD ("leads-there-and-back", test_leads_there_and_back);
  ADD ("nobody-is-compared-with-himself", test_nobody_is_compared_with_himself);
  ADD ("where-one-speaks-nothing-is-compared", test_where_one_speaks_nothing_is_compared);
  ADD ("columns-need-room", test_columns_need_room);
#undef ADD

  return g_test_run ();
}
