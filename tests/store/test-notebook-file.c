/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-backup.h"
#include "psg-notebook-fixture.h"
#include "psg-notebook-schema.h"
#include "psg-store-fixture.h"

/* A notebook's file: what goes in comes out, lists, the bin, layouts of old, two at once. */

typedef struct
{
  char            *folder;
  char            *path;
  PsgNotebookFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->path = psg_fixture_notebook (fixture->folder);
  fixture->file = psg_fixture_open (fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->file != NULL)
    {
      psg_fixture_assert_sound (fixture->file);
      psg_notebook_file_free (fixture->file);
    }
  psg_fixture_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PsgNote *
get (PsgNotebookFile *file,
     guint            n)
{
  g_autoptr (PsgNote) expected = psg_fixture_note (n);

  return psg_notebook_file_get (file, expected->id, NULL);
}

static void
test_every_kind_comes_back_whole (Fixture      *fixture,
                                  gconstpointer data)
{
  psg_fixture_put (fixture->file, 0, 60);
  g_clear_pointer (&fixture->file, psg_notebook_file_free);
  fixture->file = psg_fixture_open (fixture->folder);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (PsgNote) expected = psg_fixture_note (i);
      g_autoptr (PsgNote) note = get (fixture->file, i);

      g_assert_nonnull (note);
      g_assert_true (psg_note_equal (note, expected));
    }
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 60);
}

