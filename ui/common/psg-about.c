/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Who made this, under which terms, and whose data the map is drawn from. */

static const char *const developers[] = { "The Passages developers", NULL };

static void
add_map_data (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (about, _("Map data: borders, coast and lakes"),
                                      "© OpenStreetMap contributors", GTK_LICENSE_CUSTOM,
                                      "Open Data Commons Open Database License (ODbL) 1.0");
  adw_about_window_add_legal_section (about, _("Map data: places, their names, the roads between them"),
                                      "GeoNames", GTK_LICENSE_CUSTOM,
                                      "Creative Commons Attribution 4.0 International (CC BY 4.0)");
  adw_about_window_add_legal_section (about, _("Map data: rivers and lakes"),
                                      "GSHHG and WDBII, © P. Wessel and W. H. F. Smith", GTK_LICENSE_LGPL_3_0, NULL);
  adw_about_window_add_legal_section (about, _("Map data: land outside the region"),
                                      "Natural Earth", GTK_LICENSE_CUSTOM, _("Public domain"));
}

/**
 * psg_about_show:
 * @parent: (nullable): the window it belongs to
 */
void
psg_about_show (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", _("Passages"),
                "application-icon", PSG_APP_ID,
                "version", PSG_VERSION,
                "developers", developers,
                "developer-name", _("The Passages developers"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("A timeline, a map and the documents behind them."),
                NULL);
  add_map_data (ADW_ABOUT_WINDOW (about));
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}
