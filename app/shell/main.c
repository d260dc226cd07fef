/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

#include "psg-application.h"
#include "psg-linger.h"
#include "psg-renderer.h"

/* How long the process waits for what is still at work, in milliseconds. */
#define PATIENCE 2000

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgApplication) app = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PSG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  psg_renderer_choose ();

  app = psg_application_new ();

  status = g_application_run (G_APPLICATION (app), argc, argv);
  /* Everything has been written. A PDF may be drawn for ever. */
  if (!psg_linger_wait (PATIENCE))
    _exit (status);

  return status;
}