static void
test_what_is_asked_of_the_file_holds (Fixture      *fixture,
                                      gconstpointer data)
{
  PsgDb *db = psg_notebook_file_get_db (fixture->file);
  g_autofree char *journal = psg_db_dup_string (db, "PRAGMA journal_mode", NULL);
  gint64 value;

  g_assert_cmpstr (journal, ==, "wal");
  g_assert_true (psg_db_get_int (db, "PRAGMA synchronous", &value, NULL));
  g_assert_cmpint (value, ==, 2);
  g_assert_true (psg_db_get_int (db, "PRAGMA foreign_keys", &value, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (psg_db_get_int (db, "PRAGMA application_id", &value, NULL));
  g_assert_cmpint (value, ==, PSG_NOTEBOOK_APPLICATION_ID);
  g_assert_cmpuint (psg_notebook_file_get_version (fixture->file), ==, PSG_NOTEBOOK_VERSION);
}

static void
test_bad_notes_are_refused_and_none_is_kept (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GError) error = NULL, missing = NULL;

  g_ptr_array_add (notes, psg_fixture_note (1));
  g_ptr_array_add (notes, psg_note_create (PSG_NOTE_ON_EVENT, 1));
  g_assert_false (psg_notebook_file_put (fixture->file, notes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_INVALID);
  g_assert_null (psg_notebook_file_get (fixture->file, "urn:uuid:00000000-0000-4000-8000-000000000001", &missing));
  g_assert_error (missing, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_NOT_FOUND);
}

static void
test_changes_apply_to_what_is_there (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GPtrArray) make = psg_note_changes_new ();
  g_autoptr (GPtrArray) change = psg_note_changes_new ();
  g_autoptr (GPtrArray) drop = psg_note_changes_new ();
  g_autoptr (PsgNote) before = psg_fixture_note (7);
  g_autoptr (PsgNote) after = psg_note_copy (before);
  g_autoptr (GError) error = NULL, again = NULL;

  psg_note_set_tags (after, (const char *[]) { "fresh", NULL });
  g_ptr_array_add (make, psg_note_change_new (NULL, before));
  g_ptr_array_add (change, psg_note_change_new (before, after));
  g_ptr_array_add (drop, psg_note_change_new (after, NULL));

  g_assert_false (psg_notebook_file_apply (fixture->file, change, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT);
  g_assert_true (psg_notebook_file_apply (fixture->file, make, NULL));
  g_assert_false (psg_notebook_file_apply (fixture->file, make, &again));
  g_assert_error (again, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT);
  g_assert_false (psg_notebook_file_apply (fixture->file, drop, NULL));
  g_assert_true (psg_notebook_file_apply (fixture->file, change, NULL));
  g_assert_true (psg_notebook_file_apply (fixture->file, drop, NULL));
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 0);
}

static void
test_the_bin_gives_back_and_is_emptied (Fixture      *fixture,
                                        gconstpointer data)
{
  const char *ids[] = { "urn:uuid:00000000-0000-4000-8000-000000000001",
                        "urn:uuid:00000000-0000-4000-8000-000000000002", NULL };
  const char *unknown[] = { "urn:uuid:x", NULL };
  g_autoptr (GPtrArray) binned = NULL, restored = NULL, again = NULL, purged = NULL;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (PsgNote) note = NULL;
  guint n;

  filter->binned = TRUE;
  psg_fixture_put (fixture->file, 0, 5);
  g_assert_null (psg_notebook_file_bin (fixture->file, unknown, 1, NULL));
  binned = psg_notebook_file_bin (fixture->file, ids, PSG_FIXTURE_NOW, NULL);
  g_assert_cmpuint (binned->len, ==, 2);
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 3);
  again = psg_notebook_file_bin (fixture->file, ids, PSG_FIXTURE_NOW + 1, NULL);
  g_assert_cmpuint (again->len, ==, 0);

  ids[1] = NULL;
  restored = psg_notebook_file_bin (fixture->file, ids, 0, NULL);
  g_assert_cmpuint (restored->len, ==, 1);
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 4);

  /* Thirty days to the microsecond. */
  g_assert_true (psg_notebook_file_purge_old (fixture->file, PSG_FIXTURE_NOW + 30 * G_TIME_SPAN_DAY, NULL));
  g_assert_true (psg_notebook_file_count (fixture->file, filter, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (psg_notebook_file_purge_old (fixture->file, PSG_FIXTURE_NOW + 30 * G_TIME_SPAN_DAY + 1, NULL));
  g_assert_true (psg_notebook_file_count (fixture->file, filter, &n, NULL));
  g_assert_cmpuint (n, ==, 0);

  purged = psg_notebook_file_purge (fixture->file, ids, NULL);
  g_assert_cmpuint (purged->len, ==, 1);
  g_assert_null (get (fixture->file, 1));
}

static gboolean
overlaps (const PsgTimeSpan *a,
          const PsgTimeSpan *b)
{
  return a->start < b->end && b->start < a->end;
}

/* The oracle: whether a note passes, without SQL. Words of a search begin tags:
 * with a hundred notes, "n10" begins no other. */
static gboolean
passes (const PsgNoteFilter *filter,
        const PsgNote       *note)
{
  const char *const *tags = (const char *const *) note->tags;

  return (filter->ids == NULL || g_strv_contains ((const char *const *) filter->ids, note->id))
         && (filter->text == NULL || g_strv_contains (tags, filter->text))
         && (filter->tag == NULL || g_strv_contains (tags, filter->tag))
         && (filter->collection == NULL || g_strcmp0 (note->collection, filter->collection) == 0)
         && (filter->target == NULL || g_strcmp0 (note->target.id, filter->target) == 0)
         && (filter->targets == NULL
             || (note->target.id != NULL && g_strv_contains ((const char *const *) filter->targets, note->target.id)))
         && (filter->link == NULL || note->links != NULL)
         && (filter->kinds == 0 || (filter->kinds >> note->target.kind & 1))
         && (filter->colours == 0 || (filter->colours >> note->colour & 1))
         && (filter->statuses == 0 || (filter->statuses >> note->status & 1))
         && (!filter->bookmarked || note->bookmark) && (!filter->review || note->review)
         && (filter->modified_from == 0 || note->modified >= filter->modified_from)
         && (filter->modified_to == 0 || note->modified < filter->modified_to)
         && (!filter->has_span || (note->target.has_span && overlaps (&note->target.span, &filter->span)));
}

static GStrv
make_random_ids (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (PsgNote) note = psg_fixture_note (i);

      if (g_test_rand_bit ())
        g_strv_builder_add (ids, note->id);
    }

  return g_strv_builder_end (ids);
}

