/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-linger.h"

/* The end of the process waits for work that must not be cut off, but not for ever. */

static gpointer
work (gpointer data)
{
  g_usleep (GPOINTER_TO_UINT (data));
  psg_linger_end ();

  return NULL;
}

static void
test_work_is_waited_for (void)
{
  g_assert_true (psg_linger_wait (0));
  for (guint i = 0; i < 4; i++)
    {
      psg_linger_begin ();
      g_thread_unref (g_thread_new ("work", work, GUINT_TO_POINTER (i * 10000)));
    }
  g_assert_true (psg_linger_wait (60000));
}

static void
test_but_not_for_ever (void)
{
  psg_linger_begin ();
  g_assert_false (psg_linger_wait (20));
  psg_linger_end ();
  g_assert_true (psg_linger_wait (0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/linger/work-is-waited-for", test_work_is_waited_for);
  g_test_add_func ("/core/linger/but-not-for-ever", test_but_not_for_ever);

  return g_test_run ();
}
