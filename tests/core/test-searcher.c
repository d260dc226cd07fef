/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-searcher.h"

#include "psg-memory-collection.h"

/* One question to several providers, of which only the newest counts. */

#define TEST_TYPE_PROVIDER (test_provider_get_type ())
G_DECLARE_FINAL_TYPE (TestProvider, test_provider, TEST, PROVIDER, GObject)

/* Answers with one hit, named as the words are, when it is told to. */
struct _TestProvider
{
  GObject parent_instance;

  PsgKind kind;
  gboolean fails;
  GQueue tasks; /* GTask, not yet answered */
  guint n_rows; /* of the last request; G_MAXUINT: it has none */
};

static void
search_async (PsgSearchProvider   *provider,
              PsgSearchRequest    *request,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  TestProvider *self = TEST_PROVIDER (provider);
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, psg_search_request_ref (request), (GDestroyNotify) psg_search_request_unref);
  self->n_rows = request->rows != NULL ? psg_row_set_count (request->rows) : G_MAXUINT;
  g_queue_push_tail (&self->tasks, task);
}

static GPtrArray *
search_finish (PsgSearchProvider  *provider,
               GAsyncResult       *result,
               GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
provider_init (PsgSearchProviderInterface *iface)
{
  iface->search_async = search_async;
  iface->search_finish = search_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestProvider, test_provider, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_SEARCH_PROVIDER, provider_init))

static void
test_provider_class_init (TestProviderClass *klass)
{
}

static void
test_provider_init (TestProvider *self)
{
}

static TestProvider *
new_provider (PsgSearcher *searcher,
              PsgKind      kind)
{
  TestProvider *self = g_object_new (TEST_TYPE_PROVIDER, NULL);

  self->kind = kind;
  psg_searcher_add_provider (searcher, PSG_SEARCH_PROVIDER (self));

  return self;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Answers the oldest question. */
static void
answer (TestProvider *self)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->tasks);
  PsgSearchRequest *request = g_task_get_task_data (task);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);
  PsgSearchGroup *group = psg_search_group_new (self->kind);

  g_ptr_array_add (group->hits, psg_hit_new (self->kind, "x", psg_query_get_words (request->query)));
  group->n = 1;
  g_ptr_array_add (groups, group);
  if (self->fails)
    {
      g_ptr_array_unref (groups);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "it is broken");
    }
  else
    g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
  iterate ();
}

static void
ask (PsgSearcher *searcher,
     const char  *text)
{
  g_autoptr (PsgQuery) query = psg_query_parse (text);

  psg_searcher_ask (searcher, query, 5);
}

static void
count_cb (PsgSearcher *searcher,
          guint       *n)
{
  (*n)++;
}

static const char *
get_title (PsgSearcher *searcher,
           guint        group)
{
  PsgSearchGroup *found = g_ptr_array_index (psg_searcher_get_groups (searcher), group);

  return ((PsgHit *) g_ptr_array_index (found->hits, 0))->title;
}

static void
test_answers_of_all_come_together (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (collection);
  g_autoptr (TestProvider) sources = new_provider (searcher, PSG_KIND_SOURCE);
  g_autoptr (TestProvider) events = new_provider (searcher, PSG_KIND_EVENT);
  guint n = 0;

  g_signal_connect (searcher, "answered", G_CALLBACK (count_cb), &n);
  ask (searcher, "wool");
  answer (sources);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (psg_searcher_is_asking (searcher));
  answer (events);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (psg_searcher_is_asking (searcher));
  g_assert_cmpuint (psg_searcher_get_n (searcher), ==, 2);
  g_assert_cmpint (((PsgSearchGroup *) psg_searcher_get_groups (searcher)->pdata[0])->kind, ==, PSG_KIND_EVENT);
}

static void
test_only_the_newest_question_counts (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (collection);
  g_autoptr (TestProvider) events = new_provider (searcher, PSG_KIND_EVENT);
  guint n = 0;

  g_signal_connect (searcher, "answered", G_CALLBACK (count_cb), &n);
  ask (searcher, "woo");
  ask (searcher, "wool");
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (g_queue_peek_head (&events->tasks))));
  answer (events);
  g_assert_cmpuint (n, ==, 0);
  answer (events);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (get_title (searcher, 0), ==, "wool");

  /* What was found stays while the next is looked for. */
  ask (searcher, "wools");
  g_assert_cmpstr (get_title (searcher, 0), ==, "wool");
  psg_searcher_cancel (searcher);
  answer (events);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_terms_choose_events (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (collection);
  g_autoptr (TestProvider) events = new_provider (searcher, PSG_KIND_EVENT);
  g_autoptr (PsgFilter) filter = psg_filter_parse ("after:2021");
  g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, collection, NULL, NULL);

  ask (searcher, "wool");
  g_assert_cmpuint (events->n_rows, ==, G_MAXUINT);
  answer (events);
  ask (searcher, "wool after:2021");
  g_assert_cmpuint (events->n_rows, ==, psg_row_set_count (rows));
  answer (events);
  ask (searcher, "woo after:2021");
  g_assert_cmpuint (events->n_rows, ==, psg_row_set_count (rows));
  answer (events);
  ask (searcher, "woo");
  g_assert_cmpuint (events->n_rows, ==, G_MAXUINT);
  answer (events);
}

static void
test_nothing_asked_is_answered_at_once (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (collection);
  g_autoptr (TestProvider) events = new_provider (searcher, PSG_KIND_EVENT);
  guint n = 0;

  g_signal_connect (searcher, "answered", G_CALLBACK (count_cb), &n);
  ask (searcher, "wool");
  answer (events);
  ask (searcher, " ");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (psg_searcher_get_groups (searcher)->len, ==, 0);
}

static void
test_one_that_fails_does_not_silence_the_others (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (collection);
  g_autoptr (TestProvider) events = new_provider (searcher, PSG_KIND_EVENT);
  g_autoptr (TestProvider) broken = new_provider (searcher, PSG_KIND_CLAIM);

  broken->fails = TRUE;
  ask (searcher, "wool");
  answer (broken);
  answer (events);
  g_assert_cmpuint (psg_searcher_get_n (searcher), ==, 1);
  g_assert_cmpstr (psg_searcher_get_problem (searcher), ==, "it is broken");

  broken->fails = FALSE;
  ask (searcher, "wool");
  answer (broken);
  answer (events);
  g_assert_null (psg_searcher_get_problem (searcher));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/searcher/answers-of-all-come-together", test_answers_of_all_come_together);
  g_test_add_func ("/core/searcher/only-the-newest-question-counts", test_only_the_newest_question_counts);
  g_test_add_func ("/core/searcher/terms-choose-events", test_terms_choose_events);
  g_test_add_func ("/core/searcher/nothing-asked-is-answered-at-once", test_nothing_asked_is_answered_at_once);
  g_test_add_func ("/core/searcher/one-that-fails-does-not-silence-the-others",
                   test_one_that_fails_does_not_silence_the_others);

  return g_test_run ();
}