static PsgNoteFilter *
make_random_filter (void)
{
  PsgNoteFilter *filter = psg_note_filter_new ();
  guint n = g_test_rand_int_range (0, 100);

  switch (g_test_rand_int_range (0, 14))
    {
    case 0: filter->text = g_strdup_printf ("n%u", n + 10); break;
    case 1: filter->tag = g_strdup (n % 2 == 0 ? "even" : "none"); break;
    case 2: filter->collection = g_strdup ("other"); break;
    case 3: filter->target = g_strdup_printf ("thing-%u", n); break;
    case 4: filter->link = g_strdup ("passages:lithuania-belarus/event/treaty"); break;
    case 5: filter->has_span = TRUE; filter->span = (PsgTimeSpan) { n, n + 7 }; break;
    case 6: filter->modified_from = PSG_FIXTURE_NOW + n; break;
    case 7: filter->modified_to = PSG_FIXTURE_NOW + n; break;
    case 8: filter->targets = g_strsplit ("thing-1 thing-3 \"thing-5 thing-8", " ", -1); break;
    case 9: filter->ids = make_random_ids (); break;
    default: break;
    }
  filter->kinds = g_test_rand_bit () ? (guint) g_test_rand_int_range (0, 32) : 0;
  filter->colours = g_test_rand_bit () ? (guint) g_test_rand_int_range (0, 128) : 0;
  filter->statuses = g_test_rand_bit () ? (guint) g_test_rand_int_range (0, 8) : 0;
  filter->bookmarked = g_test_rand_int_range (0, 4) == 0;
  filter->review = g_test_rand_int_range (0, 8) == 0;
  filter->order = g_test_rand_int_range (0, 3);

  return filter;
}

static void
test_lists_hold_what_passes (Fixture      *fixture,
                             gconstpointer data)
{
  psg_fixture_put (fixture->file, 0, 100);
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PsgNoteFilter) filter = make_random_filter ();
      g_autoptr (GPtrArray) notes = psg_notebook_file_list (fixture->file, filter, NULL);
      g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
      guint n;

      for (guint j = 0; j < notes->len; j++)
        g_hash_table_add (found, ((PsgNote *) g_ptr_array_index (notes, j))->id);
      for (guint j = 0; j < 100; j++)
        {
          g_autoptr (PsgNote) note = psg_fixture_note (j);

          g_assert_cmpint (g_hash_table_contains (found, note->id), ==, passes (filter, note));
        }
      g_assert_true (psg_notebook_file_count (fixture->file, filter, &n, NULL));
      g_assert_cmpuint (n, ==, notes->len);
    }
}

static void
test_lists_are_in_order_and_in_parts (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GPtrArray) first = NULL, last = NULL, subject = NULL;

  psg_fixture_put (fixture->file, 0, 10);
  filter->limit = 3;
  first = psg_notebook_file_list (fixture->file, filter, NULL);
  g_assert_cmpuint (first->len, ==, 3);
  g_assert_cmpint (((PsgNote *) first->pdata[0])->modified, ==, PSG_FIXTURE_NOW + 9);
  filter->offset = 8;
  last = psg_notebook_file_list (fixture->file, filter, NULL);
  g_assert_cmpuint (last->len, ==, 2);
  g_assert_cmpint (((PsgNote *) last->pdata[1])->modified, ==, PSG_FIXTURE_NOW);

  filter->offset = filter->limit = 0;
  filter->order = PSG_NOTE_ORDER_SUBJECT;
  subject = psg_notebook_file_list (fixture->file, filter, NULL);
  g_assert_cmpint (((PsgNote *) subject->pdata[0])->target.span.start, ==, 3);
  g_assert_cmpint (((PsgNote *) subject->pdata[1])->target.span.start, ==, 9);
}

/* Found in so many notes that they are not looked up one by one. */
#define N_MANY 1500

static gboolean
has_word (const PsgNote *note,
          const char    *beginning)
{
  g_autofree char *tags = note->tags != NULL ? g_strjoinv (" ", note->tags) : NULL;
  g_autofree char *text = g_strjoin (" ", note->body, tags != NULL ? tags : "",
                                     note->target.exact != NULL ? note->target.exact : "", NULL);
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;

  return FALSE;
}

