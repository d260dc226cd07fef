/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tour-window.h"

#include "psg-ui.h"

/* The tour: three screens, by button and by keys, and out of it at any time. */

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
wait_for_page (PsgTourWindow *tour,
               guint          page)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (psg_tour_window_get_page (tour) != page)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      spin (20);
    }
}

static void
press (const char *key)
{
  g_autofree char *line = g_strconcat ("xdotool key ", key, NULL);

  g_assert_true (g_spawn_command_line_async (line, NULL));
}

static PsgTourWindow *
show (void)
{
  PsgTourWindow *tour = PSG_TOUR_WINDOW (psg_tour_window_new (NULL));
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  gtk_window_present (GTK_WINDOW (tour));
  while (!gtk_widget_get_mapped (GTK_WIDGET (tour)) && g_get_monotonic_time () < end)
    spin (20);
  /* There is no window manager that would. */
  g_assert_true (g_spawn_command_line_sync ("xdotool search --sync --onlyvisible --name Welcome windowfocus",
                                            NULL, NULL, NULL, NULL));
  while (!gtk_window_is_active (GTK_WINDOW (tour)) && g_get_monotonic_time () < end)
    spin (20);

  return tour;
}

static void
test_keys_and_button_go_on (void)
{
  g_autoptr (PsgTourWindow) tour = g_object_ref (show ());

  press ("Right");
  wait_for_page (tour, 1);
  press ("Left");
  wait_for_page (tour, 0);
  press ("Return");
  wait_for_page (tour, 1);
  press ("Page_Down");
  wait_for_page (tour, 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (tour)));
  press ("Return");
  while (gtk_widget_get_mapped (GTK_WIDGET (tour)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_escape_leaves (void)
{
  g_autoptr (PsgTourWindow) tour = g_object_ref (show ());

  press ("Escape");
  while (gtk_widget_get_mapped (GTK_WIDGET (tour)))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

  g_test_add_func ("/ui/tour/keys-and-button-go-on", test_keys_and_button_go_on);
  g_test_add_func ("/ui/tour/escape-leaves", test_escape_leaves);

  return g_test_run ();
}
