/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "psg-application.h"
#include "psg-renderer.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PSG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  psg_renderer_choose ();

  app = psg_application_new ();

  return g_application_run (G_APPLICATION (app), argc, argv);
}