/* The same list without words, less what has none of them. */
static void
check_search (PsgNotebookFile *file,
              PsgNoteFilter   *filter,
              const char      *beginning)
{
  g_autoptr (GPtrArray) all = NULL, notes = NULL, part = NULL;
  guint n_found = 0, n;

  g_clear_pointer (&filter->text, g_free);
  filter->offset = filter->limit = 0;
  all = psg_notebook_file_list (file, filter, NULL);
  filter->text = g_strdup (beginning);
  notes = psg_notebook_file_list (file, filter, NULL);
  for (guint i = 0; i < all->len; i++)
    if (has_word (all->pdata[i], beginning))
      {
        g_assert_cmpuint (n_found, <, notes->len);
        g_assert_true (psg_note_equal (all->pdata[i], notes->pdata[n_found]));
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, notes->len);
  g_assert_true (psg_notebook_file_count (file, filter, &n, NULL));
  g_assert_cmpuint (n, ==, notes->len);

  filter->offset = notes->len / 2;
  filter->limit = 3;
  part = psg_notebook_file_list (file, filter, NULL);
  for (guint i = 0; i < part->len; i++)
    g_assert_true (psg_note_equal (part->pdata[i], notes->pdata[filter->offset + i]));
}

static void
test_common_words_are_found_in_every_list (Fixture      *fixture,
                                           gconstpointer data)
{
  static const char *const beginnings[] = { "n", "n1", "n12", "n150", "zzz" };

  psg_fixture_put (fixture->file, 0, N_MANY);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (PsgNoteFilter) filter = make_random_filter ();
      g_autoptr (PsgNote) note = psg_fixture_note (g_test_rand_int_range (0, N_MANY));
      const char *const ids[] = { note->id, NULL };
      g_autoptr (GPtrArray) changes = NULL;

      check_search (fixture->file, filter, beginnings[i % G_N_ELEMENTS (beginnings)]);
      filter->binned = !filter->binned;
      check_search (fixture->file, filter, beginnings[i % G_N_ELEMENTS (beginnings)]);
      changes = psg_notebook_file_bin (fixture->file, ids, PSG_FIXTURE_NOW, NULL);
      g_assert_nonnull (changes);
    }
}

/* A file made elsewhere may number its rows as it likes. */
#define RENUMBER(table, row) \
  "UPDATE " table " SET " row " = CASE WHEN " row " > 10 THEN 9223372036854775807 - " row " ELSE -" row " END;"

static void
test_rows_with_large_numbers_are_found (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  psg_fixture_put (fixture->file, 0, 20);
  psg_fixture_run_sql (fixture->path, RENUMBER ("note", "row") RENUMBER ("note_tag", "note")
                                      RENUMBER ("note_link", "note")
                                      "INSERT INTO note_search (note_search) VALUES ('rebuild')");
  check_search (fixture->file, filter, "n");
  filter->kinds = 3;
  check_search (fixture->file, filter, "n2");
}

/* Goes through all marks, a few at a time. */
static void
check_marks (PsgNotebookFile *file,
             guint            n_expected)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 from = PSG_NOTE_MARKS_BEGIN;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      g_autoptr (PsgNoteMarkPage) page = psg_notebook_file_list_marks (file, from, 3, NULL);

      g_assert_nonnull (page);
      g_assert_cmpuint (page->marks->len, <=, 3);
      for (guint i = 0; i < page->marks->len; i++)
        g_assert_true (g_hash_table_add (ids, g_strdup (((PsgNoteMark *) page->marks->pdata[i])->id)));
      g_assert_true (page->is_last || page->next > from);
      from = page->next;
      is_last = page->is_last;
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, n_expected);
}

static void
test_marks_come_in_pages (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (PsgNote) binned = psg_fixture_note (5);
  const char *const ids[] = { binned->id, NULL };
  g_autoptr (GPtrArray) changes = NULL;

  check_marks (fixture->file, 0);
  psg_fixture_put (fixture->file, 0, 20);
  check_marks (fixture->file, psg_fixture_count (fixture->file));
  changes = psg_notebook_file_bin (fixture->file, ids, PSG_FIXTURE_NOW, NULL);
  g_assert_nonnull (changes);
  check_marks (fixture->file, psg_fixture_count (fixture->file));

  psg_fixture_run_sql (fixture->path, RENUMBER ("note", "row") RENUMBER ("note_tag", "note")
                                      RENUMBER ("note_link", "note")
                                      "INSERT INTO note_search (note_search) VALUES ('rebuild')");
  check_marks (fixture->file, psg_fixture_count (fixture->file));
}

