/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-renderer.h"
#include "psg-startup-report.h"

/* The floor that cold start and memory are compared with: an empty libadwaita
 * window of the same size, in the same configuration, ended after its first
 * frame. */

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       app)
{
  psg_startup_report ("data");
  g_application_quit (G_APPLICATION (app));
}

static void
activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), app);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = NULL;

  psg_renderer_choose ();
  app = adw_application_new ("io.github.passages_app.Empty", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
