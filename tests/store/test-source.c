/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compiler.h"
#include "psg-store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Broken collections. Each folder of tests/fixtures/broken is what differs from
 * tests/fixtures/base: files in its place, `absent` naming files to leave out, and
 * `expected` with a line `file:line: some of the message` for every mistake, no
 * more and no fewer.
 */

typedef struct
{
  char *folder; /* the collection put together */
  char *broken; /* what differs */
} Fixture;

static char *
fixtures_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

static void
remove_absent (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->broken, "absent", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    return;

  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *absent = g_build_filename (fixture->folder, lines[i], NULL);

      g_assert_cmpint (g_unlink (absent), ==, 0);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer name)
{
  g_autofree char *base = fixtures_path ("base");
  g_autofree char *all = fixtures_path ("broken");

  fixture->folder = psg_fixture_new_folder ();
  psg_fixture_copy_folder (base, fixture->folder);
  if (name == NULL)
    return;

  fixture->broken = g_build_filename (all, name, NULL);
  psg_fixture_copy_folder (fixture->broken, fixture->folder);
  remove_absent (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer name)
{
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->broken);
}

static GStrv
read_expected (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->broken, "expected", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));

  return g_strsplit (g_strchomp (content), "\n", -1);
}

/* Whether `file:line: words` names a mistake of that place that has these words. */
static gboolean
matches (const char       *expected,
         const PsgMistake *mistake)
{
  g_autofree char *place = g_strdup_printf ("%s:%u: ", mistake->file, mistake->line);
  g_autofree char *said = g_strconcat (mistake->field != NULL ? mistake->field : "",
                                       mistake->field != NULL ? ": " : "", mistake->message, NULL);

  return g_str_has_prefix (expected, place) && strstr (said, expected + strlen (place)) != NULL;
}

static void
test_broken (Fixture      *fixture,
             gconstpointer name)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_auto (GStrv) expected = read_expected (fixture);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autofree char *all = NULL;

  g_assert_false (psg_compiler_check (fixture->folder, diagnostics));
  all = psg_diagnostics_to_string (diagnostics);
  g_test_message ("%s", all);

  for (guint i = 0; i < psg_diagnostics_get_n (diagnostics); i++)
    g_ptr_array_add (left, (gpointer) psg_diagnostics_get (diagnostics, i));

  for (guint i = 0; expected[i] != NULL; i++)
    {
      guint j = 0;

      while (j < left->len && !matches (expected[i], g_ptr_array_index (left, j)))
        j++;
      if (j == left->len)
        g_error ("expected “%s”, but found\n%s", expected[i], all);
      g_ptr_array_remove_index (left, j);
    }

  if (left->len > 0)
    g_error ("more than expected:\n%s", all);
}

static void
test_base_is_good (Fixture      *fixture,
                   gconstpointer name)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  gboolean good = psg_compiler_check (fixture->folder, diagnostics);
  g_autofree char *all = psg_diagnostics_to_string (diagnostics);

  g_assert_cmpstr (all, ==, "");
  g_assert_true (good);
}

static void
expect_one (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autofree char *all = NULL;

  g_assert_false (psg_compiler_check (fixture->folder, diagnostics));
  all = psg_diagnostics_to_string (diagnostics);
  g_assert_cmpuint (psg_diagnostics_get_n (diagnostics), >=, 1);
  if (strstr (all, expected) == NULL)
    g_error ("expected “%s”, but found\n%s", expected, all);
}

/* What a folder of fixtures cannot hold. */
static void
test_links_do_not_lead_out (Fixture      *fixture,
                            gconstpointer name)
{
  g_autofree char *document = g_build_filename (fixture->folder, "documents", "report.md", NULL);
  g_autofree char *documents = g_build_filename (fixture->folder, "documents", NULL);

  g_unlink (document);
  g_assert_cmpint (symlink ("/etc/hostname", document), ==, 0);
  expect_one (fixture, "documents/report.md:1: is a symbolic link");

  g_unlink (document);
  g_assert_cmpint (g_mkdir (document, 0700), ==, 0);
  expect_one (fixture, "documents/report.md:1: is not a regular file");
  g_rmdir (document);

  g_rmdir (documents);
  g_assert_cmpint (symlink ("/etc", documents), ==, 0);
  expect_one (fixture, "documents.json:9: documents[0] (report).file");
}

static void
test_large_files_are_refused (Fixture      *fixture,
                              gconstpointer name)
{
  g_autofree char *document = g_build_filename (fixture->folder, "documents", "report.md", NULL);
  g_autofree char *actors = g_build_filename (fixture->folder, "actors.json", NULL);

  /* Sparse: they take no room. */
  g_assert_cmpint (truncate (document, 5 * 1024 * 1024), ==, 0);
  expect_one (fixture, "documents/report.md:1: is larger than 4 MiB");
  g_assert_cmpint (truncate (actors, 33 * 1024 * 1024), ==, 0);
  expect_one (fixture, "actors.json:1: is larger than 32 MiB");
}

static void
test_mistakes_are_sorted (Fixture      *fixture,
                          gconstpointer name)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autofree char *all = NULL;

  psg_diagnostics_add (diagnostics, "b", 2, NULL, "later");
  psg_diagnostics_add (diagnostics, "b", 10, "field", "%d%%", 5);
  psg_diagnostics_add (diagnostics, "a", 3, "x", "same");
  psg_diagnostics_add (diagnostics, "a", 3, "x", "same");
  psg_diagnostics_add (diagnostics, "a", 0, NULL, "first");
  all = psg_diagnostics_to_string (diagnostics);
  g_assert_cmpstr (all, ==, "a:1: first\na:3: x: same\nb:2: later\nb:10: field: 5%\n");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_broken (GPtrArray *names)
{
  g_autofree char *all = fixtures_path ("broken");
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >=, 30);
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/store/source/broken/", names->pdata[i], NULL);

      g_test_add (path, Fixture, names->pdata[i], set_up, test_broken, tear_down);
    }
}

#define ADD(name, function) g_test_add ("/store/source/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  ADD ("base-is-good", test_base_is_good);
  add_broken (names);
  ADD ("links-do-not-lead-out", test_links_do_not_lead_out);
  ADD ("large-files-are-refused", test_large_files_are_refused);
  ADD ("mistakes-are-sorted", test_mistakes_are_sorted);

  return g_test_run ();
}