static guint
search (PsgNotebookFile *file,
        const char      *text)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GPtrArray) notes = NULL;

  filter->text = g_strdup (text);
  notes = psg_notebook_file_list (file, filter, NULL);
  g_assert_nonnull (notes);

  return notes->len;
}

static void
test_search_follows_every_change (Fixture      *fixture,
                                  gconstpointer data)
{
  const char *ids[] = { "urn:uuid:00000000-0000-4000-8000-000000000004", NULL };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GPtrArray) purged = NULL;
  PsgNote *changed = psg_fixture_note (4);

  psg_fixture_put (fixture->file, 0, 5);
  g_assert_cmpuint (search (fixture->file, "sumsk"), ==, 5);
  g_assert_cmpuint (search (fixture->file, "\"the fence\""), ==, 1);
  g_assert_cmpuint (search (fixture->file, "sumsk fence"), ==, 1);
  g_assert_cmpuint (search (fixture->file, ""), ==, 0);
  g_assert_cmpuint (search (fixture->file, "\" OR NEAR ( \xff *"), ==, 0);

  g_free (changed->body);
  changed->body = g_strdup ("Medininkai");
  g_ptr_array_add (notes, changed);
  g_assert_true (psg_notebook_file_put (fixture->file, notes, NULL));
  g_assert_cmpuint (search (fixture->file, "sumskas"), ==, 4);
  g_assert_cmpuint (search (fixture->file, "medininkai"), ==, 1);
  purged = psg_notebook_file_purge (fixture->file, ids, NULL);
  g_assert_cmpuint (search (fixture->file, "medininkai"), ==, 0);
}

static void
test_tags_are_counted (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) tags = NULL;
  const PsgTagCount *even;

  psg_fixture_put (fixture->file, 0, 5);
  psg_fixture_put (fixture->file, 0, 5);
  tags = psg_notebook_file_list_tags (fixture->file, NULL);
  g_assert_cmpuint (tags->len, ==, 7);
  even = g_ptr_array_index (tags, 0);
  g_assert_cmpstr (even->tag, ==, "even");
  g_assert_cmpuint (even->n_notes, ==, 3);
}

/* A full-text index that is out of order does not keep anybody from writing. */
static void
test_a_broken_search_index_is_made_anew (Fixture      *fixture,
                                         gconstpointer data)
{
  psg_fixture_put (fixture->file, 0, 50);
  g_clear_pointer (&fixture->file, psg_notebook_file_free);
  psg_fixture_run_sql (fixture->path, "UPDATE note_search_data SET block = x'ffffffffffffffffffff' WHERE id > 10");
  fixture->file = psg_fixture_open (fixture->folder);
  psg_fixture_put (fixture->file, 25, 50);
  g_assert_cmpuint (search (fixture->file, "sumskas"), ==, 75);
}

static void
check_migration (guint version)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = psg_fixture_notebook (folder);
  g_autofree char *name = g_strdup_printf ("v%u.sql", version);
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PsgNote) note = NULL;
  g_autoptr (PsgDb) backup = NULL;
  gint64 found;

  psg_fixture_run_sql_fixture (path, name);
  file = psg_fixture_open (folder);
  psg_fixture_assert_sound (file);
  note = get (file, 1);
  g_assert_nonnull (note);
  g_assert_cmpstr (note->body, ==, "Šalčininkai: *check* this");
  g_assert_cmpuint (g_strv_length (note->tags), ==, 2);
  g_assert_cmpuint (note->links != NULL ? g_strv_length (note->links) : 0, ==, version >= 2 ? 1 : 0);
  g_assert_cmpuint (search (file, "salcininkai"), ==, 1);
  g_assert_cmpuint (psg_fixture_count (file), ==, 2);
  psg_fixture_put (file, 10, 3);
  g_assert_cmpuint (search (file, "sumskas"), ==, 3);

  /* And all of it was saved before. */
  backups = psg_notebook_backup_list (folder);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = psg_db_open_own (g_ptr_array_index (backups, 0), PSG_DB_READ, 0, NULL);
  g_assert_true (psg_db_get_int (backup, "SELECT count(*) FROM note", &found, NULL));
  g_assert_cmpint (found, ==, 2);
  psg_fixture_remove (folder);
}

