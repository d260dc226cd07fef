/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-fixture.h"
#include "psg-store-fixture.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Killed at any moment, nothing that was acknowledged is lost. A child opens the notebook as
 * the app does, writes note after note and says so for each through a pipe; the parent
 * kills it without warning, at a moment that is different each time: some die while they open
 * the file, most while they write. The next child goes on with the same file.
 */

#define N_KILLS 200
/* The longest a child lives, in microseconds. */
#define LONGEST_LIFE 30000

/* Never returns. Some notes are written anew, as typing does; the last number says how often. */
static void
write_until_killed (const char *folder,
                    guint       first,
                    int         pipe_end)
{
  PsgNotebookFile *file = psg_fixture_open (folder);

  for (guint n = first;; n++)
    {
      psg_fixture_put (file, n, 1);
      if (n >= 5 && n % 3 == 0)
        psg_fixture_put (file, n - 5, 2);
      if (write (pipe_end, &n, sizeof n) != sizeof n)
        _exit (1);
    }
}

/* The number after the last that was acknowledged. */
static guint
read_acknowledged (int   pipe_end,
                   guint first)
{
  guint next = first, n;

  while (read (pipe_end, &n, sizeof n) == sizeof n)
    {
      g_assert_cmpuint (n, ==, next);
      next++;
    }

  return next;
}

static guint
run_child (const char *folder,
           guint       first,
           gboolean    has_begun)
{
  int ends[2], status;
  pid_t child;
  guint next;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      write_until_killed (folder, first, ends[1]);
    }

  close (ends[1]);
  if (has_begun)
    g_assert_cmpint (poll (&(struct pollfd) { .fd = ends[0], .events = POLLIN }, 1, -1), ==, 1);
  g_usleep (g_test_rand_int_range (0, LONGEST_LIFE));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  next = read_acknowledged (ends[0], first);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  /* It must not have died of anything else. */
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  return next;
}

static void
check_notes (PsgNotebookFile *file,
             guint            first,
             guint            end)
{
  for (guint n = first; n < end; n++)
    {
      g_autoptr (PsgNote) expected = psg_fixture_note (n);
      g_autoptr (PsgNote) note = psg_notebook_file_get (file, expected->id, NULL);

      g_assert_nonnull (note);
      g_assert_true (psg_note_equal (note, expected));
    }
}

static void
test_nothing_acknowledged_is_lost (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  guint next = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      /* However slow the machine, some live to write. */
      guint end = run_child (folder, next, i % 4 == 0);
      g_autoptr (PsgNotebookFile) file = psg_fixture_open (folder);
      guint n_notes = psg_fixture_count (file);

      psg_fixture_assert_sound (file);
      check_notes (file, next, end);
      /* The one being written may be there or not. */
      g_assert_cmpuint (n_notes, >=, end);
      g_assert_cmpuint (n_notes, <=, end + 1);
      next = end;
    }

  {
    g_autoptr (PsgNotebookFile) file = psg_fixture_open (folder);

    check_notes (file, 0, next);
  }
  g_test_message ("%u notes in %u lives", next, N_KILLS);
  g_assert_cmpuint (next, >, 0);
  psg_fixture_remove (folder);
}

/* Killed while the file is first made, again and again. */
static void
test_a_first_start_can_be_killed (void)
{
  for (guint i = 0; i < N_KILLS / 4; i++)
    {
      g_autofree char *folder = psg_fixture_new_folder ();
      guint end = run_child (folder, 0, FALSE);
      g_autoptr (PsgNotebookFile) file = psg_fixture_open (folder);

      psg_fixture_assert_sound (file);
      check_notes (file, 0, end);
      psg_fixture_remove (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/notebook-kill/nothing-acknowledged-is-lost", test_nothing_acknowledged_is_lost);
  g_test_add_func ("/store/notebook-kill/a-first-start-can-be-killed", test_a_first_start_can_be_killed);

  return g_test_run ();
}