static void
test_every_earlier_layout_is_brought_up (void)
{
  for (guint version = 1; version < PSG_NOTEBOOK_VERSION; version++)
    check_migration (version);
}

static void
test_a_failing_step_leaves_the_layout_before (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = psg_fixture_notebook (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDb) db = NULL;
  gint64 version, n_columns;

  /* The table the second step ends with is in its way. */
  psg_fixture_run_sql_fixture (path, "v1.sql");
  psg_fixture_run_sql (path, "CREATE TABLE note_link (a)");
  g_assert_null (psg_notebook_file_open (path, PSG_DB_WRITE, &error));
  g_assert_nonnull (error);

  db = psg_db_open_own (path, PSG_DB_READ, 0, NULL);
  g_assert_true (psg_db_get_int (db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (psg_db_get_int (db, "SELECT count(*) FROM pragma_table_info ('note')", &n_columns, NULL));
  g_assert_cmpint (n_columns, ==, 24);
  g_clear_pointer (&db, psg_db_free);
  psg_fixture_remove (folder);
}

static void
test_two_stay_in_step (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (PsgNotebookFile) other = psg_fixture_open (fixture->folder);
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  g_autoptr (PsgNote) before = psg_fixture_note (1);
  g_autoptr (PsgNote) after = psg_note_copy (before);
  gboolean changed;

  g_assert_true (psg_notebook_file_poll (other, &changed, NULL));
  psg_fixture_put (fixture->file, 1, 1);
  g_assert_true (psg_notebook_file_poll (other, &changed, NULL));
  g_assert_true (changed);
  g_assert_true (psg_notebook_file_poll (other, &changed, NULL));
  g_assert_false (changed);
  g_assert_true (psg_notebook_file_poll (fixture->file, &changed, NULL));
  g_assert_false (changed);

  after->bookmark = TRUE;
  g_ptr_array_add (changes, psg_note_change_new (before, after));
  g_assert_true (psg_notebook_file_apply (other, changes, NULL));
  g_assert_false (psg_notebook_file_apply (fixture->file, changes, NULL));
}

static void
test_a_locked_file_says_so (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (PsgDb) other = psg_db_open_own (fixture->path, PSG_DB_WRITE, 0, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GError) error = NULL;

  psg_fixture_put (fixture->file, 0, 3);
  g_ptr_array_add (notes, psg_fixture_note (3));
  g_assert_true (psg_db_exec (other, "BEGIN IMMEDIATE", NULL));
  psg_notebook_file_set_patience (fixture->file, 0);
  g_assert_false (psg_notebook_file_put (fixture->file, notes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_BUSY);
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 3);

  g_assert_true (psg_db_exec (other, "ROLLBACK", NULL));
  g_assert_true (psg_notebook_file_put (fixture->file, notes, NULL));
}

static void
test_a_full_disk_loses_nothing_written (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_written = 0;

  g_assert_true (psg_db_exec (psg_notebook_file_get_db (fixture->file), "PRAGMA max_page_count=60", NULL));
  for (guint i = 0; error == NULL; i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);

      g_ptr_array_add (notes, psg_fixture_note (i));
      n_written += psg_notebook_file_put (fixture->file, notes, &error) ? 1 : 0;
    }
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_FULL);
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, n_written);
  psg_fixture_assert_sound (fixture->file);

  g_assert_true (psg_db_exec (psg_notebook_file_get_db (fixture->file), "PRAGMA max_page_count=10000", NULL));
  psg_fixture_put (fixture->file, n_written, 10);
}

/* A newer version of the app brings the file to its layout while we have it open. */
static void
test_a_newer_layout_under_us_stops_writing (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GError) error = NULL;

  psg_fixture_put (fixture->file, 0, 3);
  psg_fixture_run_sql (fixture->path, "PRAGMA user_version=99");
  g_ptr_array_add (notes, psg_fixture_note (3));
  g_assert_false (psg_notebook_file_put (fixture->file, notes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_TOO_NEW);
  g_assert_true (psg_notebook_file_is_read_only (fixture->file));
  g_assert_cmpuint (psg_fixture_count (fixture->file), ==, 3);
}

static void
test_seven_backups_are_kept (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PsgNotebookFile) newest = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < 20; i++)
    {
      gint64 now = PSG_FIXTURE_NOW + i * G_TIME_SPAN_DAY;

      psg_fixture_put (fixture->file, i, 1);
      g_assert_true (psg_notebook_backup_write (fixture->file, fixture->folder, now, FALSE, NULL));
      /* The second of a day is not made, unless it is asked for. */
      psg_fixture_put (fixture->file, 100, 1);
      g_assert_true (psg_notebook_backup_write (fixture->file, fixture->folder, now, i == 19, NULL));
    }

  backups = psg_notebook_backup_list (fixture->folder);
  g_assert_cmpuint (backups->len, ==, PSG_NOTEBOOK_N_BACKUPS);
  day = psg_notebook_backup_dup_day (g_ptr_array_index (backups, 0));
  g_assert_cmpstr (day, ==, "2023-12-03");
  newest = psg_notebook_file_open (g_ptr_array_index (backups, 0), PSG_DB_READ, NULL);
  g_assert_nonnull (newest);
  g_assert_cmpuint (psg_fixture_count (newest), ==, 21);
  g_assert_null (psg_notebook_backup_dup_day ("/x/notebook-2023-13-03.db"));
  g_assert_null (psg_notebook_backup_dup_day ("/x/notebook-2023-12-03.db.part"));
}

static void
test_one_that_is_not_there_is_no_notebook (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = psg_fixture_notebook (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_notebook_file_open (path, PSG_DB_READ, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_IO);
  psg_fixture_remove (folder);
}

#define ADD(path, func) g_test_add ("/store/notebook-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind-comes-back-whole", test_every_kind_comes_back_whole);
  ADD ("what-is-asked-of-the-file-holds", test_what_is_asked_of_the_file_holds);
  ADD ("bad-notes-are-refused-and-none-is-kept", test_bad_notes_are_refused_and_none_is_kept);
  ADD ("changes-apply-to-what-is-there", test_changes_apply_to_what_is_there);
  ADD ("the-bin-gives-back-and-is-emptied", test_the_bin_gives_back_and_is_emptied);
  ADD ("lists-hold-what-passes", test_lists_hold_what_passes);
  ADD ("lists-are-in-order-and-in-parts", test_lists_are_in_order_and_in_parts);
  ADD ("common-words-are-found-in-every-list", test_common_words_are_found_in_every_list);
  ADD ("rows-with-large-numbers-are-found", test_rows_with_large_numbers_are_found);
  ADD ("marks-come-in-pages", test_marks_come_in_pages);
  ADD ("search-follows-every-change", test_search_follows_every_change);
  ADD ("tags-are-counted", test_tags_are_counted);
  ADD ("a-broken-search-index-is-made-anew", test_a_broken_search_index_is_made_anew);
  ADD ("two-stay-in-step", test_two_stay_in_step);
  ADD ("a-locked-file-says-so", test_a_locked_file_says_so);
  ADD ("a-full-disk-loses-nothing-written", test_a_full_disk_loses_nothing_written);
  ADD ("a-newer-layout-under-us-stops-writing", test_a_newer_layout_under_us_stops_writing);
  ADD ("seven-backups-are-kept", test_seven_backups_are_kept);
  g_test_add_func ("/store/notebook-file/every-earlier-layout-is-brought-up",
                   test_every_earlier_layout_is_brought_up);
  g_test_add_func ("/store/notebook-file/a-failing-step-leaves-the-layout-before",
                   test_a_failing_step_leaves_the_layout_before);
  g_test_add_func ("/store/notebook-file/one-that-is-not-there-is-no-notebook",
                   test_one_that_is_not_there_is_no_notebook);

  return g_test_run ();
}
